package io.github.logcov.verdict;

import io.github.logcov.model.Ratio;
import io.github.logcov.model.SourcePath;
import java.util.Optional;

/**
 * What became of one threshold.
 *
 * @param threshold what was asked
 * @param path the failing file of {@link Metric#FILE_LINE}; empty otherwise
 * @param ratio what it was compared with; for {@link Metric#FILE_LINE} without a failing file that
 *     of all files together
 * @param shortBy how many more units would have to be covered (or fewer missed); 0 when met
 */
public record ThresholdResult(
    Threshold threshold, Optional<SourcePath> path, Ratio ratio, long shortBy) {

  static ThresholdResult of(Threshold threshold, Optional<SourcePath> path, Ratio ratio) {
    return new ThresholdResult(threshold, path, ratio, threshold.shortBy(ratio));
  }

  /** Whether the threshold is kept; where there is nothing to judge it is not. */
  public boolean met() {
    return shortBy == 0 && ratio.total() > 0;
  }

  /** What was measured. */
  public Metric metric() {
    return threshold.metric();
  }

  /**
   * The result as a line, such as {@code lines: 79.94 % (1195 of 1495), needs 80 %} or {@code
   * missed lines: 5, at most 3 are allowed}. The path comes from a report: whoever prints it makes
   * control characters harmless.
   */
  public String text() {
    if (metric() == Metric.MISSED_LINES) {
      return "missed lines: "
          + ratio.missed()
          + ", at most "
          + threshold.boundText()
          + " are allowed";
    }
    String what = path.map(file -> "lines of " + file.value()).orElse(metric().plural());
    if (metric() == Metric.FILE_LINE && path.isEmpty()) {
      return what + ": none is below " + threshold.boundText() + " %";
    }
    String shown = Percent.of(ratio, threshold).map(percent -> percent + " % ").orElse("");
    return what
        + ": "
        + shown
        + "("
        + ratio.covered()
        + " of "
        + ratio.total()
        + "), needs "
        + threshold.boundText()
        + " %";
  }
}
