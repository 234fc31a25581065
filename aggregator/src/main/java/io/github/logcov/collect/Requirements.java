package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobChoice;
import io.github.logcov.log.JobPattern;
import io.github.logcov.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Which jobs owe what.
 *
 * @param optional jobs that owe nothing ({@code --optional-job})
 * @param withoutCoverage jobs that must pass but measure nothing ({@code --no-coverage-job})
 */
public record Requirements(List<JobPattern> optional, List<JobPattern> withoutCoverage) {

  /** What a job owes. */
  public Requirement of(Job job) {
    boolean measures = !names(withoutCoverage, job);
    if (job.allowFailure() || names(optional, job)) {
      return measures ? Requirement.NOTHING : Requirement.UNMEASURED;
    }
    return measures ? Requirement.REPORT : Requirement.PASS;
  }

  private static boolean names(List<JobPattern> patterns, Job job) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(job));
  }

  /** A note for each pattern that names none of the jobs. */
  public List<Problem> unmatched(List<Job> jobs) {
    List<Problem> notes = new ArrayList<>();
    notes.addAll(JobChoice.notes("--optional-job", optional, jobs));
    notes.addAll(JobChoice.notes("--no-coverage-job", withoutCoverage, jobs));
    return notes;
  }
}
