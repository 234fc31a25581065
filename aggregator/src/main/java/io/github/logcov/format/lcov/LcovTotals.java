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
  long functionsFound;
  long functionsHit;

  /** Functions by what they are known by, and by their lines. */
  private final Tally functions = new Tally();

  private final Tally functionLines = new Tally();
  private long definitions;
  private long counts;

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
    functions.reset();
    functionLines.reset();
    functionsFound = NONE;
    functionsHit = NONE;
    definitions = 0;
    counts = 0;
  }

  void line(int line, boolean hit) {
    lines.add((long) line << 1, hit);
  }

  /** The first {@code count} of these lines, each as {@link #line}. */
  void lines(int[] numbers, long[] hits, int count) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) numbers[i] << 1 | oneIfHit(hits[i]);
    }
    lines.addAll(keys);
  }

  /** The first {@code count} of these arms, each as {@link #branch}. */
  void branches(int[] numbers, int[] idHashes, long[] taken, int count) {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = (long) numbers[i] << 33 | (idHashes[i] & 0xffff_ffffL) << 1 | oneIfHit(taken[i]);
    }
    branches.addAll(keys);
  }

  /** 1 for what is above 0, else 0, without a branch that nobody can foresee. */
  private static long oneIfHit(long count) {
    return -count >>> 63;
  }

  /**
   * Two arms of one line that share a hash are told apart by nothing: at worst a warning too many.
   */
  void branch(int line, int idHash, boolean taken) {
    branches.add((long) line << 33 | (idHash & 0xffff_ffffL) << 1, taken);
  }

  /** A function; as in {@link #branch}, a hash is enough to tell them apart. */
  void function(int line, int idHash, boolean hit) {
    functions.add((long) line << 33 | (idHash & 0xffff_ffffL) << 1, hit);
    functionLines.add((long) line << 1, hit);
  }

  /** So many FN and FNDA name one function. */
  void functionRecords(int defined, int counted) {
    definitions += defined;
    counts += counted > 0 ? 1 : 0;
  }

  void check(String place, Warnings warnings) {
    if (!lines.allows(linesFound, linesHit)) {
      warnings.add("LF", place, text("LF", "LH", "DA", linesFound, linesHit, lines));
    }
    if (!branches.allows(branchesFound, branchesHit)) {
      warnings.add("BRF", place, text("BRF", "BRH", "BRDA", branchesFound, branchesHit, branches));
    }
    if (!allowsFunctions()) {
      warnings.add(
          "FNF",
          place,
          "the totals of this section (%s and %s) disagree with its functions (%d of %d hit); these count"
              .formatted(
                  claim("FNF", functionsFound),
                  claim("FNH", functionsHit),
                  functions.hit(),
                  functions.found()));
    }
  }

  /**
   * lcov counts functions; since 2.2 those of one line are one; before 2 it counted those with FNDA
   * in a section of one test. Others count their records.
   */
  private boolean allowsFunctions() {
    boolean ofOneTest = functionsFound == counts || functionsFound == definitions;
    return functions.allows(functionsFound, functionsHit)
        || functionLines.allows(functionsFound, functionsHit)
        || ofOneTest && functions.allows(NONE, functionsHit);
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
