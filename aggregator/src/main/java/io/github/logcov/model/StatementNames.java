package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports that give their number of statements, and of the lines only those that ran, statements or
 * not, and the missed ones: what single reports of each number name in any way. What others list
 * and such a report does not name is surely no statement to it. Immutable.
 *
 * <p>There are few different ones, since a report differs from the next of its toolchain only in
 * what else ran, such as docstrings. Of one number {@value #MOST} are kept, those that name fewest
 * lines: they leave most to others. So this does not grow without end, in whatever order they come.
 *
 * @param byTotal number -> the different sets of lines, in {@link #ORDER}
 */
record StatementNames(SortedMap<Integer, List<LineSet>> byTotal) {
  static final StatementNames NONE = new StatementNames(Collections.emptySortedMap());

  static final int MOST = 256;

  private static final Comparator<LineSet> ORDER =
      Comparator.comparingInt(LineSet::size).thenComparing(LineSet.BY_CONTENT);

  static StatementNames of(int total, LineSet named) {
    return new StatementNames(new TreeMap<>(Collections.singletonMap(total, List.of(named))));
  }

  boolean isEmpty() {
    return byTotal.isEmpty();
  }

  /** The largest number, -1 when no report gives one. */
  int largest() {
    return byTotal.isEmpty() ? -1 : byTotal.lastKey();
  }

  /**
   * Statements of all: of the report with the most, and what others list and it does not name.
   *
   * @param listed lines that somebody lists as statements
   */
  long total(LineSet listed) {
    long most = listed.size();
    for (var entry : byTotal.entrySet()) {
      for (LineSet named : entry.getValue()) {
        most = Math.max(most, entry.getKey() + (long) listed.minus(named).size());
      }
    }
    return most;
  }

  StatementNames union(StatementNames other) {
    if (other.isEmpty()) {
      return this;
    }
    SortedMap<Integer, List<LineSet>> all = new TreeMap<>(byTotal);
    other.byTotal.forEach((total, sets) -> all.merge(total, sets, StatementNames::fewest));
    return new StatementNames(all);
  }

  private static List<LineSet> fewest(List<LineSet> a, List<LineSet> b) {
    if (a.equals(b)) {
      return a;
    }
    List<LineSet> all = new ArrayList<>(a);
    all.addAll(b);
    return all.stream().distinct().sorted(ORDER).limit(MOST).toList();
  }

  /** What memory grows with beyond the lines themselves. */
  long units() {
    long units = 0;
    for (List<LineSet> sets : byTotal.values()) {
      // The first is made of the lines of the file.
      units += sets.stream().skip(1).mapToLong(LineSet::weight).sum();
    }
    return units;
  }
}
