package io.github.logcov.log;

import io.github.logcov.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A job and its saved log.
 *
 * @param job the job; only its number is known when no {@code build.json} lies beside the log
 * @param where the file, or {@code archive > entry}, or {@code standard input}; fit to be shown
 * @param log empty when {@code build.json} names the job and there is no log of it
 * @param build what the {@code build.json} beside it says of the build; empty when there is none,
 *     or it says nothing
 * @param told what {@code build.json} says went wrong when the log was fetched
 */
public record SavedLog(
    Job job, String where, Optional<BuildLog> log, Optional<BuildInfo> build, List<Problem> told) {

  /** Copies the list. */
  public SavedLog {
    told = List.copyOf(told);
  }

  /** A log with no {@code build.json} beside it. */
  SavedLog(Job job, String where, Optional<BuildLog> log) {
    this(job, where, log, Optional.empty(), List.of());
  }
}
