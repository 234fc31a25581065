package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.Optional;
import java.util.Set;

/** What the states of jobs mean: docs/travis.md has the words Travis uses. */
final class JobStates {
  private static final Set<String> BAD_ENDS = Set.of("failed", "errored", "canceled");
  private static final int SHOWN = 40;

  private JobStates() {}

  /** Whether the job is over; a word nobody knows is one of a job that is not. */
  static boolean isFinal(Job job) {
    return job.state().filter(state -> state.equals("passed")).isPresent() || endedBadly(job);
  }

  static boolean endedBadly(Job job) {
    return job.state().filter(BAD_ENDS::contains).isPresent();
  }

  /** Whether the job was canceled before it began, so that it never had a log. */
  static boolean neverStarted(Job job) {
    return job.state().filter("canceled"::equals).isPresent() && job.times().started().isEmpty();
  }

  /** The state, fit for a message: an API may answer a word of any length. */
  static String shown(Job job) {
    String state = job.state().orElse("of no known state");
    return state.length() <= SHOWN ? state : state.substring(0, SHOWN) + "...";
  }

  /** Reads {@code failed} or {@code was canceled}. */
  static String verb(Job job) {
    String state = shown(job);
    return state.equals("canceled") ? "was canceled" : state;
  }

  /** What is to be said of a job that did not pass. */
  static Optional<Problem> problem(Job job, Requirement requirement) {
    if (job.state().isEmpty() || job.state().get().equals("passed")) {
      return Optional.empty();
    }
    Origin origin = Origin.ofJob(job.number());
    String page = job.url().map(url -> "; see " + url).orElse("");
    if (!requirement.mustPass()) {
      return Optional.of(
          endedBadly(job)
              ? Problem.note(ProblemType.JOB_FAILED, origin, verb(job) + ", which it may" + page)
              : Problem.warning(
                  ProblemType.JOB_UNFINISHED,
                  origin,
                  "is still " + shown(job) + ", so its coverage may not be all there" + page));
    }
    return Optional.of(
        endedBadly(job)
            ? Problem.error(
                ProblemType.JOB_FAILED, origin, "must have passed, but " + verb(job) + page)
            : Problem.error(
                ProblemType.JOB_UNFINISHED,
                origin,
                "must have passed, but is still %s%s".formatted(shown(job), page)));
  }
}
