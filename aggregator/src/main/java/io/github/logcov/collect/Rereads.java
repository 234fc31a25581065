package io.github.logcov.collect;

import java.time.Duration;

/**
 * When one log that is not complete is read again: after a poll, then after ever longer, so that
 * many such logs do not use up what may be asked, and at last when its time to settle is over.
 */
final class Rereads {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Duration end;
  private final Duration longest;
  private Duration gap;

  /**
   * Reads that are made from now on.
   *
   * @param poll the first gap
   * @param end when the time to settle is over
   */
  Rereads(Duration poll, Duration end) {
    this.end = end;
    this.longest = poll.compareTo(LONGEST) > 0 ? poll : LONGEST;
    this.gap = poll;
  }

  /** Whether a read that begins then is the last one. */
  boolean isLast(Duration asked) {
    return asked.compareTo(end) >= 0;
  }

  /** When to read after one that was answered at {@code time}; never later than it must be. */
  Duration after(Duration time) {
    Duration next = time.plus(gap);
    Duration grown = gap.multipliedBy(3).dividedBy(2);
    gap = grown.compareTo(longest) < 0 ? grown : longest;
    Duration last = time.compareTo(end) > 0 ? time : end;
    return next.compareTo(last) < 0 ? next : last;
  }
}
