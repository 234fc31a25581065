package io.github.logcov.frame;

import java.util.Objects;

/** Why a payload is not whole, in the user's words. */
public final class FrameDamage {
  /** The kinds of damage; callers branch on these, never on the message. */
  public enum Cause {
    /** The payload's tail never came. */
    TRUNCATED,
    /** The tail never came because the CI ended the log at its size limit. */
    LOG_CUT,
    /** The CI put a mask such as {@code [secure]} or {@code ***} into lines. */
    MASKED,
    /** The log scanner wrote asterisks over whole lines after the job. */
    CENSORED,
    /** Lines in the middle are missing or garbled. */
    LINES_MISSING,
    /** Both copies of the header are damaged, so nobody knows what the payload is. */
    HEADER_MISSING,
    /** The lines are there, but they do not make up what the header promises. */
    CORRUPT,
    /** Written by a version of logcov that this one cannot read. */
    VERSION,
    /** A limit of this program was passed. */
    TOO_LARGE,
    /** The log holds more lines of frames than this program keeps. */
    TOO_MANY_LINES,
    /** Two lines claim the same place with different content. */
    CONFLICT
  }

  private final Cause cause;
  private final String message;

  FrameDamage(Cause cause, String message) {
    this.cause = cause;
    this.message = message;
  }

  /** The kind of damage. */
  public Cause cause() {
    return cause;
  }

  /** What is damaged and what to do, one sentence without a full stop, printable ASCII. */
  public String message() {
    return message;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrameDamage
        && cause == ((FrameDamage) other).cause
        && message.equals(((FrameDamage) other).message);
  }

  @Override
  public int hashCode() {
    return Objects.hash(cause, message);
  }

  @Override
  public String toString() {
    return cause + ": " + message;
  }
}
