package io.github.logcov.cli;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.collect.Reading;
import io.github.logcov.collect.Requirements;
import io.github.logcov.inspect.Contents;
import io.github.logcov.inspect.Inspection;
import io.github.logcov.log.JobPattern;
import io.github.logcov.summary.InspectionJson;
import io.github.logcov.summary.InspectionText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of {@code inspect}: options in, status out. */
final class Inspect {
  /** What it can end with. */
  static final Set<ExitStatus> STATUSES =
      EnumSet.of(
          ExitStatus.PASSED,
          ExitStatus.FAILED,
          ExitStatus.USAGE,
          ExitStatus.UNREADABLE,
          ExitStatus.UNAVAILABLE);

  /** A failed job is as welcome as any. */
  private static final Requirements NOTHING =
      new Requirements(List.of(JobPattern.of("*")), List.of());

  private final Console console;
  private final InspectCommand options;

  Inspect(Console console, InspectCommand options) {
    this.console = console;
    this.options = options;
  }

  ExitStatus run() throws UsageException, IOException {
    Inspection inspection = inspection();
    Path json = options.json == null ? null : Values.path(console, "--json", options.json);
    try (Collector collector =
        Collector.open(console, options.logs, JobReaders.of(options.limits), Reading.NOW)) {
      Collector.Collected collected = collector.collect(NOTHING, inspection);
      Contents found = inspection.contents(collected.build(), collected.problems());
      if (json != null) {
        found = written(found, json);
      }
      return new Results(console, "inspect")
          .print(found.problems(), new InspectionText(console.width()).lines(found), status(found));
    }
  }

  private Inspection inspection() throws UsageException {
    if (options.paths) {
      boolean saved = !options.logs.logs.isEmpty();
      return Inspection.ofPaths(
          formats(options.placing.checkout(console, saved)),
          options.placing.placer(console, saved),
          options.limits.coverage().maxFiles());
    }
    if (options.placing.given() || options.jacoco.given()) {
      throw new UsageException(
          "--root, --path-map, --classes and --sources say where source files lie, which only"
              + " --paths shows: give it, or leave them out");
    }
    return Inspection.ofPayloads(ReportFormats.all(options.limits.formats()));
  }

  private ReportFormats formats(Optional<Path> root) throws UsageException {
    ClassFolders folders = new ClassFolders(console, options.jacoco, root);
    return ReportFormats.all(options.limits.formats(), folders.classes(), folders.sources());
  }

  private Contents written(Contents found, Path json) {
    return Results.json(
            console, json, out -> new InspectionJson(status(found).code()).write(found, out))
        .map(found::with)
        .orElse(found);
  }

  private static ExitStatus status(Contents found) {
    return ExitStatus.of(found.problems());
  }
}
