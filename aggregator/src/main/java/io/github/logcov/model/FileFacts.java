package io.github.logcov.model;

/**
 * What one report says of one source file, as sorted columns; no job yet, no repository path yet.
 * Immutable.
 */
public final class FileFacts {
  private FileFacts() {}

  /**
   * Collects facts in any order; the same line or arm may be given several times (they are united).
   * Not thread-safe.
   */
  public static final class Builder {
    /**
     * The count of an arm whose decision was never evaluated ({@code -} in LCOV): known, not taken,
     * distinct from 0.
     */
    public static final long NEVER_EVALUATED = -1;

    /**
     * A builder that refuses more than {@code limits} allow with {@link LimitExceededException}.
     */
    public Builder(CoverageLimits limits) {}

    /**
     * A statement on {@code line} (1-based) ran {@code hits} times (0 or more; sums saturate at
     * Long.MAX_VALUE).
     */
    public void line(int line, long hits) {
      throw new UnsupportedOperationException();
    }

    /**
     * {@code line} ran, but the report does not say that it is a statement (coverage.py JSON's
     * executed_lines).
     */
    public void executed(int line) {
      throw new UnsupportedOperationException();
    }

    /**
     * The report's own number of statements in the file, for reports that name only the missed
     * ones.
     */
    public void statements(int total) {
      throw new UnsupportedOperationException();
    }

    /**
     * Level 3: the arm {@code id} of the decision on {@code line} (0 or more) was taken that often,
     * or {@link #NEVER_EVALUATED}.
     */
    public void arm(int line, BranchId id, long taken) {
      throw new UnsupportedOperationException();
    }

    /**
     * Level 2: the decision on {@code line} has {@code total} arms; the missing ones go to {@code
     * missing} (destination lines, negative for exits, a multiset in any order).
     */
    public void missingArms(int line, int total, int[] missing) {
      throw new UnsupportedOperationException();
    }

    /** Level 1: {@code covered} of {@code total} arms on {@code line}, which ones is not known. */
    public void countedArms(int line, int total, int covered) {
      throw new UnsupportedOperationException();
    }

    /**
     * Level 1 with conditions: as {@link #countedArms(int, int, int)}, and condition {@code
     * conditions[i]} has covered {@code coveredOf[i]} of {@code totalOf[i]} arms.
     */
    public void countedArms(
        int line, int total, int covered, int[] conditions, int[] totalOf, int[] coveredOf) {
      throw new UnsupportedOperationException();
    }

    /** The facts, sorted. The builder can be used no more. */
    public FileFacts build() {
      throw new UnsupportedOperationException();
    }
  }
}
