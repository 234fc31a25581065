package io.github.logcov.after;

/** A tox.ini that cannot be read; the message says where, what was expected and what was found. */
public final class MalformedToxIniException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedToxIniException(String message) {
    super(message);
  }
}
