package io.github.logcov.format;

/** A report that only the tool that wrote it can read, and the tool is not there or not allowed. */
public final class ToolMissingException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With what is missing. */
  public ToolMissingException(String message) {
    super(message);
  }
}
