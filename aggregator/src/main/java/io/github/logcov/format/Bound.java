package io.github.logcov.format;

import io.github.logcov.model.LimitExceededException;
import java.util.Objects;

/** Bounds on reports, in words. */
public final class Bound {
  private Bound() {}

  /** Reads {@code a line has more than 1048576 bytes; --max-string raises that bound}. */
  public static MalformedReportException exceeded(
      String place, String what, int bound, String unit, String option) {
    return at(place, limit(what, bound, unit, option));
  }

  /** The same, for who does not know the place. */
  static LimitExceededException limit(String what, int bound, String unit, String option) {
    String message = what + " has more than " + bound + " " + unit;
    return new LimitExceededException(message + "; " + option + " raises that bound", option);
  }

  /** As thrown below, with the place in the report. */
  public static MalformedReportException at(String place, LimitExceededException exceeded) {
    return new MalformedReportException(
        place, Objects.requireNonNull(exceeded.getMessage()), exceeded);
  }

  /** As thrown when the facts of one source file were put together. */
  public static MalformedReportException in(String path, LimitExceededException exceeded) {
    String message = Excerpt.of(path) + ": " + exceeded.getMessage();
    return new MalformedReportException("", message, exceeded);
  }
}
