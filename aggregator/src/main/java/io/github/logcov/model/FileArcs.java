package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Level 2 for a whole file (coverage.py JSON): the number of arms of the file, the missing ones by
 * name, and arcs that were taken, of which nobody says whether they count as arms. An arc is (from,
 * to), negative for entries and exits. Immutable.
 *
 * @param namedBy total -> every arc that reports of that total name, ascending; by it we know which
 *     arms of others are not among them
 * @param variants total -> what single reports of that total name, but for those that name all that
 *     another one does (they say less of what is covered); arms of one toolchain that are missing
 *     after all are in each of them
 * @param missing arcs that some report misses, ascending
 * @param taken arcs that some report has taken, ascending
 */
record FileArcs(
    SortedMap<Integer, long[]> namedBy,
    SortedMap<Integer, List<long[]>> variants,
    long[] missing,
    long[] taken) {
  static final long[] NOTHING = {};

  static final FileArcs NONE = new FileArcs(new TreeMap<>(), new TreeMap<>(), NOTHING, NOTHING);

  /** One report's; {@code total} is negative when it gives none. */
  static FileArcs of(int total, long[] missing, long[] taken) {
    if (total < 0 && missing.length == 0 && taken.length == 0) {
      return NONE;
    }
    SortedMap<Integer, long[]> named = new TreeMap<>();
    SortedMap<Integer, List<long[]>> variants = new TreeMap<>();
    if (total >= 0) {
      long[] names = union(missing, taken);
      int arms = Math.max(total, missing.length);
      named.put(arms, names);
      variants.put(arms, List.of(names));
    }
    return new FileArcs(named, variants, missing, taken);
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
   *
   * <p>Reports of one total may name different arms as missing (toolchains name an exit
   * differently). Then nothing says which are the same: what the best of them leaves covered
   * counts, and only what all miss under one name is surely missed.
   *
   * @param ignored lines whose missed arms do not count
   */
  ArmBounds bounds(LineSet ignored) {
    long total = namedBy.isEmpty() ? missing.length : 0;
    for (var entry : namedBy.entrySet()) {
      total = Math.max(total, entry.getKey() + minus(missing, entry.getValue()).length);
    }
    long[] missed = missed();
    long[] missedByAll = missed;
    long best = 0;
    for (var entry : variants.entrySet()) {
      for (long[] names : entry.getValue()) {
        long[] own = minus(names, taken);
        best = Math.max(best, entry.getKey() - own.length);
        missedByAll = minus(missedByAll, minus(missedByAll, own));
      }
    }
    long lower = total - missed.length;
    if (best <= lower) {
      return new ArmBounds(lower, lower, total - among(missed, ignored));
    }
    long upper = total - missedByAll.length;
    return new ArmBounds(best, upper, total - among(missedByAll, ignored));
  }

  private static long among(long[] arcs, LineSet lines) {
    return Arrays.stream(arcs).filter(arc -> lines.contains(Math.max(0, from(arc)))).count();
  }

  /** What memory grows with. */
  long size() {
    long size = (long) missing.length + taken.length;
    for (List<long[]> names : variants.values()) {
      // The first is made of the arcs above.
      size += names.stream().skip(1).mapToLong(arcs -> arcs.length).sum();
    }
    return size;
  }

  FileArcs union(FileArcs other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<Integer, long[]> named = new TreeMap<>(namedBy);
    other.namedBy.forEach((total, arcs) -> named.merge(total, arcs, FileArcs::union));
    SortedMap<Integer, List<long[]>> all = new TreeMap<>(variants);
    other.variants.forEach((total, names) -> all.merge(total, names, FileArcs::least));
    return new FileArcs(named, all, union(missing, other.missing), union(taken, other.taken));
  }

  /** Those of both that do not hold another one whole, each once, in an order of their own. */
  private static List<long[]> least(List<long[]> a, List<long[]> b) {
    List<long[]> least = new ArrayList<>(a);
    for (long[] names : b) {
      if (least.stream().noneMatch(other -> isWithin(other, names))) {
        least.removeIf(other -> isWithin(names, other));
        least.add(names);
      }
    }
    least.sort(Arrays::compare);
    return List.copyOf(least);
  }

  private static boolean isWithin(long[] part, long[] whole) {
    return part.length <= whole.length && minus(part, whole).length == 0;
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
        && Arrays.deepEquals(namedBy.values().toArray(), arcs.namedBy.values().toArray())
        && Arrays.deepEquals(names(), arcs.names());
  }

  private Object[] names() {
    return variants.values().stream().map(List::toArray).toArray();
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(missing) + Arrays.hashCode(taken);
  }
}
