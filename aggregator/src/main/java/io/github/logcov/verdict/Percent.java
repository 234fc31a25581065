package io.github.logcov.verdict;

import io.github.logcov.model.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Percentages as they are shown: cut, not rounded, to two digits, so that 100.00 is printed only
 * where nothing is missed; to more digits where two would show 0 although something is covered, or
 * less than a threshold that is kept. (What is cut is never more than the truth, so a missed
 * threshold can not look kept.)
 */
public final class Percent {
  private static final int DIGITS = 2;

  private Percent() {}

  /**
   * The percentage such as {@code 99.98}; empty where there is nothing to cover, which is neither 0
   * nor 100.
   */
  public static Optional<String> of(Ratio ratio) {
    return text(ratio, BigDecimal.ZERO);
  }

  /** The percentage beside a threshold, which it does not contradict. */
  public static Optional<String> of(Ratio ratio, Threshold threshold) {
    boolean kept = threshold.metric() != Metric.MISSED_LINES && threshold.isMetBy(ratio);
    return text(ratio, kept ? threshold.bound() : BigDecimal.ZERO);
  }

  private static Optional<String> text(Ratio ratio, BigDecimal least) {
    if (ratio.total() == 0) {
      return Optional.empty();
    }
    // Ends: a ratio above 0 has a first digit, and a kept bound is reached with as many digits as
    // the bound has.
    int digits = DIGITS;
    BigDecimal shown = cut(ratio, digits);
    while (shown.compareTo(least) < 0 || shown.signum() == 0 && ratio.covered() > 0) {
      digits++;
      shown = cut(ratio, digits);
    }
    return Optional.of(shown.toPlainString());
  }

  private static BigDecimal cut(Ratio ratio, int digits) {
    return BigDecimal.valueOf(ratio.covered())
        .movePointRight(2)
        .divide(BigDecimal.valueOf(ratio.total()), digits, RoundingMode.DOWN);
  }
}
