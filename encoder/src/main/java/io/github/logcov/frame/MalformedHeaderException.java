package io.github.logcov.frame;

/** A header text is not what the grammar asks for. */
public final class MalformedHeaderException extends Exception {
  private static final long serialVersionUID = 1;

  private final FrameDamage.Cause cause;

  MalformedHeaderException(FrameDamage.Cause cause, String message) {
    super(message);
    this.cause = cause;
  }

  /** {@code VERSION} when a newer logcov could read it, else {@code CORRUPT}. */
  public FrameDamage.Cause damage() {
    return cause;
  }
}
