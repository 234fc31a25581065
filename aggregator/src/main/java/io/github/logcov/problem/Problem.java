package io.github.logcov.problem;

/**
 * Something that is missing, damaged or odd, with where it is and what to do.
 *
 * @param type its stable name and what it does to the verdict
 * @param severity how much it weighs here
 * @param origin where it is
 * @param message what was expected, what was found, what to do; one sentence or a few, no line
 *     breaks
 */
public record Problem(ProblemType type, Severity severity, Origin origin, String message) {

  /** A problem that decides the exit status. */
  public static Problem error(ProblemType type, Origin origin, String message) {
    return new Problem(type, Severity.ERROR, origin, message);
  }

  /** A problem that is shown, but does not decide. */
  public static Problem warning(ProblemType type, Origin origin, String message) {
    return new Problem(type, Severity.WARNING, origin, message);
  }

  /** Something worth knowing. */
  public static Problem note(ProblemType type, Origin origin, String message) {
    return new Problem(type, Severity.NOTE, origin, message);
  }

  /** Whether it decides the exit status. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same as a warning, when it is an error. */
  public Problem softened() {
    return severity == Severity.ERROR ? warning(type, origin, message) : this;
  }
}
