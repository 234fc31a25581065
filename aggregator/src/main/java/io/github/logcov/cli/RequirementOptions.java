package io.github.logcov.cli;

import io.github.logcov.collect.Requirements;
import io.github.logcov.log.JobPattern;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which jobs owe less than others. */
final class RequirementOptions {
  @Option(
      names = "--optional-job",
      paramLabel = "GLOB",
      description = "Jobs that need not pass or deliver; what they deliver counts; repeatable.")
  List<String> optionalJobs = new ArrayList<>();

  @Option(
      names = "--no-coverage-job",
      paramLabel = "GLOB",
      description = "Jobs that must pass but measure nothing (lint and the like); repeatable.")
  List<String> noCoverageJobs = new ArrayList<>();

  /** What the chosen jobs owe. */
  Requirements of() throws UsageException {
    return new Requirements(
        Values.all("--optional-job", optionalJobs, JobPattern::of),
        Values.all("--no-coverage-job", noCoverageJobs, JobPattern::of));
  }
}
