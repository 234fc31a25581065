package io.github.logcov.model;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Level 2 for a whole file (coverage.py JSON): the number of arms of the file, the missing ones by
 * name, and arcs that were taken, of which nobody says whether they count as arms. An arc is (from,
 * to), negative for entries and exits. Immutable.
 *
 * @param namedBy total -> every arc that reports of that total name, ascending; by it we know which
 *     arms of others are not among them
 * @param missing arcs that some report misses, ascending
 * @param taken arcs that some report has taken, ascending
 */
record FileArcs(SortedMap<Integer, long[]> namedBy, long[] missing, long[] taken) {
  static final long[] NOTHING = {};

  static final FileArcs NONE = new FileArcs(new TreeMap<>(), NOTHING, NOTHING);

  /** One report's; {@code total} is negative when it gives none. */
  static FileArcs of(int total, long[] missing, long[] taken) {
    if (total < 0 && missing.length == 0 && taken.length == 0) {
      return NONE;
    }
    SortedMap<Integer, long[]> named = new TreeMap<>();
    if (total >= 0) {
      named.put(total, union(missing, taken));
    }
    return new FileArcs(named, missing, taken);
  }

  static long arc(int from, int to) {
    return (long) from << 32 | to & 0xffffffffL;
  }

  static int from(long arc) {
    return (int) (arc >> 32);
  }

  static int to(long arc) {
    return (int) arc;
  }

  boolean isEmpty() {
    return namedBy.isEmpty() && missing.length == 0 && taken.length == 0;
  }

  /** Arms that are known to be missing after all: missed by some report, taken by none. */
  long[] missed() {
    return minus(missing, taken);
  }

  /**
   * Covered arms of all. The total is that of the reports with the most, and arms that others miss
   * and those reports do not even name are surely further ones; it is exact where all reports
   * agree, else a lower bound, and so is the covered number.
   */
  Ratio ratio() {
    long total = missing.length;
    for (var entry : namedBy.entrySet()) {
      total = Math.max(total, entry.getKey() + minus(missing, entry.getValue()).length);
    }
    return new Ratio(total - missed().length, total);
  }

  FileArcs union(FileArcs other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<Integer, long[]> named = new TreeMap<>(namedBy);
    other.namedBy.forEach((total, arcs) -> named.merge(total, arcs, FileArcs::union));
    return new FileArcs(named, union(missing, other.missing), union(taken, other.taken));
  }

  private static long[] union(long[] a, long[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return b;
    }
    long[] all = new long[a.length + b.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean left = j == b.length || i < a.length && a[i] <= b[j];
      boolean right = i == a.length || j < b.length && b[j] <= a[i];
      all[n++] = left ? a[i] : b[j];
      i += left ? 1 : 0;
      j += right ? 1 : 0;
    }
    return Arrays.copyOf(all, n);
  }

  private static long[] minus(long[] a, long[] b) {
    long[] rest = new long[a.length];
    int n = 0;
    int j = 0;
    for (long arc : a) {
      while (j < b.length && b[j] < arc) {
        j++;
      }
      if (j == b.length || b[j] != arc) {
        rest[n++] = arc;
      }
    }
    return Arrays.copyOf(rest, n);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileArcs arcs
        && Arrays.equals(missing, arcs.missing)
        && Arrays.equals(taken, arcs.taken)
        && namedBy.keySet().equals(arcs.namedBy.keySet())
        && Arrays.deepEquals(namedBy.values().toArray(), arcs.namedBy.values().toArray());
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(missing) + Arrays.hashCode(taken);
  }
}
