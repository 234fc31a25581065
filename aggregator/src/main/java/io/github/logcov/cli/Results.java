package io.github.logcov.cli;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.summary.ProblemList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the results of a command go.
 *
 * @param console the streams
 * @param command the command, for a message
 */
record Results(Console console, String command) {
  /**
   * Problems on the error stream, the result, which repeats them, on standard output.
   *
   * @return the status, or {@link ExitStatus#FAILED} when standard output cannot be written
   */
  ExitStatus print(List<Problem> problems, List<String> lines, ExitStatus status) {
    if (!console.isOneStream()) {
      new ProblemList(console.errorScreen()).lines(problems).forEach(console.err()::println);
    }
    lines.forEach(console.out()::println);
    if (console.out().checkError()) {
      console
          .err()
          .println(
              "logcov " + command + ": standard output cannot be written; is it full or closed?");
      return ExitStatus.FAILED;
    }
    return status;
  }

  /** Writes {@code --json FILE}; a problem when it cannot be written. */
  static Optional<Problem> json(Console console, Path file, WholeFile.Content content) {
    return file(console, "--json", file, content);
  }

  /**
   * Writes a file that an option names; a problem when it cannot be written.
   *
   * @param option for the message
   */
  static Optional<Problem> file(
      Console console, String option, Path file, WholeFile.Content content) {
    try {
      new WholeFile(file).write(console.masked(content));
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
