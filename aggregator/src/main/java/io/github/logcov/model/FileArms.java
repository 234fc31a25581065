package io.github.logcov.model;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What reports say of the arms of a file, by how much they say. Immutable.
 *
 * @param identified level 3, line by line
 * @param missing level 2, line by line
 * @param counted level 1, line by line
 * @param arcs level 2, of the whole file
 * @param ranges layout -> of those arms that are ranges of V8's, what else is known
 */
record FileArms(
    IdentifiedArms identified,
    MissingArms missing,
    CountedArms counted,
    FileArcs arcs,
    SortedMap<Long, CodeRanges> ranges) {
  static final FileArms NONE =
      new FileArms(
          IdentifiedArms.NONE,
          MissingArms.NONE,
          CountedArms.NONE,
          FileArcs.NONE,
          Collections.emptySortedMap());

  /** Whose names the ranges have: {@code 3.14-5.2}, and a number among those of one place. */
  private static final String RANGES = "v8";

  /** The same where arms by line and id were taken so often, in their order. */
  FileArms withTaken(long[] taken) {
    return new FileArms(identified.withTaken(taken), missing, counted, arcs, ranges);
  }

  FileArms union(FileArms other) {
    return new FileArms(
        identified.union(other.identified),
        missing.union(other.missing),
        counted.union(other.counted),
        arcs.union(other.arcs),
        union(ranges, other.ranges));
  }

  private static SortedMap<Long, CodeRanges> union(
      SortedMap<Long, CodeRanges> ranges, SortedMap<Long, CodeRanges> others) {
    if (others.isEmpty()) {
      return ranges;
    }
    SortedMap<Long, CodeRanges> united = new TreeMap<>(ranges);
    others.forEach((layout, more) -> united.merge(layout, more, CodeRanges::union));
    return united;
  }

  /** The same, with the ranges that ran in a job which leaves them out. */
  FileArms withRangesLeftOut() {
    if (ranges.isEmpty()) {
      return this;
    }
    Set<String> ran = new HashSet<>();
    ranges.values().forEach(each -> each.leftOut().forEach(span -> ran.add(span.toString())));
    return new FileArms(
        identified.withTaken(id -> id.scheme().equals(RANGES) && ran.contains(id.block())),
        missing,
        counted,
        arcs,
        ranges);
  }

  /** The same with arcs as arms of their lines, as far as the decisions on these tell which. */
  FileArms matched() {
    if (arcs.isEmpty() || missing.size() == 0) {
      return this;
    }
    ArcMatch match = new ArcMatch(missing, arcs);
    return match.isSure()
        ? new FileArms(identified, match.united(), counted, FileArcs.NONE, ranges)
        : new FileArms(identified, match.withoutTaken(), counted, arcs, ranges);
  }

  boolean isEmpty() {
    return rows() == 0 && arcs.isEmpty();
  }

  /** Rows of the columns that go line by line. */
  long rows() {
    return (long) identified.size() + missing.size() + counted.size();
  }

  /** What memory grows with. */
  long units() {
    long all = identified.size() + arcs.size();
    all += ranges.values().stream().mapToLong(CodeRanges::units).sum();
    for (int i = 0; i < missing.size(); i++) {
      all += missing.total(i);
    }
    for (int i = 0; i < counted.size(); i++) {
      all += counted.total(i);
    }
    return all;
  }

  /** Takes arms in any order. */
  static final class Columns {
    private IdentifiedArms.@Nullable Columns identified;
    private MissingArms.@Nullable Columns missing;
    private CountedArms.@Nullable Columns counted;
    private @Nullable ArcColumn missingArcs;
    private @Nullable ArcColumn takenArcs;
    private @Nullable ListedRanges ranges;
    private int total = -1;

    /** Arms of decisions given so far; those do not unite before the end. */
    private long ofDecisions;

    void arm(int line, BranchId id, long taken) {
      if (identified == null) {
        identified = new IdentifiedArms.Columns();
      }
      identified.add(line, id, taken);
    }

    /** The first {@code count} of these, each as {@link #arm}. */
    void arms(int[] lines, BranchId[] ids, long[] counts, int count) {
      if (identified == null) {
        identified = new IdentifiedArms.Columns();
      }
      identified.expect(count);
      for (int i = 0; i < count; i++) {
        identified.add(lines[i], ids[i], counts[i]);
      }
    }

    void range(Span span, long hits) {
      int number = ranges().range(span, hits);
      arm(span.line(), new BranchId(RANGES, span.toString(), Integer.toString(number)), hits);
    }

    void function(Span span, long hits) {
      ranges().function(span, hits);
    }

    private ListedRanges ranges() {
      if (ranges == null) {
        ranges = new ListedRanges();
      }
      return ranges;
    }

    void missing(int line, int total, int[] destinations) {
      if (missing == null) {
        missing = new MissingArms.Columns();
      }
      missing.add(line, total, destinations);
      decision(total);
    }

    void counted(
        int line, int total, int covered, int[] conditions, int[] totalOf, int[] coveredOf) {
      if (counted == null) {
        counted = new CountedArms.Columns();
      }
      counted.add(line, total, covered, conditions, totalOf, coveredOf);
      decision(total);
    }

    private void decision(int arms) {
      // An arm more, so that a decision without arms does not come for nothing.
      ofDecisions += arms + 1L;
    }

    /** The report's own number of arms. */
    void total(int number) {
      total = Math.max(total, number);
    }

    void missingArc(int from, int to) {
      if (missingArcs == null) {
        missingArcs = new ArcColumn();
      }
      missingArcs.add(FileArcs.arc(from, to));
    }

    void takenArc(int from, int to) {
      if (takenArcs == null) {
        takenArcs = new ArcColumn();
      }
      takenArcs.add(FileArcs.arc(from, to));
    }

    long size() {
      return ofDecisions
          + (identified == null ? 0 : identified.size())
          + (ranges == null ? 0 : ranges.size())
          + (missingArcs == null ? 0 : missingArcs.size())
          + (takenArcs == null ? 0 : takenArcs.size());
    }

    void compact() {
      if (identified != null) {
        identified.compact();
      }
      if (missingArcs != null) {
        missingArcs.compact();
      }
      if (takenArcs != null) {
        takenArcs.compact();
      }
    }

    /** The arms of a report that sees its source in that layout, with those of its lines. */
    FileArms build(long layout, PlacedStatements lines) {
      SortedMap<Long, CodeRanges> ofLayout = Collections.emptySortedMap();
      if (ranges != null) {
        ofLayout = new TreeMap<>();
        ofLayout.put(layout, ranges.build(lines));
      }
      return new FileArms(
          identified == null ? IdentifiedArms.NONE : identified.build(),
          missing == null ? MissingArms.NONE : missing.build(),
          counted == null ? CountedArms.NONE : counted.build(),
          FileArcs.of(total, arcs(missingArcs), arcs(takenArcs)),
          ofLayout);
    }

    private static long[] arcs(@Nullable ArcColumn column) {
      return column == null ? FileArcs.NOTHING : column.build();
    }
  }
}
