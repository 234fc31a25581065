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
  private final LineSet doubtful;
  private final LineSet ignored;
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

  /** All lines of these arms, with no doubt. */
  LineArms(FileArms arms) {
    this(arms, LineSet.EMPTY, LineSet.EMPTY);
  }

  /**
   * The lines of these arms.
   *
   * @param doubtful lines that nobody can have gone to for certain
   * @param ignored lines to pass over
   */
  LineArms(FileArms arms, LineSet doubtful, LineSet ignored) {
    this.doubtful = doubtful;
    this.ignored = ignored;
    identified = arms.identified();
    missing = arms.missing();
    counted = arms.counted();
  }

  /** Goes to the next line with arms; false when there is none. */
  boolean next() {
    do {
      if (!nextOfAll()) {
        return false;
      }
    } while (ignored.contains(line));
    return true;
  }

  private boolean nextOfAll() {
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
      ArmBounds here = missing.bounds(missingRow, doubtful);
      group((int) here.lower(), (int) here.upper(), (int) here.total());
    }
    for (; countedRow < counted.size() && counted.line(countedRow) == line; countedRow++) {
      group(counted.lower(countedRow), counted.upper(countedRow), counted.total(countedRow));
    }
    return true;
  }

  int line() {
    return line;
  }

  /** The arms of this line by name, where all reports name them in one way. */
  BranchCoverage branches() {
    int identifiedRows = identifiedRow - firstIdentified;
    boolean oneScheme = identifiedRows > 0 && endOfScheme(firstIdentified) == identifiedRow;
    int missingRows = missingRow - firstMissing;
    int countedRows = countedRow - firstCounted;
    if (oneScheme && missingRows + countedRows == 0) {
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

  /** A group for each scheme of names; ids are sorted by it. */
  private void identifiedHere() {
    while (identifiedRow < identified.size() && identified.line(identifiedRow) == line) {
      int end = endOfScheme(identifiedRow);
      int taken = 0;
      int first = identifiedRow;
      while (identifiedRow < end) {
        taken += identified.taken(identifiedRow++) > 0 ? 1 : 0;
      }
      group(taken, taken, end - first);
    }
  }

  /** The row behind the last one on the line of {@code row} whose id has the same scheme. */
  private int endOfScheme(int row) {
    String scheme = identified.id(row).scheme();
    int end = row + 1;
    while (end < identified.size()
        && identified.line(end) == identified.line(row)
        && identified.id(end).scheme().equals(scheme)) {
      end++;
    }
    return end;
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
