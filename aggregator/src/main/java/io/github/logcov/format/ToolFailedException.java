package io.github.logcov.format;

/** A report that only the tool that wrote it can read, and the tool did not. */
public final class ToolFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what it did instead. */
  public ToolFailedException(String message) {
    super(message);
  }
}
