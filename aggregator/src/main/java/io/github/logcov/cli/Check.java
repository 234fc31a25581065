package io.github.logcov.cli;

import io.github.logcov.aggregate.Aggregation;
import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.aggregate.Rules;
import io.github.logcov.aggregate.Scope;
import io.github.logcov.checkout.Checkout;
import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.collect.Requirements;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.glob.PathGlob;
import io.github.logcov.log.JobPattern;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathMap;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.verdict.Thresholds;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run of {@code check}: options in, status out. */
final class Check {
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
            Values.all("--optional-job", options.optionalJobs, JobPattern::of),
            Values.all("--no-coverage-job", options.noCoverageJobs, JobPattern::of));
    ClassFolders folders = new ClassFolders(console, options);
    Aggregation aggregation =
        aggregation(ReportFormats.all(formatLimits(), folders.classes(), folders.sources()));
    Optional<Path> json =
        options.json == null ? Optional.empty() : Optional.of(Values.path(console, "--json", options.json));
    Summaries summaries = new Summaries(console, json);
    try (Collector collector = collector()) {
      Collector.Collected collected = collector.collect(requirements, sink(aggregation));
      refuseMisuse(aggregation.misuse());
      return summaries.write(
          aggregation.judge(collected.build(), thresholds, collected.problems()));
    } catch (RuntimeException | Error e) {
      // The file of an earlier run must not be taken for the result of this one.
      summaries.leaveFault(
          aggregation(ReportFormats.all(formatLimits()))
              .judge(Optional.empty(), thresholds, List.of(fault(e))));
      throw e;
    }
  }

  private static DeliverySink sink(Aggregation aggregation) {
    return new DeliverySink() {
      @Override
      public void accept(Delivery delivery) {
        try (delivery) {
          aggregation.add(delivery);
        } catch (IOException e) {
          throw new ScratchFailedException(e);
        }
      }

      @Override
      public void withdrawn(String jobNumber) {
        throw new IllegalStateException("a saved log is final");
      }
    };
  }

  /** What only a report shows to be missing on the command line. */
  private static void refuseMisuse(List<Problem> misuse) throws UsageException {
    if (!misuse.isEmpty()) {
      Problem first = misuse.get(0);
      String others = misuse.size() == 1 ? "" : " (and " + (misuse.size() - 1) + " more)";
      throw new UsageException(first.origin() + others + ": " + first.message());
    }
  }

  private Aggregation aggregation(ReportFormats formats) throws UsageException {
    return new Aggregation(
        formats,
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

  private Collector collector() throws UsageException {
    if (options.logs.logs.isEmpty()) {
      throw new UsageException(
          "which logs? name saved ones with --logs PATH...: files, folders, archives, or - for"
              + " standard input");
    }
    return SavedCollector.open(console, options.logs, JobReaders.of(options.limits));
  }

  private Scope scope() throws UsageException {
    return new Scope(
        options.flags,
        Values.all("--include", options.includes, PathGlob::of),
        Values.all("--exclude", options.excludes, PathGlob::of));
  }

  private PathPlacer placer() throws UsageException {
    List<PathMap> maps = Values.all("--path-map", options.pathMaps, PathMap::of);
    if (options.root == null) {
      return PathPlacer.withoutCheckout(maps);
    }
    try {
      return PathPlacer.withCheckout(maps, Checkout.at(Values.path(console, "--root", options.root), GIT_TIMEOUT));
    } catch (IOException e) {
      String found =
          e instanceof NoSuchFileException ? "there is no " + options.root : e.getMessage();
      throw new UsageException("--root: expected the folder of a checkout, but " + found, e);
    }
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
