package io.github.logcov.cli;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.JobPattern;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which jobs of a build. */
final class ChoiceOptions {
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

  /**
   * The chosen ones of these jobs, and what is to be said of the choice.
   *
   * @throws UsageException when a pattern means nothing or matches nothing, or no job is left
   */
  JobChoice.Chosen from(List<Job> all) throws UsageException {
    JobChoice.Chosen chosen = perhapsNone(all);
    if (chosen.jobs().isEmpty()) {
      throw refusal(chosen);
    }
    return chosen;
  }

  /**
   * The same for one who is content when no job is left.
   *
   * @throws UsageException when a pattern means nothing or matches nothing
   */
  JobChoice.Chosen perhapsNone(List<Job> all) throws UsageException {
    JobChoice choice =
        new JobChoice(
            Values.all("--job", jobs, JobPattern::of),
            stages,
            Values.all("--skip-job", skipJobs, JobPattern::of));
    JobChoice.Chosen chosen = choice.from(all);
    if (errors(chosen).anyMatch(problem -> problem.type() != ProblemType.JOBS_EMPTY)) {
      throw refusal(chosen);
    }
    return chosen;
  }

  private static UsageException refusal(JobChoice.Chosen chosen) {
    return new UsageException(
        errors(chosen).map(Problem::message).collect(Collectors.joining("\n")));
  }

  private static Stream<Problem> errors(JobChoice.Chosen chosen) {
    return chosen.problems().stream().filter(Problem::isError);
  }
}
