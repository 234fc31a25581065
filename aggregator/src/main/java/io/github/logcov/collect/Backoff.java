package io.github.logcov.collect;

import java.time.Duration;

/** Pauses before something is tried again: from 1 s, doubling to 60 s, less up to a quarter. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Duration next = Duration.ofSeconds(1);

  /**
   * The next pause.
   *
   * @param chance from 0 (a quarter less) to 1 (the whole pause)
   */
  Duration next(double chance) {
    Duration whole = next;
    Duration doubled = whole.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return Duration.ofMillis(Math.round(whole.toMillis() * (0.75 + 0.25 * chance)));
  }

  /** The last try went well. */
  void reset() {
    next = Duration.ofSeconds(1);
  }
}
