package io.github.logcov.verdict;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The thresholds of one run; all of them must hold. None is fine: then everything passes.
 *
 * @param all in the order in which they are reported
 */
public record Thresholds(List<Threshold> all) {
  /** Copies the list. */
  public Thresholds {
    all = List.copyOf(all);
  }

  /**
   * Whether branches must have been measured for an answer ({@link Coverage#hasBranches()}):
   * without any, a branch threshold would be kept by nothing at all.
   */
  public boolean needBranches() {
    return all.stream().anyMatch(threshold -> threshold.metric() == Metric.BRANCH);
  }

  /**
   * The results in the order of the thresholds. {@link Metric#FILE_LINE} gives one result per
   * failing file, by path, or a single one that is met; files without statements are not judged.
   * That there is something to judge is for the caller to see.
   */
  public List<ThresholdResult> check(Coverage coverage) {
    Totals totals = coverage.totals();
    List<ThresholdResult> results = new ArrayList<>();
    for (Threshold threshold : all) {
      switch (threshold.metric()) {
        case LINE, MISSED_LINES -> results.add(result(threshold, totals.line()));
        case BRANCH -> results.add(result(threshold, totals.branch()));
        case COMBINED -> results.add(result(threshold, totals.combined()));
        case FILE_LINE -> results.addAll(checkFiles(threshold, coverage, totals.line()));
      }
    }
    return List.copyOf(results);
  }

  private static ThresholdResult result(Threshold threshold, Ratio ratio) {
    return ThresholdResult.of(threshold, Optional.empty(), ratio);
  }

  private static List<ThresholdResult> checkFiles(
      Threshold threshold, Coverage coverage, Ratio together) {
    List<ThresholdResult> failing = new ArrayList<>();
    for (var file : coverage.files().entrySet()) {
      Ratio lines = file.getValue().lines();
      if (!threshold.isMetBy(lines)) {
        failing.add(ThresholdResult.of(threshold, Optional.of(file.getKey()), lines));
      }
    }
    return failing.isEmpty()
        ? List.of(new ThresholdResult(threshold, Optional.empty(), together, 0))
        : failing;
  }
}
