package io.github.logcov.summary;

import io.github.logcov.model.Ratio;
import io.github.logcov.verdict.Percent;

/** Ratios as the text summary shows them. */
final class Ratios {
  private Ratios() {}

  /** {@code 79.94 %}, or {@code -} when there is nothing to cover. */
  static String percent(Ratio ratio) {
    return Percent.of(ratio).map(percent -> percent + " %").orElse("-");
  }

  /** {@code 79.94 % (1195 of 1495)}, or {@code none}. */
  static String counted(Ratio ratio) {
    return Percent.of(ratio)
        .map(percent -> "%s %% (%s of %s)".formatted(percent, ratio.covered(), ratio.total()))
        .orElse("none");
  }
}
