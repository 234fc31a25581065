package io.github.logcov.log;

import java.util.Optional;

/**
 * A job and its saved log.
 *
 * @param job the job; only its number is known when no {@code build.json} lies beside the log
 * @param where the file, or {@code archive > entry}, or {@code standard input}; fit to be shown
 * @param log empty when {@code build.json} names the job and there is no log of it
 * @param build what the {@code build.json} beside it says of the build; empty when there is none,
 *     or it says nothing
 */
public record SavedLog(Job job, String where, Optional<BuildLog> log, Optional<BuildInfo> build) {

  /** A log with no {@code build.json} beside it. */
  SavedLog(Job job, String where, Optional<BuildLog> log) {
    this(job, where, log, Optional.empty());
  }
}
