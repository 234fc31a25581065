package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which jobs of a build are looked at: those that match any of {@code jobs} (all, when there is
 * none), lie in any of {@code stages} (all, when there is none), and match none of {@code skipped}.
 *
 * @param jobs patterns of {@code --job}
 * @param stages names of {@code --stage}; upper and lower case are the same
 * @param skipped patterns of {@code --skip-job}
 */
public record JobChoice(List<JobPattern> jobs, List<String> stages, List<JobPattern> skipped) {

  /** Every job. */
  public static final JobChoice ALL = new JobChoice(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public JobChoice {
    jobs = List.copyOf(jobs);
    stages = List.copyOf(stages);
    skipped = List.copyOf(skipped);
  }

  /**
   * The jobs that are left, in the given order, and what is to be said: a pattern of {@code jobs}
   * or {@code stages} that matches nothing is an error (such a pattern would take coverage away
   * unseen), one of {@code skipped} a note, and no job left is an error.
   *
   * @param jobs what was chosen
   * @param problems errors of usage, and notes
   */
  public record Chosen(List<Job> jobs, List<Problem> problems) {
    /** Copies the lists. */
    public Chosen {
      jobs = List.copyOf(jobs);
      problems = List.copyOf(problems);
    }
  }

  /** Chooses. */
  public Chosen from(List<Job> all) {
    List<Problem> problems = new ArrayList<>();
    for (JobPattern pattern : jobs) {
      if (all.stream().noneMatch(pattern::matches)) {
        problems.add(unmatched("--job " + pattern, "number or name", all));
      }
    }
    for (String stage : stages) {
      if (all.stream().noneMatch(job -> liesIn(job, stage))) {
        problems.add(unmatched("--stage " + stage, "stage", all));
      }
    }
    problems.addAll(notes("--skip-job", skipped, all));
    List<Job> left = all.stream().filter(this::takes).toList();
    if (left.isEmpty() && problems.stream().noneMatch(JobChoice::decides)) {
      problems.add(
          Problem.error(
              ProblemType.JOBS_EMPTY,
              Origin.NOWHERE,
              all.isEmpty()
                  ? "the build has no job to look at"
                  : "no job is left: --job, --stage and --skip-job together leave out "
                      + (all.size() == 1 ? "the only job" : "all " + all.size() + " jobs")
                      + "; choose fewer to leave out"));
    }
    return new Chosen(left, problems);
  }

  /**
   * A note for each pattern that names none of the jobs; for options that choose among them for
   * another purpose.
   */
  public static List<Problem> notes(String option, List<JobPattern> patterns, List<Job> all) {
    return patterns.stream()
        .filter(pattern -> all.stream().noneMatch(pattern::matches))
        .map(
            pattern ->
                Problem.note(
                    ProblemType.JOB_UNMATCHED,
                    Origin.NOWHERE,
                    option + " " + pattern + " names " + noneOf(all.size())))
        .toList();
  }

  private static String noneOf(int jobs) {
    return jobs == 1 ? "not the only job" : "none of the " + jobs + " jobs";
  }

  private boolean takes(Job job) {
    return (jobs.isEmpty() || jobs.stream().anyMatch(pattern -> pattern.matches(job)))
        && (stages.isEmpty() || stages.stream().anyMatch(stage -> liesIn(job, stage)))
        && skipped.stream().noneMatch(pattern -> pattern.matches(job));
  }

  private static boolean liesIn(Job job, String stage) {
    return job.stage().filter(stage::equalsIgnoreCase).isPresent();
  }

  private static boolean decides(Problem problem) {
    return problem.severity() == Severity.ERROR;
  }

  private static Problem unmatched(String option, String what, List<Job> all) {
    String there = what.equals("stage") ? stagesOf(all) : numbersOf(all);
    return Problem.error(
        ProblemType.JOB_UNMATCHED,
        Origin.NOWHERE,
        String.format(
            Locale.ROOT,
            "%s matches no job: it must match a whole %s, and there %s %s",
            option,
            what,
            there.startsWith("1 ") ? "is" : "are",
            there));
  }

  private static String numbersOf(List<Job> all) {
    return Names.list(
        "job",
        "jobs",
        all.stream()
            .map(job -> job.number() + job.name().map(name -> " (" + name + ")").orElse(""))
            .toList());
  }

  private static String stagesOf(List<Job> all) {
    return Names.list(
        "stage", "stages", all.stream().flatMap(job -> job.stage().stream()).distinct().toList());
  }
}
