package io.github.logcov.cli;

import io.github.logcov.jobvalue.JobValues;
import io.github.logcov.summary.TextSection;
import java.util.List;

/**
 * What was asked for besides the result.
 *
 * @param sections of the text
 * @param jobValues empty when nobody asked
 */
record Insights(List<TextSection> sections, JobValues jobValues) {
  /** Nothing was. */
  static final Insights NONE = new Insights(List.of(), JobValues.unasked());

  /** Copies the list. */
  Insights {
    sections = List.copyOf(sections);
  }
}
