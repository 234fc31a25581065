package io.github.logcov.aggregate;

import io.github.logcov.collect.Requirement;
import io.github.logcov.log.Job;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * What of a job could be read, and what was wrong.
 *
 * @param job the job
 * @param requirement what it owes
 * @param payloads its readable reports
 * @param problems of the job, its log and its payloads
 */
record JobReports(
    Job job, Requirement requirement, List<PayloadOutcome> payloads, List<Problem> problems) {
  JobReports {
    payloads = List.copyOf(payloads);
    problems = List.copyOf(problems);
  }

  /** The job's part in the union. */
  Session session() {
    return new Session(job.number());
  }

  /**
   * With what it gave to the union.
   *
   * @param lines of each job that is in it
   * @param onlyHere lines of each such job that no other one ran
   */
  JobOutcome outcome(Map<Session, Ratio> lines, Map<Session, Long> onlyHere) {
    return new JobOutcome(
        job,
        requirement,
        payloads,
        lines.getOrDefault(session(), Ratio.NONE),
        onlyHere.getOrDefault(session(), 0L));
  }
}
