package io.github.logcov.encoder;

/** The caller asked for something that cannot be done: exit status 2, nothing printed. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
