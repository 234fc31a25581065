package io.github.logcov.cli;

import io.github.logcov.aggregate.Aggregation;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.aggregate.Scope;
import io.github.logcov.checkout.Checkout;
import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Requirement;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.ReportFormats;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.Scratch;
import io.github.logcov.glob.PathGlob;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.JobPattern;
import io.github.logcov.log.LogSourceException;
import io.github.logcov.log.SavedLog;
import io.github.logcov.log.SavedLogLimits;
import io.github.logcov.log.SavedLogs;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.Severity;
import io.github.logcov.source.PathMap;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.SourceTree;
import io.github.logcov.summary.JsonSummary;
import io.github.logcov.summary.ProblemList;
import io.github.logcov.summary.TextSummary;
import io.github.logcov.verdict.Thresholds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run of {@code check}: options in, status out. */
final class Check {
  /** Wide enough for a table, narrow enough for every log viewer. */
  private static final int PIPED_WIDTH = 80;

  /** Compressed payloads wait in memory up to this many bytes, all jobs together, and on disk beyond. */
  private static final long SCRATCH_MEMORY = 32L << 20;

  private final Console console;
  private final CheckCommand options;

  Check(Console console, CheckCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException {
    Thresholds thresholds = options.thresholds();
    CoverageLimits limits = coverageLimits();
    Aggregation aggregation =
        new Aggregation(
            ReportFormats.all(formatLimits(limits)), placer(), scope(), limits, options.keepGoing);
    Outcome outcome;
    try (SavedLogs logs = openLogs()) {
      JobChoice.Chosen chosen = choose(logs);
      List<Problem> others = new ArrayList<>(logs.notes());
      others.addAll(chosen.problems());
      others.addAll(unmatched(chosen.jobs()));
      read(logs, chosen.jobs(), aggregation);
      outcome = aggregation.judge(logs.build(), thresholds, others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return write(outcome);
  }
}
