package io.github.logcov.cli;

import io.github.logcov.aggregate.Aggregation;
import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.aggregate.Rules;
import io.github.logcov.aggregate.Scope;
import io.github.logcov.checkout.Checkout;
import io.github.logcov.collect.JobReader;
import io.github.logcov.collect.Requirements;
import io.github.logcov.format.FormatLimits;
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
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import io.github.logcov.source.PathMap;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.verdict.Thresholds;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One run of {@code check}: options in, status out. */
final class Check {
  /**
   * Compressed payloads wait in memory up to this many bytes, all jobs together, and on disk
   * beyond.
   */
  private static final long SCRATCH_MEMORY = 32L << 20;

  private static final Duration GIT_TIMEOUT = Duration.ofSeconds(60);

  private final Console console;
  private final CheckCommand options;

  Check(Console console, CheckCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException, IOException {
    Thresholds thresholds = options.thresholds();
    Requirements requirements =
        new Requirements(
            all("--optional-job", options.optionalJobs, JobPattern::of),
            all("--no-coverage-job", options.noCoverageJobs, JobPattern::of));
    Aggregation aggregation = aggregation();
    Optional<Path> json =
        options.json == null ? Optional.empty() : Optional.of(path("--json", options.json));
    Summaries summaries = new Summaries(console, json);
    try (SavedLogs logs = openLogs()) {
      JobChoice.Chosen chosen = choose(logs.logs().stream().map(SavedLog::job).toList());
      List<Problem> notes = new ArrayList<>(logs.notes());
      notes.addAll(chosen.problems());
      notes.addAll(requirements.unmatched(chosen.jobs()));
      List<SavedLog> taken =
          logs.logs().stream().filter(log -> chosen.jobs().contains(log.job())).toList();
      readAll(taken, requirements, aggregation);
      return summaries.write(aggregation.judge(logs.build(), thresholds, notes));
    } catch (RuntimeException | Error e) {
      // The file of an earlier run must not be taken for the result of this one.
      summaries.leaveFault(aggregation().judge(Optional.empty(), thresholds, List.of(fault(e))));
      throw e;
    }
  }

  private Aggregation aggregation() throws UsageException {
    return new Aggregation(
        ReportFormats.all(formatLimits()),
        placer(),
        options.root != null,
        new Rules(scope(), coverageLimits(), options.keepGoing, options.ignoreVariantOnly));
  }

  private static Problem fault(Throwable e) {
    return Problem.error(
        ProblemType.INTERNAL_FAULT,
        Origin.NOWHERE,
        "fault inside logcov (%s); nothing could be judged"
            .formatted((e.getCause() == null ? e : e.getCause()).getClass().getSimpleName()));
  }

  private void readAll(List<SavedLog> logs, Requirements requirements, Aggregation aggregation) {
    FrameLimits frameLimits =
        FrameLimits.defaults()
            .withMaxPayloads(options.limits.maxPayloads)
            .withMaxPathBytes(options.limits.maxPath);
    PayloadLimits payloadLimits = new PayloadLimits(options.limits.maxReportBytes);
    Scratch scratch = Scratch.inMemory(SCRATCH_MEMORY, new FileScratch());
    Workers.forEach(
        logs,
        log -> {
          if (options.verbose) {
            console.tell("reading job " + log.job().number() + " from " + log.where());
          }
          // Logs of several builds may be read together; each is held against its own.
          BuildInfo build = log.build().orElse(BuildInfo.UNKNOWN);
          JobReader reader = new JobReader(build, frameLimits, payloadLimits, scratch);
          try (var delivery = reader.read(log.job(), log.log(), requirements.of(log.job()))) {
            aggregation.add(delivery);
          }
        });
  }

  private SavedLogs openLogs() throws UsageException {
    if (options.logs.logs.isEmpty()) {
      throw new UsageException(
          "which logs? name saved ones with --logs PATH...: files, folders, archives, or - for"
              + " standard input");
    }
    List<Path> paths = new ArrayList<>();
    for (String path : options.logs.logs) {
      // Standard input is no file of the current directory.
      paths.add(path.equals("-") ? Path.of(path) : path("--logs", path));
    }
    try {
      return SavedLogs.open(paths, console.in(), SavedLogLimits.DEFAULT);
    } catch (LogSourceException e) {
      throw new UsageException(e.problem().message(), e);
    }
  }

  private JobChoice.Chosen choose(List<Job> jobs) throws UsageException {
    JobChoice choice =
        new JobChoice(
            all("--job", options.logs.jobs, JobPattern::of),
            options.logs.stages,
            all("--skip-job", options.logs.skipJobs, JobPattern::of));
    JobChoice.Chosen chosen = choice.from(jobs);
    List<String> errors =
        chosen.problems().stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .map(Problem::message)
            .toList();
    if (!errors.isEmpty()) {
      throw new UsageException(String.join("\n", errors));
    }
    return chosen;
  }

  private Scope scope() throws UsageException {
    return new Scope(
        options.flags,
        all("--include", options.includes, PathGlob::of),
        all("--exclude", options.excludes, PathGlob::of));
  }

  private PathPlacer placer() throws UsageException {
    List<PathMap> maps = all("--path-map", options.pathMaps, PathMap::of);
    if (options.root == null) {
      return PathPlacer.withoutCheckout(maps);
    }
    try {
      return PathPlacer.withCheckout(maps, Checkout.at(path("--root", options.root), GIT_TIMEOUT));
    } catch (IOException e) {
      String found =
          e instanceof NoSuchFileException ? "there is no " + options.root : e.getMessage();
      throw new UsageException("--root: expected the folder of a checkout, but " + found, e);
    }
  }

  private Path path(String option, String text) throws UsageException {
    if (text.isEmpty()) {
      throw new UsageException(option + ": expected a path, but it is empty (an unset variable?)");
    }
    try {
      return console.directory().resolve(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": " + e.getMessage(), e);
    }
  }

  /** Reads the values of a repeatable option. */
  private static <T> List<T> all(String option, List<String> values, Function<String, T> read)
      throws UsageException {
    List<T> all = new ArrayList<>();
    for (String value : values) {
      try {
        all.add(read.apply(value));
      } catch (IllegalArgumentException e) {
        throw new UsageException(option + ": " + e.getMessage(), e);
      }
    }
    return all;
  }

  private CoverageLimits coverageLimits() {
    LimitOptions limits = options.limits;
    return new CoverageLimits(limits.maxLine, limits.maxArms, limits.maxFiles, limits.maxUnits);
  }

  private FormatLimits formatLimits() {
    return new FormatLimits(
        coverageLimits(),
        options.limits.maxDepth,
        options.limits.maxString,
        options.limits.maxPath);
  }
}
