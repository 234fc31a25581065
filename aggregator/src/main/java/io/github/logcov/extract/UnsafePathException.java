package io.github.logcov.extract;

/** A path from a log that cannot be a file below a folder; the message says why and what to do. */
public final class UnsafePathException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what was expected and what was found. */
  public UnsafePathException(String message) {
    super(message);
  }

  /** With what was thrown below. */
  public UnsafePathException(String message, Throwable cause) {
    super(message, cause);
  }
}
