package io.github.logcov.collect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many requests in any {@link #WINDOW}. What leaves here evenly spaced need not arrive
 * so: the window is longer than the minute that a server counts in by what a request may lag.
 */
final class RateLimit {
  /** A minute, and a second that the last requests of one may take longer than those after it. */
  static final Duration WINDOW = Duration.ofSeconds(61);

  private final int most;
  private final Deque<Duration> starts = new ArrayDeque<>();

  /**
   * A limit under which nothing has started yet.
   *
   * @param most requests in a window; more than 0
   */
  RateLimit(int most) {
    this.most = most;
  }

  /** The first moment, not before {@code now}, at which one more may start. */
  Duration opens(Duration now) {
    if (starts.size() < most) {
      return now;
    }
    Duration free = starts.getFirst().plus(WINDOW);
    return free.compareTo(now) > 0 ? free : now;
  }

  /** One starts now. */
  void started(Duration now) {
    starts.addLast(now);
    if (starts.size() > most) {
      starts.removeFirst();
    }
  }
}
