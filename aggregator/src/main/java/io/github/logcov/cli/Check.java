package io.github.logcov.cli;

import io.github.logcov.aggregate.Aggregation;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.aggregate.Rules;
import io.github.logcov.aggregate.Scope;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.format.coveragepy.DataReporter;
import io.github.logcov.glob.PathGlob;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.summary.Question;
import io.github.logcov.verdict.Thresholds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of {@code check}: options in, status out. */
final class Check {
  /** For one data file; a second is usual. */
  private static final Duration COVERAGEPY_TIMEOUT = Duration.ofMinutes(2);

  private static final String NO_PYTHON = "none";

  private final Console console;
  private final CheckCommand options;

  Check(Console console, CheckCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException, IOException {
    Thresholds thresholds = options.thresholds();
    Requirements requirements = options.requirements.of();
    Supplier<Aggregation> fresh = aggregations();
    List<Question> questions = options.insights.questions();
    Summaries summaries = summaries(questions);
    try (Collector collector =
            Collector.open(
                console, options.logs, JobReaders.of(options.limits), Reading.WHEN_DONE);
        Uniting uniting = new Uniting(console, fresh, collector.mayWithdraw())) {
      Collector.Collected collected = collector.collect(requirements, uniting);
      refuseMisuse(uniting.aggregation().misuse());
      Outcome outcome =
          uniting.aggregation().judge(collected.build(), thresholds, collected.problems());
      return summaries.write(Question.noted(outcome, questions));
    } catch (RuntimeException | Error e) {
      leave(e, summaries, fresh, thresholds);
      throw e;
    }
  }

  /** The file of an earlier run must not be taken for the result of this one. */
  private static void leave(
      Throwable e, Summaries summaries, Supplier<Aggregation> fresh, Thresholds thresholds) {
    try {
      summaries.leaveFault(fresh.get().judge(Optional.empty(), thresholds, List.of(fault(e))));
    } catch (RuntimeException | Error more) {
      // Out of memory, it may be so again.
      summaries.leaveNothing();
      e.addSuppressed(more);
    }
  }

  private Summaries summaries(List<Question> questions) throws UsageException {
    Optional<Path> root = options.paths.checkout(console, !options.logs.logs.isEmpty());
    Insights insights = options.insights.insights(questions, root);
    return new Summaries(
        console, options.reports.view(), insights, options.reports.files(console, root, insights));
  }

  private Supplier<Aggregation> aggregations() throws UsageException {
    boolean saved = !options.logs.logs.isEmpty();
    PathPlacer placer = options.paths.placer(console, saved);
    ReportFormats formats = formats(options.paths.checkout(console, saved));
    Rules rules =
        new Rules(scope(), options.limits.coverage(), options.keepGoing, options.ignoreVariantOnly);
    return () -> new Aggregation(formats, placer, rules);
  }

  private ReportFormats formats(Optional<Path> root) throws UsageException {
    ClassFolders folders = new ClassFolders(console, options.jacoco, root);
    return ReportFormats.all(
        options.limits.formats(), folders.classes(), folders.sources(), coveragePy(root));
  }

  private DataReporter coveragePy(Optional<Path> root) throws UsageException {
    if (options.python != null && options.python.isBlank()) {
      throw new UsageException(
          "--python: expected a program, but it is empty (an unset variable?)");
    }
    if (NO_PYTHON.equals(options.python)) {
      return DataReporter.none("--python none forbids that; leave it out");
    }
    if (root.isEmpty()) {
      return DataReporter.none(
          "it needs the sources; name the checkout with --root DIR (with --logs there is none by"
              + " default)");
    }
    List<String> programs =
        options.python == null ? List.of("python3", "python") : List.of(program(options.python));
    return new CoveragePy(
        programs.stream().map(program -> new Python(program, console.environment())).toList(),
        root.get(),
        COVERAGEPY_TIMEOUT,
        options.limits.maxReportBytes);
  }

  /** A name is looked up, a path starts from the current directory. */
  private String program(String named) throws UsageException {
    return named.contains("/") || named.contains(File.separator)
        ? Values.path(console, "--python", named).toString()
        : named;
  }

  /** What only a report shows to be missing on the command line. */
  private static void refuseMisuse(List<Problem> misuse) throws UsageException {
    if (!misuse.isEmpty()) {
      Problem first = misuse.get(0);
      String others = misuse.size() == 1 ? "" : " (and " + (misuse.size() - 1) + " more)";
      throw new UsageException(first.origin() + others + ": " + first.message());
    }
  }

  private static Problem fault(Throwable e) {
    return Problem.error(
        ProblemType.INTERNAL_FAULT,
        Origin.NOWHERE,
        "fault inside logcov (%s); nothing could be judged"
            .formatted((e.getCause() == null ? e : e.getCause()).getClass().getSimpleName()));
  }

  private Scope scope() throws UsageException {
    return new Scope(
        options.flags,
        Values.all("--include", options.includes, PathGlob::of),
        Values.all("--exclude", options.excludes, PathGlob::of));
  }
}
