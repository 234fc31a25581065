package io.github.logcov.model;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Arcs of a whole file (coverage.json) beside its decisions line by line (coverage.xml): which arc
 * is which arm. Both are level 2 and come from coverage.py, which numbers lines in one way; the
 * decisions say how many arms a line has, the arcs how many the file has.
 */
final class ArcMatch {
  /** What coverage.xml calls every way out of the code. */
  private static final int EXIT = -1;

  private final MissingArms decisions;
  private final FileArcs arcs;
  private final long[] missed;

  ArcMatch(MissingArms decisions, FileArcs arcs) {
    this.decisions = decisions;
    this.arcs = arcs;
    missed = arcs.missed();
  }

  /**
   * Whether the arcs are those of the decisions, as far as anybody can say: there are as many, no
   * line has two totals, and no more arcs are missed from a line than it has arms.
   */
  boolean isSure() {
    ArmBounds ofFile = arcs.bounds(LineSet.EMPTY);
    long total = 0;
    long missing = 0;
    for (int row = 0; row < decisions.size(); row++) {
      int line = decisions.line(row);
      int here = names(arcs.missing(), line).length;
      if (row > 0 && line == decisions.line(row - 1) || here > decisions.total(row)) {
        return false;
      }
      total += decisions.total(row);
      missing += here;
    }
    return arcs.namedBy().size() == 1
        && ofFile.isExact()
        && ofFile.total() == total
        && missing == arcs.missing().length;
  }

  /**
   * The decisions united with what the arcs say of them, as if it came from one coverage.xml of all
   * those jobs: on each line as many arms, the missed ones by their names there.
   */
  MissingArms united() {
    MissingArms.Columns rows = new MissingArms.Columns();
    for (int row = 0; row < decisions.size(); row++) {
      int line = decisions.line(row);
      int total = decisions.total(row);
      int[] named = names(arcs.missing(), line);
      rows.add(line, total, names(missed, line), named, Math.min(total, exits(line)));
    }
    return decisions.union(rows.build());
  }

  /**
   * The decisions, where arms are covered of which the arcs say that somebody went that way.
   * Whether it counts as an arm to those who did is of no matter; exits have no names to tell them
   * by.
   */
  MissingArms withoutTaken() {
    return decisions.without(
        line -> Arrays.stream(names(arcs.taken(), line)).filter(to -> to != EXIT).toArray());
  }

  /** Destinations as coverage.xml calls them, ascending. */
  private static int[] names(long[] arcs, int line) {
    return from(arcs, line).mapToInt(arc -> Math.max(EXIT, FileArcs.to(arc))).sorted().toArray();
  }

  /** Different exits that arcs from this line lead to. */
  private int exits(int line) {
    LongStream all = LongStream.concat(from(arcs.missing(), line), from(arcs.taken(), line));
    return (int) all.filter(arc -> FileArcs.to(arc) < 0).distinct().count();
  }

  private static LongStream from(long[] arcs, int line) {
    return Arrays.stream(arcs, first(arcs, line), first(arcs, line + 1));
  }

  /** The first arc from this line or a later one. */
  private static int first(long[] arcs, int line) {
    int at = Arrays.binarySearch(arcs, FileArcs.arc(line, 0));
    return at < 0 ? -at - 1 : at;
  }
}
