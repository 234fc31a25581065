package io.github.logcov.model;

import java.util.stream.IntStream;

/**
 * Goes through the lines of a file that have arms, ascending, and unites what the three levels say
 * of each.
 */
final class LineArms {
  private final IdentifiedArms identified;
  private final MissingArms missing;
  private final CountedArms counted;
  private int identifiedRow;
  private int missingRow;
  private int countedRow;
  private int firstIdentified;
  private int firstMissing;
  private int firstCounted;
  private int line;
  private long lower;
  private long upper;
  private long total;

  LineArms(FileFacts facts) {
    identified = facts.identified();
    missing = facts.missing();
    counted = facts.counted();
  }

  /** Goes to the next line with arms; false when there is none. */
  boolean next() {
    line = Integer.MAX_VALUE;
    if (identifiedRow < identified.size()) {
      line = identified.line(identifiedRow);
    }
    if (missingRow < missing.size()) {
      line = Math.min(line, missing.line(missingRow));
    }
    if (countedRow < counted.size()) {
      line = Math.min(line, counted.line(countedRow));
    }
    if (line == Integer.MAX_VALUE) {
      return false;
    }
    firstIdentified = identifiedRow;
    firstMissing = missingRow;
    firstCounted = countedRow;
    lower = 0;
    upper = 0;
    total = 0;
    identifiedHere();
    for (; missingRow < missing.size() && missing.line(missingRow) == line; missingRow++) {
      group(missing.lower(missingRow), missing.upper(missingRow), missing.total(missingRow));
    }
    for (; countedRow < counted.size() && counted.line(countedRow) == line; countedRow++) {
      group(counted.lower(countedRow), counted.upper(countedRow), counted.total(countedRow));
    }
    return true;
  }

  int line() {
    return line;
  }

  /** The arms of this line by name, where all reports count them in one way. */
  BranchCoverage branches() {
    int identifiedRows = identifiedRow - firstIdentified;
    int missingRows = missingRow - firstMissing;
    int countedRows = countedRow - firstCounted;
    if (identifiedRows == total && missingRows + countedRows == 0) {
      return new BranchCoverage.Identified(
          IntStream.range(firstIdentified, identifiedRow)
              .mapToObj(row -> new BranchCoverage.Arm(identified.id(row), identified.taken(row)))
              .toList());
    }
    if (missingRows == 1 && identifiedRows + countedRows == 0) {
      return new BranchCoverage.MissingNamed(
          bounds(), IntStream.of(missing.missing(firstMissing)).boxed().toList());
    }
    return new BranchCoverage.Counted(bounds());
  }

  ArmBounds bounds() {
    return new ArmBounds(lower, Math.min(upper, total), total);
  }

  /** Names of one kind follow each other, and are a group of their own. */
  private void identifiedHere() {
    while (isIdentifiedHere()) {
      String naming = identified.id(identifiedRow).naming();
      int first = identifiedRow;
      int taken = 0;
      while (isIdentifiedHere() && identified.id(identifiedRow).naming().equals(naming)) {
        taken += identified.taken(identifiedRow++) > 0 ? 1 : 0;
      }
      group(taken, taken, identifiedRow - first);
    }
  }

  private boolean isIdentifiedHere() {
    return identifiedRow < identified.size() && identified.line(identifiedRow) == line;
  }

  /**
   * One way to count the arms of this line (a toolchain, a format). The largest total and the best
   * lower bound hold for the line, and what all may have covered together, since nothing says which
   * arms are the same.
   */
  private void group(int covered, int atMost, int arms) {
    lower = Math.max(lower, covered);
    upper += atMost;
    total = Math.max(total, arms);
  }
}
