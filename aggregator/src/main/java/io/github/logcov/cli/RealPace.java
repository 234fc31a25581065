package io.github.logcov.cli;

import io.github.logcov.collect.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Time and chance of this machine. */
final class RealPace implements Pace {
  private final long origin = System.nanoTime();

  @Override
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - origin);
  }

  @Override
  public Instant wallClock() {
    return Clock.systemUTC().instant();
  }

  @Override
  public double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public <T> Optional<T> await(BlockingQueue<T> events, Duration atMost)
      throws InterruptedException {
    return Optional.ofNullable(events.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
  }
}
