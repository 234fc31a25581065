package io.github.logcov.model;

/**
 * A report claims more than a bound allows; the message names the bound, its size and the option
 * that raises it.
 */
public final class LimitExceededException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With what was exceeded. */
  public LimitExceededException(String message) {
    super(message);
  }
}
