package io.github.logcov.cli;

import io.github.logcov.collect.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/**
 * The time of this machine, only faster: requests are real ones to a real server, whose answers
 * take what they take, and what is waited for in between passes in no time.
 */
final class HastyPace implements Pace {
  /** A poll of a second takes 40 ms. */
  private static final int TIMES_FASTER = 25;

  private final RealPace real = new RealPace();

  @Override
  public Duration elapsed() {
    return real.elapsed().multipliedBy(TIMES_FASTER);
  }

  /** In the middle of a minute, wherever the real clock is. */
  @Override
  public Instant wallClock() {
    return Instant.parse("2026-11-21T09:30:30Z");
  }

  /** Always the middle. */
  @Override
  public double chance() {
    return 0.5;
  }

  @Override
  public <T> Optional<T> await(BlockingQueue<T> events, Duration atMost)
      throws InterruptedException {
    return real.await(events, atMost.dividedBy(TIMES_FASTER));
  }
}
