package io.github.logcov.cli;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.JobPattern;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.Severity;
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

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell what is done.")
  boolean verbose;

  /** The chosen ones of these jobs, and what is to be said of the choice. */
  JobChoice.Chosen choose(List<Job> all) throws UsageException {
    JobChoice choice =
        new JobChoice(
            Values.all("--job", jobs, JobPattern::of),
            stages,
            Values.all("--skip-job", skipJobs, JobPattern::of));
    JobChoice.Chosen chosen = choice.from(all);
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
}
