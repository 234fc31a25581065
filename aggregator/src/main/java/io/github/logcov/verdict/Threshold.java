package io.github.logcov.verdict;

import io.github.logcov.model.Ratio;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A bound on coverage. Compared on integers: {@code covered * 100} with {@code bound * total},
 * never on a rounded percentage.
 *
 * @param metric what is bounded
 * @param bound percent that must be reached, 0 to 100, with the decimals it was given with; for
 *     {@link Metric#MISSED_LINES} the largest number allowed, whole, 0 to 2147483647
 */
public record Threshold(Metric metric, BigDecimal bound) {
  private static final Pattern PERCENT = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[0-9]+");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Refuses a bound out of range. */
  public Threshold {
    boolean count = metric == Metric.MISSED_LINES;
    BigDecimal most = count ? BigDecimal.valueOf(Integer.MAX_VALUE) : HUNDRED;
    if (bound.signum() < 0 || bound.compareTo(most) > 0 || count && bound.scale() > 0) {
      throw new IllegalArgumentException("\"" + bound + "\" is " + wanted(metric));
    }
  }

  /**
   * Reads a bound as users write it: digits, and for a percentage a point and digits if wanted; no
   * sign, exponent or blank.
   *
   * @throws IllegalArgumentException saying what was expected and what was found
   */
  public static Threshold parse(Metric metric, String text) {
    Pattern form = metric == Metric.MISSED_LINES ? WHOLE : PERCENT;
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" is " + wanted(metric));
    }
    return new Threshold(metric, new BigDecimal(text));
  }

  private static String wanted(Metric metric) {
    return metric == Metric.MISSED_LINES
        ? "not a whole number from 0 to 2147483647"
        : "not a percentage from 0 to 100 such as 80 or 99.5";
  }

  /**
   * Whether {@code ratio} keeps the bound. Nothing of nothing keeps every bound: whether that may
   * pass is not decided here.
   */
  public boolean isMetBy(Ratio ratio) {
    return shortBy(ratio) == 0;
  }

  /**
   * How many more units would have to be covered, or, for {@link Metric#MISSED_LINES}, how many
   * fewer missed; 0 when the bound is kept.
   */
  public long shortBy(Ratio ratio) {
    BigInteger shortage;
    if (metric == Metric.MISSED_LINES) {
      shortage = BigInteger.valueOf(ratio.missed()).subtract(bound.toBigIntegerExact());
    } else {
      BigInteger needed =
          bound
              .multiply(BigDecimal.valueOf(ratio.total()))
              .movePointLeft(2)
              .setScale(0, RoundingMode.CEILING)
              .toBigIntegerExact();
      shortage = needed.subtract(BigInteger.valueOf(ratio.covered()));
    }
    return shortage.max(BigInteger.ZERO).longValueExact();
  }

  /** The bound as it was given, such as {@code 99.50}. */
  public String boundText() {
    return bound.toPlainString();
  }
}
