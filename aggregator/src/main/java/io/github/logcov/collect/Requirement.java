package io.github.logcov.collect;

/** What a chosen job owes before there can be a verdict. */
public enum Requirement {
  /** It must pass and deliver at least one whole report. */
  REPORT,
  /** It must pass; it measures no coverage ({@code --no-coverage-job}). */
  PASS,
  /** Nothing ({@code allow_failure} or {@code --optional-job}); what it delivers counts. */
  NOTHING,
  /** Nothing, and no report is expected of it either ({@code --no-coverage-job} besides). */
  UNMEASURED;

  /** Whether the job must have passed. */
  public boolean mustPass() {
    return this == REPORT || this == PASS;
  }

  /** Whether it is worth a word when the job delivers no report. */
  public boolean expectsReport() {
    return this == REPORT || this == NOTHING;
  }
}
