package io.github.logcov.collect;

/** What a chosen job owes before there can be a verdict. */
public enum Requirement {
  /** It must pass and deliver at least one whole report. */
  REPORT,
  /** It must pass; it measures no coverage ({@code --no-coverage-job}). */
  PASS,
  /** Nothing ({@code allow_failure} or {@code --optional-job}); what it delivers counts. */
  NOTHING
}
