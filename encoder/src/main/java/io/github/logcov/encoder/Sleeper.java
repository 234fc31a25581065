package io.github.logcov.encoder;

/** Waits; a test's one only counts. */
interface Sleeper {
  void sleep(long millis) throws InterruptedException;
}
