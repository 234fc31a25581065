package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.Optional;

/**
 * Says why there is no report of a job, where its log itself does not tell.
 *
 * @param settle how long its log was waited for
 * @param once whether the log was read as it stands, and not waited for
 */
record MissingReport(Job job, Requirement requirement, Duration settle, boolean once) {
  /** What is to be said when this was the last answer. */
  Optional<Problem> of(Optional<LogAbsentException> absent, Optional<LogFindings> found) {
    if (absent.isPresent()) {
      return Optional.of(problem("its log " + absent.get().getMessage() + afterwards(absent)));
    }
    if (once || found.filter(log -> log.isEmpty() && !log.isClosed()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        problem(
            "has no report in its log, which has no last line of Travis either"
                + afterwards(absent)));
  }

  private String afterwards(Optional<LogAbsentException> absent) {
    if (once) {
      return "";
    }
    if (JobStates.neverStarted(job)) {
      return ", since the job was canceled before it started";
    }
    if (absent.filter(LogAbsentException::lasting).isPresent()) {
      return "; restart the job";
    }
    return " %s after the job was done; restart the job, or give its log longer with --settle"
        .formatted(Span.of(settle));
  }

  private Problem problem(String message) {
    Problem problem =
        Problem.error(ProblemType.COVERAGE_MISSING, Origin.ofJob(job.number()), message);
    if (once) {
      return Problem.note(problem.type(), problem.origin(), message);
    }
    return requirement.mustPass() ? problem : problem.softened();
  }
}
