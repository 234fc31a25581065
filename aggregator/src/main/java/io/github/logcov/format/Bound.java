package io.github.logcov.format;

import io.github.logcov.model.LimitExceededException;

/** Words a bound that a report exceeded. */
public final class Bound {
  private Bound() {}

  /** Reads {@code a line may have 1048576 bytes, this has more; --max-string raises the bound}. */
  public static MalformedReportException exceeded(
      String place, String what, String unit, long bound, String option) {
    return at(place, new LimitExceededException(
        what + " may have " + bound + " " + unit + ", this has more; " + option + " raises the bound"));
  }

  /** As thrown below, with the place in the report. */
  public static MalformedReportException at(String place, LimitExceededException exceeded) {
    return new MalformedReportException(place, exceeded.getMessage(), exceeded);
  }
}
