package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.jobvalue.JobValues;
import java.util.List;

/** What each job is worth, the jobs that would do, and lines that hang on one job. */
public final class JobValueText implements TextSection {
  private final JobValues values;

  /** A section that is empty when nobody asked. */
  public JobValueText(JobValues values) {
    this.values = values;
  }

  @Override
  public List<String> lines(Outcome outcome, Screen screen) {
    return values
        .of(outcome)
        .map(value -> new JobValueLines(value, screen).all())
        .orElse(List.of());
  }
}
