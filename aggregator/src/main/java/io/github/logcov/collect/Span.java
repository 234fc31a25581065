package io.github.logcov.collect;

import java.time.Duration;

/** Lengths of time as people write them. */
public final class Span {
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;

  private Span() {}

  /**
   * Reads {@code 500ms}, {@code 1.5s}, {@code 90s} as {@code 1m30s}, {@code 1h}, {@code 1h0m5s};
   * from a minute on without parts of a second.
   */
  public static String of(Duration length) {
    long millis = length.toMillis();
    if (millis >= MINUTE) {
      return coarse(millis / SECOND);
    }
    if (millis > 0 && millis < SECOND) {
      return millis + "ms";
    }
    long tenths = millis % SECOND / 100;
    return millis / SECOND + (tenths == 0 ? "" : "." + tenths) + "s";
  }

  private static String coarse(long seconds) {
    long hours = seconds / 3600;
    long minutes = seconds / 60 % 60;
    long rest = seconds % 60;
    StringBuilder text = new StringBuilder();
    if (hours > 0) {
      text.append(hours).append('h');
    }
    if (minutes > 0 || hours > 0 && rest > 0) {
      text.append(minutes).append('m');
    }
    if (rest > 0) {
      text.append(rest).append('s');
    }
    return text.toString();
  }
}
