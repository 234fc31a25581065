package io.github.logcov.model;

/**
 * Covered arms as far as they are known.
 *
 * @param lower at least so many are covered; verdicts use it
 * @param upper at most so many are covered; the same as lower where the formats tell arms apart
 * @param total all arms
 */
public record ArmBounds(long lower, long upper, long total) {
  /** No arms. */
  public static final ArmBounds NONE = new ArmBounds(0, 0, 0);

  /** Refuses bounds out of order. */
  public ArmBounds {
    if (lower < 0 || lower > upper || upper > total) {
      throw new IllegalArgumentException(lower + " to " + upper + " of " + total);
    }
  }

  /** The lower bound of all. */
  public Ratio ratio() {
    return new Ratio(lower, total);
  }

  /** Whether the bounds are one. */
  public boolean isExact() {
    return lower == upper;
  }

  /** Arms of another place in addition. */
  public ArmBounds plus(ArmBounds other) {
    return new ArmBounds(lower + other.lower, upper + other.upper, total + other.total);
  }

  /**
   * The same decision as somebody else counts it (another toolchain, another format): the larger
   * total, the better lower bound, and what both may have covered, since nothing says which arms
   * are the same.
   */
  public ArmBounds or(ArmBounds variant) {
    if (total == 0 || variant.total == 0) {
      return total == 0 ? variant : this;
    }
    long larger = Math.max(total, variant.total);
    return new ArmBounds(
        Math.max(lower, variant.lower), Math.min(larger, upper + variant.upper), larger);
  }
}
