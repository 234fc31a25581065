package io.github.logcov.cli;

/**
 * Wrong usage or configuration: the message says what was expected, what was found, what to do.
 * Status 2.
 */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
