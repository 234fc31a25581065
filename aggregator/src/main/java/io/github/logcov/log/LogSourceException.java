package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;

/** Logs that cannot be had; {@link #problem} says which, why, and what to do. */
public final class LogSourceException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  /** With an error of that type. */
  public LogSourceException(ProblemType type, String message) {
    super(message);
    this.problem = Problem.error(type, Origin.NOWHERE, message);
  }

  /** With what was thrown below. */
  public LogSourceException(ProblemType type, String message, Throwable cause) {
    super(message, cause);
    this.problem = Problem.error(type, Origin.NOWHERE, message);
  }

  /** What is wrong, of severity error. */
  public Problem problem() {
    return problem;
  }
}
