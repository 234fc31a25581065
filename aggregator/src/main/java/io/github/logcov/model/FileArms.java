package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of the arms of a file, by how much they say. Immutable.
 *
 * @param identified level 3, line by line
 * @param missing level 2, line by line
 * @param counted level 1, line by line
 * @param arcs level 2, of the whole file
 */
record FileArms(
    IdentifiedArms identified, MissingArms missing, CountedArms counted, FileArcs arcs) {
  static final FileArms NONE =
      new FileArms(IdentifiedArms.NONE, MissingArms.NONE, CountedArms.NONE, FileArcs.NONE);

  FileArms union(FileArms other) {
    return new FileArms(
        identified.union(other.identified),
        missing.union(other.missing),
        counted.union(other.counted),
        arcs.union(other.arcs));
  }

  /** The same with arcs as arms of their lines, as far as the decisions on these tell which. */
  FileArms matched() {
    if (arcs.isEmpty() || missing.size() == 0) {
      return this;
    }
    ArcMatch match = new ArcMatch(missing, arcs);
    return match.isSure()
        ? new FileArms(identified, match.united(), counted, FileArcs.NONE)
        : new FileArms(identified, match.withoutTaken(), counted, arcs);
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
    private int total = -1;

    /** Arms of decisions given so far; those do not unite before the end. */
    private long ofDecisions;

    void arm(int line, BranchId id, long taken) {
      if (identified == null) {
        identified = new IdentifiedArms.Columns();
      }
      identified.add(line, id, taken);
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

    FileArms build() {
      return new FileArms(
          identified == null ? IdentifiedArms.NONE : identified.build(),
          missing == null ? MissingArms.NONE : missing.build(),
          counted == null ? CountedArms.NONE : counted.build(),
          FileArcs.of(total, arcs(missingArcs), arcs(takenArcs)));
    }

    private static long[] arcs(@Nullable ArcColumn column) {
      return column == null ? FileArcs.NOTHING : column.build();
    }
  }
}
