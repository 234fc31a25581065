package io.github.logcov.format.lcov;

import io.github.logcov.format.Warnings;

/**
 * The totals a section claims beside what its records are. A claim is true when it counts the
 * records, or the distinct things in them: coverlet and Firefox count a line twice that has two DA
 * records, lcov does not.
 */
final class LcovTotals {
  private static final long NONE = -1;

  private final Tally lines = new Tally();
  private final Tally branches = new Tally();

  /** What the section claims; -1 when it does not. */
  long linesFound;

  long linesHit;
  long branchesFound;
  long branchesHit;

  LcovTotals() {
    reset();
  }

  /** Begins the next section. */
  void reset() {
    lines.reset();
    branches.reset();
    linesFound = NONE;
    linesHit = NONE;
    branchesFound = NONE;
    branchesHit = NONE;
  }

  void line(int line, boolean hit) {
    lines.add((long) line << 1, hit);
  }

  /**
   * Two arms of one line that share a hash are told apart by nothing: at worst a warning too many.
   */
  void branch(int line, int idHash, boolean taken) {
    branches.add((long) line << 33 | (idHash & 0xffff_ffffL) << 1, taken);
  }

  void check(String place, Warnings warnings) {
    if (!lines.allows(linesFound, linesHit)) {
      warnings.add("LF", place, text("LF", "LH", "DA", linesFound, linesHit, lines));
    }
    if (!branches.allows(branchesFound, branchesHit)) {
      warnings.add("BRF", place, text("BRF", "BRH", "BRDA", branchesFound, branchesHit, branches));
    }
  }

  private static String text(
      String found, String hit, String record, long foundClaim, long hitClaim, Tally tally) {
    return "the totals of this section ("
        + claim(found, foundClaim)
        + " and "
        + claim(hit, hitClaim)
        + ") disagree with its "
        + tally.found()
        + " "
        + record
        + " records, "
        + tally.hit()
        + " of them hit; the records count";
  }

  private static String claim(String type, long value) {
    return value == NONE ? "no " + type : type + ":" + value;
  }
}
