package io.github.logcov.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Time that passes only while somebody waits and nobody works. */
final class FakePace implements Pace {
  private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:10Z");

  private record Later(Duration at, Runnable task) {}

  private final AtomicInteger working = new AtomicInteger();
  private final Deque<Duration> slow = new ArrayDeque<>();
  private final List<Later> later = new ArrayList<>();
  private volatile Duration now = Duration.ZERO;
  double chance = 1;

  /** By so much time moves on whenever somebody looks; real clocks do. */
  Duration tick = Duration.ZERO;

  @Override
  public Duration elapsed() {
    if (!tick.isZero()) {
      now = now.plus(tick);
    }
    return now;
  }

  /** So far the clock on the wall is set forth, or back, whenever somebody looks. */
  Duration leap = Duration.ZERO;

  private Duration set = Duration.ZERO;

  /** It is so late now. */
  void skipTo(Duration then) {
    now = then;
  }

  @Override
  public Instant wallClock() {
    set = set.plus(leap);
    return BEGIN.plus(now).plus(set);
  }

  @Override
  public double chance() {
    return chance;
  }

  @Override
  public <T> Optional<T> await(BlockingQueue<T> events, Duration atMost)
      throws InterruptedException {
    Duration end = now.plus(atMost);
    while (true) {
      T event = events.poll();
      // Who works has posted its event a moment before it is done.
      for (int tries = 0; event == null && working.get() > 0; tries++) {
        event = events.poll(1, TimeUnit.MILLISECONDS);
        if (tries > 10_000) {
          throw new AssertionError("a call hangs");
        }
      }
      event = event == null ? events.poll() : event;
      if (event != null) {
        return Optional.of(event);
      }
      Optional<Later> next = later.stream().min(Comparator.comparing(Later::at));
      if (next.isPresent() && next.get().at().compareTo(end) <= 0) {
        later.remove(next.get());
        now = next.get().at().compareTo(now) > 0 ? next.get().at() : now;
        next.get().task().run();
      } else if (atMost.compareTo(Duration.ofMinutes(59)) > 0) {
        throw new AssertionError("nothing will ever happen");
      } else {
        now = end;
        return Optional.ofNullable(events.poll());
      }
    }
  }

  /** Runs everything at once, on the thread that asks, but for calls that are slow. */
  Executor inline() {
    return task -> {
      Duration takes = slow.isEmpty() ? Duration.ZERO : slow.removeFirst();
      if (takes.isZero()) {
        task.run();
      } else {
        later.add(new Later(now.plus(takes), task));
      }
    };
  }

  /** The next calls of {@link #inline} take so long each. */
  void slow(Duration... takes) {
    slow.addAll(List.of(takes));
  }

  /** What is slow ends now. */
  void hurry() {
    List<Later> all = List.copyOf(later);
    later.clear();
    all.forEach(each -> each.task().run());
  }

  /** Lets another executor work while time stands still. */
  Executor around(Executor executor) {
    return task -> {
      working.incrementAndGet();
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              working.decrementAndGet();
            }
          });
    };
  }
}
