package io.github.logcov.cli;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.summary.JsonSummary;
import io.github.logcov.summary.ProblemList;
import io.github.logcov.summary.TextSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes an outcome wherever it was asked for. */
final class Summaries {
  private final Console console;
  private final Optional<Path> json;
  private Insights insights = Insights.NONE;

  Summaries(Console console, Optional<Path> json) {
    this.console = console;
    this.json = json;
  }

  /** The same, with what more was asked for. */
  ExitStatus write(Outcome outcome, Insights insights) throws IOException {
    this.insights = insights;
    return write(outcome);
  }

  /** Problems on the error stream, the summary on standard output, JSON into its file. */
  ExitStatus write(Outcome outcome) throws IOException {
    Outcome written = json.isPresent() ? writeJson(outcome, json.get()) : outcome;
    if (!console.isOneStream()) {
      new ProblemList(console.width()).lines(written.problems()).forEach(console.err()::println);
    }
    new TextSummary(console.width(), insights.sections()).write(written, console.out());
    if (console.out().checkError()) {
      console
          .err()
          .println("logcov check: standard output cannot be written; is it full or closed?");
      return ExitStatus.FAILED;
    }
    return ExitStatus.of(written.conclusion());
  }

  /**
   * Leaves the outcome of a run that failed inside logcov where JSON was asked for, if that can be
   * done.
   */
  void leaveFault(Outcome outcome) {
    json.ifPresent(file -> writeJson(outcome, file));
  }

  /** The outcome, with one more problem when the file could not be written. */
  private Outcome writeJson(Outcome outcome, Path file) {
    return Results.json(
            console,
            file,
            out -> new JsonSummary(
                        ExitStatus.of(outcome.conclusion()).code(), insights.jobValue())
                    .write(outcome, out))
        .map(outcome::with)
        .orElse(outcome);
  }
}
