package io.github.logcov.collect;

import java.time.Duration;

/**
 * How patient a {@link Watch} is.
 *
 * @param poll time from one look at the jobs to the next, and between two reads of one log; more
 *     than 0
 * @param settle how long a log may still be missing or unfinished, from the first sight of its
 *     job's final state
 * @param timeout bounds everything, from the making of the watch
 */
public record WaitLimits(Duration poll, Duration settle, Duration timeout) {
  /** Checks the ranges. */
  public WaitLimits {
    if (poll.isNegative() || poll.isZero()) {
      throw new IllegalArgumentException("poll must be more than 0, but is " + poll);
    }
    if (settle.isNegative() || timeout.isNegative()) {
      throw new IllegalArgumentException(
          "settle and timeout must not be negative, but are " + settle + " and " + timeout);
    }
  }
}
