package io.github.logcov.aggregate;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.ThresholdResult;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells which lines only some toolchains list and nobody ran, who lists them, and whether they
 * decide the verdict.
 *
 * @param effect what counting them, or not, does to the verdict; with a blank before it, or empty
 */
record VariantLines(boolean ignored, String effect) {
  private static final int SHOWN_GROUPS = 5;

  /** Of so many lines it is asked who lists them. */
  private static final int GROUPED = 1_000;

  /**
   * For a union.
   *
   * @param whole with these lines
   * @param ignored whether they do not count
   * @param thresholds those that decide; none when something else does
   */
  static VariantLines of(Coverage whole, boolean ignored, Thresholds thresholds) {
    boolean any =
        whole.files().values().stream().anyMatch(file -> file.variantOnlyMissedLines().length > 0);
    if (!any || thresholds.all().isEmpty()) {
      return new VariantLines(ignored, "");
    }
    boolean with = areMet(thresholds, whole);
    boolean without = areMet(thresholds, whole.withoutVariantOnly());
    return new VariantLines(ignored, effect(with, without, ignored));
  }

  private static boolean areMet(Thresholds thresholds, Coverage coverage) {
    return thresholds.check(coverage).stream().allMatch(ThresholdResult::met);
  }

  private static String effect(boolean with, boolean without, boolean ignored) {
    if (with == without) {
      return " (the thresholds are " + (with ? "met" : "missed") + " with and without such lines)";
    }
    return " and decides the verdict (the thresholds are "
        + ((ignored ? with : without) ? "met" : "missed")
        + (ignored ? " with" : " without")
        + " such lines)";
  }

  /** Adds what is to be said of one file. */
  void tell(SourcePath path, FileCoverage file, List<Problem> problems) {
    int[] lines = file.variantOnlyMissedLines();
    if (lines.length > 0) {
      problems.add(
          Problem.warning(
              ProblemType.VARIANT_ONLY,
              Origin.NOWHERE,
              "%s: only %s; this %s%s%s"
                  .formatted(
                      path.value(),
                      whoListsThem(file, lines),
                      ignored ? "does not count (--ignore-variant-only)" : "counts as missed",
                      effect,
                      ignored
                          ? ""
                          : "; if those versions cannot run "
                              + (lines.length == 1 ? "it" : "them")
                              + ", use --ignore-variant-only")));
    }
  }

  /** By the jobs, those of the first line first. */
  private static String whoListsThem(FileCoverage file, int[] lines) {
    Map<List<Session>, List<Integer>> groups = new LinkedHashMap<>();
    IntStream.of(lines)
        .limit(GROUPED)
        .forEach(
            line ->
                groups
                    .computeIfAbsent(file.sessions().thatList(line), key -> new ArrayList<>())
                    .add(line));
    List<String> told =
        groups.entrySet().stream()
            .limit(SHOWN_GROUPS)
            .map(group -> told(group.getKey(), group.getValue()))
            .toList();
    int others =
        lines.length - groups.values().stream().limit(SHOWN_GROUPS).mapToInt(List::size).sum();
    return String.join("; only ", told)
        + (others == 0
            ? ""
            : "; and so for " + others + (others == 1 ? " line" : " lines") + " more");
  }

  private static String told(List<Session> jobs, List<Integer> lines) {
    String ran = jobs.size() == 1 ? "did not run" : jobs.size() == 2 ? "neither ran" : "none ran";
    return Enumerated.jobsAnd(jobs)
        + (jobs.size() == 1 ? " lists " : " list ")
        + Enumerated.lines(lines.stream().flatMapToInt(IntStream::of).toArray())
        + " as code, and "
        + ran
        + (lines.size() == 1 ? " it" : " them");
  }
}
