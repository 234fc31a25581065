package io.github.logcov.problem;

/**
 * What a problem of severity {@link Severity#ERROR} does to the verdict. The order is the order in
 * which they win when several apply: 2, 1, 7, 6, 5, 4, 3.
 */
public enum ProblemKind {
  /** Wrong usage or configuration. */
  USAGE,
  /** A fault inside logcov, or a local file could not be written. */
  FAULT,
  /** A required job failed. */
  JOB_FAILED,
  /** The CI could not be asked. */
  UNAVAILABLE,
  /** A payload or report is damaged or malformed. */
  UNREADABLE,
  /** A job that must deliver did not, or there is no coverage at all. */
  INCOMPLETE
}
