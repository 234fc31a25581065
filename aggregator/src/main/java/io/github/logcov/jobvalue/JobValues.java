package io.github.logcov.jobvalue;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Coverage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the jobs are worth, for all who show it: found out when the first one asks, once for each
 * coverage. Not thread-safe.
 */
public final class JobValues {
  private final boolean asked;
  private @Nullable Coverage known;
  private @Nullable JobValue value;

  private JobValues(boolean asked) {
    this.asked = asked;
  }

  /** For a run whose user wants to know. */
  public static JobValues asked() {
    return new JobValues(true);
  }

  /** For a run whose user does not: it costs nothing and is always empty. */
  public static JobValues unasked() {
    return new JobValues(false);
  }

  /** What the jobs are worth to an outcome; empty where nobody wants to know. */
  public Optional<JobValue> of(Outcome outcome) {
    if (asked && known != outcome.coverage()) {
      value = JobValue.of(outcome);
      known = outcome.coverage();
    }
    return Optional.ofNullable(value);
  }
}
