package io.github.logcov.model;

/** The one place where counts of executions are added. */
final class Hits {
  /** The count of an arm whose decision was never evaluated. */
  static final long NEVER_EVALUATED = -1;

  private Hits() {}

  /**
   * {@code a + b} for counts of 0 and more; {@link Long#MAX_VALUE} stands for every sum that is
   * larger.
   */
  static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** As {@link #sum}, where a negative count means "never evaluated" and yields to every other. */
  static long sumOfArms(long a, long b) {
    if (a < 0) {
      return b;
    }
    return b < 0 ? a : sum(a, b);
  }

  /** {@code a + b}, at most {@code bound}. */
  static int bounded(int a, int b, int bound) {
    return (int) Math.min(bound, (long) a + b);
  }
}
