package io.github.logcov.cli;

import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.summary.TextSection;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for besides the result.
 *
 * @param sections for the text summary
 * @param jobValue empty when nobody asked
 */
record Insights(List<TextSection> sections, Optional<JobValue> jobValue) {
  /** Nothing was. */
  static final Insights NONE = new Insights(List.of(), Optional.empty());

  /** Copies the list. */
  Insights {
    sections = List.copyOf(sections);
  }
}
