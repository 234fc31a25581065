package io.github.logcov.model;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Level 2: decisions of which the total of arms and the missing ones are known. One row per (line,
 * total), ascending; a line that has two totals (two toolchains) has two rows. Immutable.
 *
 * <p>The missing arms are a multiset of destinations. What several reports of one total miss
 * together is the intersection with the smaller multiplicity. A destination other than an exit is
 * one arm, so that is exact, as long as all reports call an arm by one name. They do not where all
 * the names together are more than there are arms, or where somebody would have to have gone to a
 * line that never ran, or that is no statement to some. Then nothing says which arms are the same:
 * the best report counts.
 *
 * <p>Exits are negative and may stand for several arms ({@code exit,exit}); two reports that each
 * miss one of two exits need not mean the same one, so what they seem to miss together is only a
 * lower bound of what is covered, and never above it. For the upper bound a row counts its reports
 * and their exits. While no report misses two exits at once nothing shows that there are two: such
 * an exit is taken for one arm, and the bounds are equal.
 */
final class MissingArms extends Rows<MissingArms> {
  static final MissingArms NONE = new MissingArms(0);

  private final int[] lines;
  private final int[] totals;

  /** Ascending destinations that every report misses. */
  private final int[][] missing;

  /**
   * Ascending destinations that some report misses, each as often as the one that misses it most;
   * the first of them, one more than there are arms, where they are more.
   */
  private final int[][] named;

  /** So many arms the best report misses. */
  private final int[] fewest;

  private final int[] reports;
  private final int[] fewestExits;
  private final int[] mostExits;
  private final long[] sumOfExits;

  private MissingArms(int size) {
    this(
        new int[size],
        new int[size],
        new int[size][],
        new int[size][],
        new int[size],
        new int[size],
        new int[size],
        new int[size],
        new long[size]);
  }

  private MissingArms(
      int[] lines,
      int[] totals,
      int[][] missing,
      int[][] named,
      int[] fewest,
      int[] reports,
      int[] fewestExits,
      int[] mostExits,
      long[] sumOfExits) {
    this.lines = lines;
    this.totals = totals;
    this.missing = missing;
    this.named = named;
    this.fewest = fewest;
    this.reports = reports;
    this.fewestExits = fewestExits;
    this.mostExits = mostExits;
    this.sumOfExits = sumOfExits;
  }

  @Override
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

  /**
   * What of this decision is covered.
   *
   * @param doubtful lines that nobody can have gone to for certain: they never ran, or are no
   *     statements to some jobs
   */
  ArmBounds bounds(int row, LineSet doubtful) {
    int together = totals[row] - missing[row].length;
    if (isRenamed(row, doubtful)) {
      return new ArmBounds(totals[row] - fewest[row], together + exitsInDoubt(row), totals[row]);
    }
    return new ArmBounds(together, together + exitsInDoubt(row), totals[row]);
  }

  /**
   * Whether reports call one arm by several names, as far as can be seen: they name more arms than
   * there are, or what they say together means that somebody went to a doubtful line.
   */
  boolean isRenamed(int row, LineSet doubtful) {
    if (named[row].length > totals[row]) {
      return true;
    }
    int next = 0;
    for (int destination : named[row]) {
      if (next < missing[row].length && missing[row][next] == destination) {
        next++;
      } else if (destination > 0 && doubtful.contains(destination)) {
        return true;
      }
    }
    return false;
  }

  /**
   * So many exits more may be covered. More than 0 only where one report misses several exits at
   * once and the reports do not all miss equally many: of M exits each report that misses m of them
   * took M - m, and no two reports need have taken the same.
   */
  private int exitsInDoubt(int row) {
    long taken = (long) reports[row] * mostExits[row] - sumOfExits[row];
    long atMost = Math.min(mostExits[row], taken);
    long certain = (long) mostExits[row] - fewestExits[row];
    return (int) Math.min(missing[row].length, Math.max(0, atMost - certain));
  }

