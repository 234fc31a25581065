package io.github.logcov.cli;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.summary.ProblemList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the results of a command go.
 *
 * @param console the streams
 */
record Results(Console console) {
  /** Problems on the error stream, the result, which repeats them, on standard output. */
  void print(List<Problem> problems, List<String> lines) {
    if (!console.isOneStream()) {
      new ProblemList(console.errorScreen()).lines(problems).forEach(console.err()::println);
    }
    lines.forEach(console.out()::println);
  }

  /** Writes {@code --json FILE}; a problem when it cannot be written. */
  static Optional<Problem> json(Console console, Path file, WholeFile.Content content) {
    return file("--json", file, content, console::maskedJson);
  }

  /**
   * Writes a file that an option names; a problem when it cannot be written.
   *
   * @param option for the message
   * @param mask keeps the token out of what goes through it
   */
  static Optional<Problem> file(
      String option, Path file, WholeFile.Content content, UnaryOperator<OutputStream> mask) {
    try {
      new WholeFile(file)
          .write(
              out -> {
                OutputStream masked = mask.apply(out);
                content.write(masked);
                masked.close();
              });
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Problem.error(
              ProblemType.SUMMARY_UNWRITABLE,
              Origin.NOWHERE,
              "%s: %s cannot be written: %s; name a file that can be"
                  .formatted(option, file, WholeFile.reason(e, file))));
    }
  }
}
