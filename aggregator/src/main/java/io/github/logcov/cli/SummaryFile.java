package io.github.logcov.cli;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.problem.Problem;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that was asked for.
 *
 * @param option by which option, for messages
 * @param form what is written
 * @param path where to
 */
record SummaryFile(String option, SummaryForm form, Path path) {
  /** Writes it, whole or not at all; a problem when that cannot be done. */
  Optional<Problem> write(Outcome outcome, Console console) {
    return Results.file(
        option,
        path,
        out -> form.writer().write(outcome, out),
        form.isJson() ? console::maskedJson : console::masked);
  }

  /** Whether it has all problems in it, those of other files too. */
  boolean holdsProblems() {
    return form.isJson();
  }
}
