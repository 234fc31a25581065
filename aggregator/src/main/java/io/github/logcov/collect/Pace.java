package io.github.logcov.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;

/** Time and chance, which this package does not take from the system itself. */
public interface Pace {
  /** Time since some fixed moment; it never goes back and knows no leap. */
  Duration elapsed();

  /** What the clock on the wall says. */
  Instant wallClock();

  /** A number from 0 to 1 that nobody can guess, so that many who wait do not ask together. */
  double chance();

  /** The next of these events; empty when none came in so long. */
  <T> Optional<T> await(BlockingQueue<T> events, Duration atMost) throws InterruptedException;
}
