package io.github.logcov.model;

import java.util.Arrays;

/**
 * The arms of one file as all reports together know them: matched across formats, and those left
 * out that are on lines which count no more. Immutable.
 */
final class UnitedArms {
  private final FileArms arms;

  /** Lines that no arm surely leads to: they never ran, or are no statements to some sessions. */
  private final LineSet doubtful;

  private final LineSet ignored;
  private final ArmBounds bounds;

  private UnitedArms(FileArms arms, LineSet doubtful, LineSet ignored) {
    this.arms = arms;
    this.doubtful = doubtful;
    this.ignored = ignored;
    bounds = sum();
  }

  /**
   * Those that reports name.
   *
   * @param run lines that ran
   * @param ignored lines that count no more
   */
  static UnitedArms of(FileFacts facts, LineSet run, FileSessions sessions, LineSet ignored) {
    FileArms arms = facts.arms().matched().withRangesLeftOut();
    LineSet doubtful = LineSet.EMPTY;
    if (arms.missing().size() > 0) {
      doubtful = facts.lines().listed().minus(sessions.knownToAll(run));
    }
    return new UnitedArms(arms, doubtful, ignored);
  }

  /** A walk over the lines that have any. */
  LineArms byLine() {
    return new LineArms(arms, doubtful, ignored);
  }

  /** All of them; {@link ArmBounds#NONE} where no report measures any. */
  ArmBounds bounds() {
    return bounds;
  }

  private ArmBounds sum() {
    ArmBounds all = ArmBounds.NONE;
    for (LineArms here = byLine(); here.next(); ) {
      all = all.plus(here.bounds());
    }
    return all.or(arcBounds());
  }

  /** Those that reports name for the whole file, and that no decision of a line tells of. */
  ArmBounds arcBounds() {
    return arms.arcs().bounds(ignored);
  }

  /** The arcs of these that nobody took, in the order of {@link FileArcs#missed()}. */
  long[] missedArcs() {
    return Arrays.stream(arms.arcs().missed())
        .filter(arc -> !ignored.contains(Math.max(0, FileArcs.from(arc))))
        .toArray();
  }

  /** The arcs of these that somebody took, arms or not. */
  long[] takenArcs() {
    return arms.arcs().taken();
  }

  /** Lines whose arms are not all surely covered. */
  LineSet partialLines() {
    LineHits.Columns partial = new LineHits.Columns();
    for (LineArms here = byLine(); here.next(); ) {
      if (here.bounds().lower() < here.bounds().total()) {
        partial.add(here.line(), 0);
      }
    }
    for (long arc : missedArcs()) {
      if (FileArcs.from(arc) >= 0) {
        partial.add(FileArcs.from(arc), 0);
      }
    }
    return partial.build().all();
  }

  /**
   * Lines of whose arms reports leave open how many are covered.
   *
   * @param renamed whether to tell those whose missing arms have several names each, or those that
   *     may miss the same exit or different ones
   */
  LineSet linesInDoubt(boolean renamed) {
    LineHits.Columns inDoubt = new LineHits.Columns();
    MissingArms missing = arms.missing();
    for (int row = 0; row < missing.size(); row++) {
      if (missing.isRenamed(row, doubtful) == renamed && !missing.bounds(row, doubtful).isExact()) {
        inDoubt.add(missing.line(row), 0);
      }
    }
    return inDoubt.build().all().minus(ignored);
  }
}
