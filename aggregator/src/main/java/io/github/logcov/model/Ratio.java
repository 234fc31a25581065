package io.github.logcov.model;

/**
 * Covered over total, kept as two integers.
 *
 * @param covered 0 to total
 * @param total 0 or more
 */
public record Ratio(long covered, long total) {
  /** Nothing of nothing: neither 0 % nor 100 %. */
  public static final Ratio NONE = new Ratio(0, 0);

  /** Refuses a negative number and more covered than there is. */
  public Ratio {
    if (covered < 0 || covered > total) {
      throw new IllegalArgumentException(covered + " of " + total + " cannot be covered");
    }
  }

  /** Total less covered. */
  public long missed() {
    return total - covered;
  }

  /** Both together. */
  public Ratio plus(Ratio other) {
    return new Ratio(covered + other.covered, total + other.total);
  }
}
