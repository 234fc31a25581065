package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ranges of code whose count V8 knows, of reports of one source, and what follows for ranges that a
 * report leaves out. Immutable.
 *
 * <p>V8 names a range only where it ran more or less often than what is around it; so a job that
 * always took a way does not list it, and the others list it as missed. A range that a job leaves
 * out ran there as often as the innermost range around it that the job lists, as V8's own union of
 * raw data has it ({@code mergeProcessCovs} of c8). But reports leave out functions without a name
 * that did not run, too. Therefore a range counts as run only where one of these shows that no such
 * function lies in between:
 *
 * <ul>
 *   <li>A whole line of it ran, and the job lists no range around that line and within the other:
 *       the lines of a function that did not run are not counted as run.
 *   <li>Where a job lists the missed range, the one right around it is the same, or a wider one: a
 *       function in between would have run there, and be listed. And every part of it ran in some
 *       job, so that it does not matter where versions of V8 let a range begin.
 * </ul>
 */
final class CodeRanges {
  static final CodeRanges NONE = new CodeRanges(Collections.emptySortedMap());

  /** So many ranges around one are looked at; programs have a dozen. */
  private static final int MAX_DEPTH = 200;

  private final SortedMap<Span, RanRange> ranges;

  CodeRanges(SortedMap<Span, RanRange> ranges) {
    this.ranges = Collections.unmodifiableSortedMap(ranges);
  }

  CodeRanges union(CodeRanges other) {
    if (other.ranges.isEmpty() || ranges.equals(other.ranges)) {
      return this;
    }
    SortedMap<Span, RanRange> united = new TreeMap<>(ranges);
    other.ranges.forEach((span, range) -> united.merge(span, range, RanRange::union));
    return new CodeRanges(united);
  }

  /** What memory grows with. */
  long units() {
    return ranges.values().stream().mapToLong(range -> 1 + range.own().spans().size()).sum();
  }

  /** Ranges that ran in a job which does not list them. */
  Set<Span> leftOut() {
    Stretches ran =
        Stretches.of(
            ranges.values().stream().flatMap(range -> range.own().spans().stream()).toList());
    Set<Span> found = new HashSet<>();
    List<Span> around = new ArrayList<>();
    ranges.forEach(
        (span, range) -> {
          // Those of several versions of V8 may overlap, so what is behind is only removed on top.
          while (!around.isEmpty() && around.get(around.size() - 1).end() <= span.start()) {
            around.remove(around.size() - 1);
          }
          int first = Math.max(0, around.size() - MAX_DEPTH);
          if (around.subList(first, around.size()).stream()
              .anyMatch(outer -> ranWithin(outer, span, range, ran))) {
            found.add(span);
          }
          around.add(span);
        });
    return found;
  }

  private boolean ranWithin(Span outer, Span span, RanRange range, Stretches ran) {
    RanRange evidence = ranges.get(outer);
    if (evidence == null || !outer.isAround(span)) {
      return false;
    }
    if (evidence.lines().any(span.firstWholeLine(), span.lastWholeLine())) {
      return true;
    }
    Span parent = range.parent();
    return parent != null
        && (parent.equals(outer) || parent.isAround(outer))
        && evidence.own().touch(span)
        && ran.cover(span);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeRanges others && ranges.equals(others.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }
}
