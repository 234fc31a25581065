package io.github.logcov.model;

import java.util.Arrays;

/**
 * Level 2: decisions of which the total of arms and the missing ones are known. One row per (line,
 * total), ascending; a line that has two totals (two toolchains) has two rows. Immutable.
 *
 * <p>The missing arms are a multiset of destinations. What several reports of one total miss
 * together is the intersection with the smaller multiplicity. A destination other than an exit is
 * one arm, so that is exact. Exits are negative and may stand for several arms ({@code exit,exit});
 * two reports that each miss one of two exits need not mean the same one, so what they seem to miss
 * together is only a lower bound of what is covered, and never above it. For the upper bound a row
 * counts its reports and their exits. While no report misses two exits at once nothing shows that
 * there are two: such an exit is taken for one arm, and the bounds are equal.
 */
final class MissingArms {
  static final MissingArms NONE =
      new MissingArms(
          new int[0], new int[0], new int[0][], new int[0], new int[0], new int[0], new long[0]);

  private static final int[] NOTHING = {};

  private final int[] lines;
  private final int[] totals;

  /** Ascending destinations that every report misses. */
  private final int[][] missing;

  private final int[] reports;
  private final int[] fewestExits;
  private final int[] mostExits;
  private final long[] sumOfExits;

  private MissingArms(
      int[] lines,
      int[] totals,
      int[][] missing,
      int[] reports,
      int[] fewestExits,
      int[] mostExits,
      long[] sumOfExits) {
    this.lines = lines;
    this.totals = totals;
    this.missing = missing;
    this.reports = reports;
    this.fewestExits = fewestExits;
    this.mostExits = mostExits;
    this.sumOfExits = sumOfExits;
  }

  private MissingArms(int size) {
    this(
        new int[size],
        new int[size],
        new int[size][],
        new int[size],
        new int[size],
        new int[size],
        new long[size]);
  }

  int size() {
    return lines.length;
  }

  int line(int row) {
    return lines[row];
  }

  int total(int row) {
    return totals[row];
  }

  /** What every report misses, ascending; a copy. */
  int[] missing(int row) {
    return missing[row].clone();
  }

  /** At least so many arms are covered. */
  int lower(int row) {
    return totals[row] - missing[row].length;
  }

  /**
   * At most so many arms are covered. More than {@link #lower} only where one report misses several
   * exits at once and the reports do not all miss equally many: of M exits each report that misses
   * m of them took M - m, and no two reports need have taken the same.
   */
  int upper(int row) {
    long taken = (long) reports[row] * mostExits[row] - sumOfExits[row];
    long atMost = Math.min(mostExits[row], taken);
    long certain = (long) mostExits[row] - fewestExits[row];
    return (int) Math.min(totals[row], lower(row) + Math.max(0, atMost - certain));
  }

  MissingArms union(MissingArms other) {
    if (other.size() == 0) {
      return this;
    }
    Interleaving rows = Interleaving.of(size(), other.size(), (i, j) -> compare(i, other, j));
    MissingArms united = new MissingArms(rows.size());
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      if (i >= 0) {
        united.put(k, this, i);
      }
      if (j >= 0) {
        united.put(k, other, j);
      }
    }
    return united;
  }

  /**
   * Unites {@code row} of another into a row here that is fresh (no reports yet) or of the same
   * line and total.
   */
  private void put(int at, MissingArms from, int row) {
    boolean fresh = reports[at] == 0;
    lines[at] = from.lines[row];
    totals[at] = from.totals[row];
    missing[at] = fresh ? from.missing[row] : intersection(missing[at], from.missing[row]);
    fewestExits[at] =
        fresh ? from.fewestExits[row] : Math.min(fewestExits[at], from.fewestExits[row]);
    mostExits[at] = Math.max(mostExits[at], from.mostExits[row]);
    reports[at] += from.reports[row];
    sumOfExits[at] += from.sumOfExits[row];
  }

  private static int[] intersection(int[] a, int[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return a;
    }
    int[] both = new int[Math.min(a.length, b.length)];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        both[n++] = a[i];
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return n == 0 ? NOTHING : n == a.length ? a : Arrays.copyOf(both, n);
  }

  private int compare(int row, MissingArms other, int otherRow) {
    int order = Integer.compare(lines[row], other.lines[otherRow]);
    return order != 0 ? order : Integer.compare(totals[row], other.totals[otherRow]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MissingArms arms
        && Arrays.equals(lines, arms.lines)
        && Arrays.equals(totals, arms.totals)
        && Arrays.deepEquals(missing, arms.missing)
        && Arrays.equals(reports, arms.reports)
        && Arrays.equals(fewestExits, arms.fewestExits)
        && Arrays.equals(mostExits, arms.mostExits)
        && Arrays.equals(sumOfExits, arms.sumOfExits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lines) + Arrays.deepHashCode(missing);
  }

  /** Takes decisions in any order; ascending ones are only appended. */
  static final class Columns {
    private int[] lines = new int[16];
    private int[] totals = new int[16];
    private int[][] missing = new int[16][];
    private int size;
    private boolean sorted = true;

    void add(int line, int total, int[] missed) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
        totals = Arrays.copyOf(totals, 2 * size);
        missing = Arrays.copyOf(missing, 2 * size);
      }
      sorted &= size == 0 || line > lines[size - 1];
      int[] ascending = missed.length == 0 ? NOTHING : missed.clone();
      Arrays.sort(ascending);
      lines[size] = line;
      totals[size] = total;
      missing[size++] = ascending;
    }

    MissingArms build() {
      if (size == 0) {
        return NONE;
      }
      int[] order = sorted ? null : RowOrder.of(lines, size, this::compareTotals);
      MissingArms all = new MissingArms(size);
      int n = 0;
      for (int k = 0; k < size; k++) {
        int row = order == null ? k : order[k];
        boolean again = n > 0 && all.lines[n - 1] == lines[row] && all.totals[n - 1] == totals[row];
        all.put(again ? n - 1 : n++, single(row), 0);
      }
      return n == size ? all : all.head(n);
    }

    private int compareTotals(int a, int b) {
      return Integer.compare(totals[a], totals[b]);
    }

    private MissingArms single(int row) {
      int exits = 0;
      while (exits < missing[row].length && missing[row][exits] < 0) {
        exits++;
      }
      return new MissingArms(
          new int[] {lines[row]},
          new int[] {totals[row]},
          new int[][] {missing[row]},
          new int[] {1},
          new int[] {exits},
          new int[] {exits},
          new long[] {exits});
    }
  }

  private MissingArms head(int size) {
    return new MissingArms(
        Arrays.copyOf(lines, size),
        Arrays.copyOf(totals, size),
        Arrays.copyOf(missing, size),
        Arrays.copyOf(reports, size),
        Arrays.copyOf(fewestExits, size),
        Arrays.copyOf(mostExits, size),
        Arrays.copyOf(sumOfExits, size));
  }
}
