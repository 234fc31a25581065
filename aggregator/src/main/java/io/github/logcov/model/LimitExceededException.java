package io.github.logcov.model;

/**
 * A report claims more than a bound allows; the message names what, the bound and the option that
 * raises it. Unchecked, since nearly every call of a builder could throw it; who reads a report
 * catches it where the place in the report is known.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Such as {@code --max-line}. */
  private final String option;

  /** With what was exceeded and the option that raises the bound. */
  public LimitExceededException(String message, String option) {
    super(message);
    this.option = option;
  }

  /** The option that raises the bound, such as {@code --max-line}. */
  public String option() {
    return option;
  }
}
