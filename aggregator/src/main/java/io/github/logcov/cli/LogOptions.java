package io.github.logcov.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which logs, and which of their jobs. */
final class LogOptions {
  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Saved logs, no network: files (one job each), folders, zip and tar archives (one build each), - for standard input."
      })
  List<String> logs = new ArrayList<>();

  @Option(
      names = "--job",
      paramLabel = "GLOB",
      description = "Take only jobs whose whole number or name matches; repeatable.")
  List<String> jobs = new ArrayList<>();

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "Take only jobs of this stage, whatever its case; repeatable.")
  List<String> stages = new ArrayList<>();

  @Option(
      names = "--skip-job",
      paramLabel = "GLOB",
      description = "Leave out jobs whose whole number or name matches; repeatable.")
  List<String> skipJobs = new ArrayList<>();
}
