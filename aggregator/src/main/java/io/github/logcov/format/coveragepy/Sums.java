package io.github.logcov.format.coveragepy;

import io.github.logcov.format.Warnings;

/** What the files say together, to be held against {@code totals}. */
final class Sums {
  private long lines;
  private long missingLines;
  private long arms;
  private long missingArms;
  private boolean armsNamed = true;

  void lines(int total, int missing) {
    lines += total;
    missingLines += missing;
  }

  void arms(int total, int missing) {
    arms += total;
    missingArms += missing;
  }

  void armsWithoutNames() {
    armsNamed = false;
  }

  void check(Counts claimedLines, Counts claimedArms, Warnings warnings) {
    if (!claimedLines.agree(lines, missingLines)) {
      warn("lines", claimedLines, lines - missingLines, lines, warnings);
    }
    if (armsNamed && !claimedArms.agree(arms, missingArms)) {
      warn("branches", claimedArms, arms - missingArms, arms, warnings);
    }
  }

  private static void warn(String what, Counts claim, long covered, long total, Warnings warnings) {
    warnings.add(
        "totals of " + what,
        "$.totals",
        "the totals ("
            + claim
            + " "
            + what
            + ") disagree with the files ("
            + covered
            + " of "
            + total
            + "); the files count");
  }
}
