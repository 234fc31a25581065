package io.github.logcov.cli;

import io.github.logcov.verdict.Metric;
import io.github.logcov.verdict.Threshold;
import io.github.logcov.verdict.Thresholds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The main job: take the logs, decode, unite, print, judge. */
@Command(
    name = "check",
    sortOptions = false,
    customSynopsis = "logcov check [OPTION]...%n",
    header = "Unites the coverage that the jobs of a build printed, and judges it.",
    description = {
      "In a job on Travis: waits for the jobs of earlier stages (without stages: for all others)"
          + " and reads their logs. Anywhere: --build ID, or saved logs with --logs. Takes the"
          + " reports out, unites them, prints the result and fails below a threshold; without a"
          + " threshold it reports and passes."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    footer = "When several apply, the first of 2, 1, 7, 6, 5, 4, 3 is used.")
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin LogOptions logs = new LogOptions();

  @Mixin RequirementOptions requirements = new RequirementOptions();

  @Option(
      names = "--keep-going",
      description = "Judge what there is: missing and damaged reports become warnings.")
  boolean keepGoing;

  @Option(
      names = "--flag",
      paramLabel = "NAME",
      description = "Take only reports emitted with this flag; repeatable.")
  List<String> flags = new ArrayList<>();

  @Option(
      names = "--min-line",
      paramLabel = "P",
      description = "Least percentage of lines, 0 to 100, any number of decimals.")
  @Nullable String minLine;

  @Option(names = "--min-branch", paramLabel = "P", description = "Least percentage of branches.")
  @Nullable String minBranch;

  @Option(
      names = "--min-combined",
      paramLabel = "P",
      description = "Least percentage of lines and branches together (coverage.py's total).")
  @Nullable String minCombined;

  @Option(
      names = "--min-file-line",
      paramLabel = "P",
      description = "Least percentage of lines of each file.")
  @Nullable String minFileLine;

  @Option(
      names = "--max-missed-lines",
      paramLabel = "N",
      description = "Most lines that may be missed.")
  @Nullable String maxMissedLines;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Count only these repository paths such as src/**; repeatable.")
  List<String> includes = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Do not count these repository paths; repeatable.")
  List<String> excludes = new ArrayList<>();

  @Mixin PathOptions paths = new PathOptions();

  @Option(
      names = "--ignore-variant-only",
      description = "Do not count missed lines that only some versions list as code.")
  boolean ignoreVariantOnly;

  @Mixin JacocoOptions jacoco = new JacocoOptions();

  @Option(
      names = "--python",
      paramLabel = "PROGRAM",
      description =
          "Python whose coverage.py reads its data files; none starts no program (default: python3,"
              + " then python).")
  @Nullable String python;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
  @Nullable String json;

  @Mixin LimitOptions limits = new LimitOptions();

  @Mixin HelpOption help = new HelpOption();

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, IOException {
    return new Check(console, this).run().code();
  }

  /** The thresholds that were given, in the order of the help text. */
  Thresholds thresholds() throws UsageException {
    List<Threshold> thresholds = new ArrayList<>();
    add(thresholds, "--min-line", Metric.LINE, minLine);
    add(thresholds, "--min-branch", Metric.BRANCH, minBranch);
    add(thresholds, "--min-combined", Metric.COMBINED, minCombined);
    add(thresholds, "--min-file-line", Metric.FILE_LINE, minFileLine);
    add(thresholds, "--max-missed-lines", Metric.MISSED_LINES, maxMissedLines);
    return new Thresholds(thresholds);
  }

  private static void add(
      List<Threshold> thresholds, String option, Metric metric, @Nullable String value)
      throws UsageException {
    if (value != null) {
      try {
        thresholds.add(Threshold.parse(metric, value));
      } catch (IllegalArgumentException e) {
        throw new UsageException(option + " " + e.getMessage());
      }
    }
  }
}
