package io.github.logcov.format;

/** A report that its format does not allow: where, what was expected, what was found. */
public final class MalformedReportException extends Exception {
  private static final long serialVersionUID = 1L;
  private final String place;

  /**
   * With the place ({@code 17}, {@code 17:4}, {@code byte 220}, or empty) and what is wrong there.
   */
  public MalformedReportException(String place, String message) {
    super(message);
    this.place = place;
  }

  /** With what was thrown below. */
  public MalformedReportException(String place, String message, Throwable cause) {
    super(message, cause);
    this.place = place;
  }

  /** Line, line:column or byte; empty when it is the report as a whole. */
  public String place() {
    return place;
  }
}
