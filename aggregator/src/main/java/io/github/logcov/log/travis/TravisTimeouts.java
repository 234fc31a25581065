package io.github.logcov.log.travis;

import java.time.Duration;

/**
 * How long one call may take; all are above zero.
 *
 * @param connect until there is a connection
 * @param read between two arrivals of bytes
 * @param list a whole call for the jobs or stages
 * @param log a whole call for a log, its reading included
 */
public record TravisTimeouts(Duration connect, Duration read, Duration list, Duration log) {

  /** What fits an API that gives up by itself after 20 seconds, and logs of 4 MB. */
  public static final TravisTimeouts DEFAULT =
      new TravisTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10));

  /** Checks that each is above zero: to OkHttp zero is for ever. */
  public TravisTimeouts {
    for (Duration each : new Duration[] {connect, read, list, log}) {
      if (each.isNegative() || each.toMillis() == 0) {
        throw new IllegalArgumentException("a timeout must be at least 1 ms, but was " + each);
      }
    }
  }
}
