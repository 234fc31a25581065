package io.github.logcov.model;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Level 3: arms known by (line, id) and how often each was taken; three columns, ascending, each
 * arm once. Immutable.
 */
final class IdentifiedArms {
  static final IdentifiedArms NONE = new IdentifiedArms(new int[0], new BranchId[0], new long[0]);

  private final int[] lines;
  private final BranchId[] ids;
  private final long[] taken;

  private IdentifiedArms(int[] lines, BranchId[] ids, long[] taken) {
    this.lines = lines;
    this.ids = ids;
    this.taken = taken;
  }

  int size() {
    return lines.length;
  }

  int line(int row) {
    return lines[row];
  }

  BranchId id(int row) {
    return ids[row];
  }

  /** 0 or more, or {@link Hits#NEVER_EVALUATED}. */
  long taken(int row) {
    return taken[row];
  }

  /** The row behind the last one on the line of {@code row}. */
  int end(int row) {
    int end = row + 1;
    while (end < lines.length && lines[end] == lines[row]) {
      end++;
    }
    return end;
  }

  /** How many arms there are on {@code line}. */
  int on(int line) {
    int row = Arrays.binarySearch(lines, line);
    if (row < 0) {
      return 0;
    }
    int first = row;
    while (first > 0 && lines[first - 1] == line) {
      first--;
    }
    return end(row) - first;
  }

  /** Refuses a line with more arms than the limits allow. */
  void check(CoverageLimits limits) {
    int first = 0;
    for (int i = 1; i <= lines.length; i++) {
      if (i == lines.length || lines[i] != lines[first]) {
        limits.checkArms(lines[first], i - first);
        first = i;
      }
    }
  }

  IdentifiedArms union(IdentifiedArms other) {
    if (other.size() == 0) {
      return this;
    }
    if (Arrays.equals(lines, other.lines) && Arrays.equals(ids, other.ids)) {
      long[] sums = new long[taken.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Hits.sumOfArms(taken[i], other.taken[i]);
      }
      return withTaken(sums);
    }
    Interleaving rows = Interleaving.of(size(), other.size(), (i, j) -> compare(i, other, j));
    int[] unitedLines = new int[rows.size()];
    BranchId[] unitedIds = new BranchId[rows.size()];
    long[] unitedTaken = new long[rows.size()];
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      unitedLines[k] = i < 0 ? other.lines[j] : lines[i];
      unitedIds[k] = i < 0 ? other.ids[j] : ids[i];
      unitedTaken[k] = Hits.sumOfArms(i < 0 ? -1 : taken[i], j < 0 ? -1 : other.taken[j]);
    }
    return new IdentifiedArms(unitedLines, unitedIds, unitedTaken);
  }

  /** The same arms, taken so often, in their order. */
  IdentifiedArms withTaken(long[] others) {
    if (others.length != lines.length) {
      throw new IllegalArgumentException(others.length + " counts of " + lines.length + " arms");
    }
    return new IdentifiedArms(lines, ids, others);
  }

  /** The same, where those arms were taken that {@code ran} says, once where no report counts. */
  IdentifiedArms withTaken(Predicate<BranchId> ran) {
    long[] more = taken.clone();
    for (int row = 0; row < more.length; row++) {
      if (more[row] <= 0 && ran.test(ids[row])) {
        more[row] = 1;
      }
    }
    return new IdentifiedArms(lines, ids, more);
  }

  private int compare(int row, IdentifiedArms other, int otherRow) {
    int order = Integer.compare(lines[row], other.lines[otherRow]);
    return order != 0 ? order : ids[row].compareTo(other.ids[otherRow]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentifiedArms arms
        && Arrays.equals(lines, arms.lines)
        && Arrays.equals(ids, arms.ids)
        && Arrays.equals(taken, arms.taken);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(lines) + Arrays.hashCode(ids)) + Arrays.hashCode(taken);
  }

  /** Takes arms in any order; ascending ones are only appended. */
  static final class Columns {
    private int[] lines = new int[16];
    private BranchId[] ids = new BranchId[16];
    private long[] taken = new long[16];
    private int size;
    private boolean sorted = true;

    /**
     * Arms of a file repeat few ids, which are kept once. The latest of a place wins: no more is
     * needed to save room.
     */
    private final BranchId[] known = new BranchId[64];

    void add(int line, BranchId id, long count) {
      if (size == lines.length) {
        makeRoom();
      }
      if (size > 0 && line <= lines[size - 1]) {
        int order = line < lines[size - 1] ? -1 : id.compareTo(ids[size - 1]);
        if (order == 0) {
          taken[size - 1] = Hits.sumOfArms(taken[size - 1], count);
          return;
        }
        sorted &= order > 0;
      }
      lines[size] = line;
      ids[size] = shared(id);
      taken[size++] = count;
    }

    /** Says that so many follow: what comes first is often all there is. */
    void expect(int count) {
      if (size == 0 && count > lines.length) {
        lines = new int[count];
        ids = new BranchId[count];
        taken = new long[count];
      }
    }

    private BranchId shared(BranchId id) {
      int place = id.hashCode() & known.length - 1;
      if (!id.equals(known[place])) {
        known[place] = id;
      }
      return known[place];
    }

    int size() {
      return size;
    }

    private void makeRoom() {
      compact();
      if (size > lines.length / 2) {
        lines = Arrays.copyOf(lines, 2 * size);
        ids = Arrays.copyOf(ids, 2 * size);
        taken = Arrays.copyOf(taken, 2 * size);
      }
    }

    void compact() {
      if (sorted) {
        return;
      }
      BranchId[] unsorted = ids;
      int[] order = RowOrder.of(lines, size, (a, b) -> unsorted[a].compareTo(unsorted[b]));
      int[] sortedLines = new int[lines.length];
      BranchId[] sortedIds = new BranchId[lines.length];
      long[] sortedTaken = new long[lines.length];
      int n = 0;
      for (int row : order) {
        if (n > 0 && sortedLines[n - 1] == lines[row] && sortedIds[n - 1].equals(ids[row])) {
          sortedTaken[n - 1] = Hits.sumOfArms(sortedTaken[n - 1], taken[row]);
        } else {
          sortedLines[n] = lines[row];
          sortedIds[n] = ids[row];
          sortedTaken[n++] = taken[row];
        }
      }
      lines = sortedLines;
      ids = sortedIds;
      taken = sortedTaken;
      size = n;
      sorted = true;
    }

    IdentifiedArms build() {
      compact();
      if (size == 0) {
        return NONE;
      }
      return size == lines.length
          ? new IdentifiedArms(lines, ids, taken)
          : new IdentifiedArms(
              Arrays.copyOf(lines, size), Arrays.copyOf(ids, size), Arrays.copyOf(taken, size));
    }
  }
}