  /** The same where no arm is missing that leads from a line to one of its {@code covered} ones. */
  MissingArms without(IntFunction<int[]> covered) {
    MissingArms rest = resized(size());
    for (int row = 0; row < size(); row++) {
      int[] surely = covered.apply(lines[row]);
      rest.missing[row] = Multisets.without(missing[row], surely);
      if (named[row].length <= totals[row]) {
        rest.named[row] = Multisets.without(named[row], surely);
      }
    }
    return rest;
  }

  MissingArms union(MissingArms other) {
    return union(this, other);
  }

  @Override
  void put(int at, MissingArms from, int row) {
    lines[at] = from.lines[row];
    totals[at] = from.totals[row];
    missing[at] = from.missing[row];
    named[at] = from.named[row];
    fewest[at] = from.fewest[row];
    reports[at] = from.reports[row];
    fewestExits[at] = from.fewestExits[row];
    mostExits[at] = from.mostExits[row];
    sumOfExits[at] = from.sumOfExits[row];
  }

  @Override
  void add(int at, MissingArms from, int row) {
    missing[at] = Multisets.intersection(missing[at], from.missing[row]);
    named[at] = Multisets.union(named[at], from.named[row], totals[at] + 1);
    fewest[at] = Math.min(fewest[at], from.fewest[row]);
    reports[at] += from.reports[row];
    fewestExits[at] = Math.min(fewestExits[at], from.fewestExits[row]);
    mostExits[at] = Math.max(mostExits[at], from.mostExits[row]);
    sumOfExits[at] += from.sumOfExits[row];
  }

  @Override
  int compare(int row, MissingArms other, int otherRow) {
    int order = Integer.compare(lines[row], other.lines[otherRow]);
    return order != 0 ? order : Integer.compare(totals[row], other.totals[otherRow]);
  }

  @Override
  MissingArms resized(int size) {
    return new MissingArms(
        Arrays.copyOf(lines, size),
        Arrays.copyOf(totals, size),
        Arrays.copyOf(missing, size),
        Arrays.copyOf(named, size),
        Arrays.copyOf(fewest, size),
        Arrays.copyOf(reports, size),
        Arrays.copyOf(fewestExits, size),
        Arrays.copyOf(mostExits, size),
        Arrays.copyOf(sumOfExits, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MissingArms arms
        && Arrays.equals(lines, arms.lines)
        && Arrays.equals(totals, arms.totals)
        && Arrays.deepEquals(missing, arms.missing)
        && Arrays.deepEquals(named, arms.named)
        && Arrays.equals(fewest, arms.fewest)
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
    private MissingArms rows = new MissingArms(16);
    private int size;
    private boolean sorted = true;

    void add(int line, int total, int[] missed) {
      int[] ascending = missed.length == 0 ? Multisets.EMPTY : missed.clone();
      Arrays.sort(ascending);
      int exits = 0;
      while (exits < ascending.length && ascending[exits] < 0) {
        exits++;
      }
      add(line, total, ascending, ascending, exits);
    }

    /**
     * As {@link #add(int, int, int[])}, for what several reports say together.
     *
     * @param missed what they miss together, ascending
     * @param named what some of them miss, ascending
     * @param exits as many exits are known
     */
    void add(int line, int total, int[] missed, int[] named, int exits) {
      if (size == rows.lines.length) {
        rows = rows.resized(2 * size);
      }
      sorted &= size == 0 || line > rows.lines[size - 1];
      int missedExits = 0;
      while (missedExits < missed.length && missed[missedExits] < 0) {
        missedExits++;
      }
      rows.lines[size] = line;
      rows.totals[size] = total;
      rows.missing[size] = missed;
      rows.named[size] = named;
      rows.fewest[size] = missed.length;
      rows.reports[size] = 1;
      rows.fewestExits[size] = missedExits;
      rows.mostExits[size] = exits;
      rows.sumOfExits[size++] = missedExits;
    }

    MissingArms build() {
      if (size == 0) {
        return NONE;
      }
      return sorted
          ? rows.resized(size)
          : sorted(rows, RowOrder.of(rows.lines, size, (a, b) -> rows.compare(a, rows, b)));
    }
  }
}
