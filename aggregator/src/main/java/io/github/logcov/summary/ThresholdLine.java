package io.github.logcov.summary;

import io.github.logcov.verdict.ThresholdResult;

/**
 * The verdict line of one threshold: {@code lines: 79.94 % (1195 of 1495), needs 80 %: 1 line
 * short}.
 */
public final class ThresholdLine {
  private ThresholdLine() {}

  /** The line, safe for a terminal. */
  public static String of(ThresholdResult result) {
    return Printable.of(result.text()) + ": " + answer(result);
  }

  private static String answer(ThresholdResult result) {
    if (result.ratio().total() == 0) {
      return "nothing to judge";
    }
    return result.met() ? "met" : shortage(result);
  }

  private static String shortage(ThresholdResult result) {
    boolean one = result.shortBy() == 1;
    return result.shortBy()
        + switch (result.metric()) {
          case LINE, FILE_LINE -> one ? " line short" : " lines short";
          case BRANCH -> one ? " branch short" : " branches short";
          case COMBINED -> one ? " line or branch short" : " lines or branches short";
          case MISSED_LINES -> " too many";
        };
  }
}
