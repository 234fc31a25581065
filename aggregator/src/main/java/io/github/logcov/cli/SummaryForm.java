package io.github.logcov.cli;

import io.github.logcov.summary.SummaryWriter;

/**
 * A form in which an outcome can be written.
 *
 * @param name its word in {@code --report}
 * @param description what it is, on one line
 * @param writer writes it
 */
record SummaryForm(String name, String description, SummaryWriter writer) {
  boolean isJson() {
    return name.equals(SummaryForms.JSON);
  }
}
