package io.github.logcov.payload;

import io.github.logcov.problem.ProblemType;
import java.io.IOException;

/**
 * A payload whose bytes are not the ones that went in, or more than a bound allows. An {@link
 * IOException}, because a reader in the middle of a report meets it as a read that fails.
 */
public final class MalformedPayloadException extends IOException {
  private static final long serialVersionUID = 1L;
  private final transient ProblemType type;

  /** With the kind of problem, what was expected and what was found. */
  public MalformedPayloadException(ProblemType type, String message) {
    super(message);
    this.type = type;
  }

  /** With what was thrown below. */
  public MalformedPayloadException(ProblemType type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  /** The slug and the effect on the verdict. */
  public ProblemType type() {
    return type;
  }
}
