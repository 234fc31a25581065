package io.github.logcov.model;

/** Goes through the lines of a file that have arms, ascending, and unites what the three levels say of each. */
final class LineArms {
  private final IdentifiedArms identified;
  private final MissingArms missing;
  private final CountedArms counted;
  private int identifiedRow;
  private int missingRow;
  private int countedRow;
  private int line;
  private ArmBounds bounds = ArmBounds.NONE;

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
    bounds = identifiedHere().or(missingHere()).or(countedHere());
    return true;
  }

  int line() {
    return line;
  }

  ArmBounds bounds() {
    return bounds;
  }

  private ArmBounds identifiedHere() {
    int first = identifiedRow;
    int taken = 0;
    for (; identifiedRow < identified.size() && identified.line(identifiedRow) == line; identifiedRow++) {
      taken += identified.taken(identifiedRow) > 0 ? 1 : 0;
    }
    return new ArmBounds(taken, taken, identifiedRow - first);
  }

  private ArmBounds missingHere() {
    ArmBounds all = ArmBounds.NONE;
    for (; missingRow < missing.size() && missing.line(missingRow) == line; missingRow++) {
      all =
          all.or(
              new ArmBounds(
                  missing.lower(missingRow), missing.upper(missingRow), missing.total(missingRow)));
    }
    return all;
  }

  private ArmBounds countedHere() {
    ArmBounds all = ArmBounds.NONE;
    for (; countedRow < counted.size() && counted.line(countedRow) == line; countedRow++) {
      all =
          all.or(
              new ArmBounds(
                  counted.lower(countedRow), counted.upper(countedRow), counted.total(countedRow)));
    }
    return all;
  }
}
