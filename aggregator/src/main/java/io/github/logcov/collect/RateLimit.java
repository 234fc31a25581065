package io.github.logcov.collect;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * At most so many requests in any minute. Travis allows an address without an account 500, and the
 * machines of a CI share addresses.
 */
final class RateLimit {
  private static final int MOST = 300;
  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final Deque<Duration> starts = new ArrayDeque<>();

  /** The first moment, not before {@code now}, at which one more may start. */
  Duration opens(Duration now) {
    if (starts.size() < MOST) {
      return now;
    }
    Duration free = starts.getFirst().plus(WINDOW);
    return free.compareTo(now) > 0 ? free : now;
  }

  /** One starts now. */
  void started(Duration now) {
    starts.addLast(now);
    if (starts.size() > MOST) {
      starts.removeFirst();
    }
  }
}
