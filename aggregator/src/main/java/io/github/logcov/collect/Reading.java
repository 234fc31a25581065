package io.github.logcov.collect;

/** Which logs a {@link Watch} reads, and when. */
public enum Reading {
  /**
   * Each log once its job is final, again until it is complete ({@code check}, {@code extract}).
   */
  WHEN_DONE,
  /** None; only the states matter ({@code wait}). */
  NEVER,
  /** Each log once, as it stands, whatever the state of its job ({@code inspect}). */
  NOW
}
