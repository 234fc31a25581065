package io.github.logcov.log;

import java.util.Optional;

/**
 * A job and its saved log.
 *
 * @param job the job; only its number is known when no {@code build.json} lies beside the log
 * @param where the file, or {@code archive > entry}, or {@code standard input}; fit to be shown
 * @param log empty when {@code build.json} names the job and there is no log of it
 */
public record SavedLog(Job job, String where, Optional<BuildLog> log) {}
