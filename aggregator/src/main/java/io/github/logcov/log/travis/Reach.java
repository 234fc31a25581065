package io.github.logcov.log.travis;

/** Which of the other jobs of a build matter to the job that asks. */
public enum Reach {
  /** Those of the stages before its own; all others where the build has no stages. */
  EARLIER_STAGES,
  /** Those and the others of its own stage. */
  OWN_STAGE_TOO
}
