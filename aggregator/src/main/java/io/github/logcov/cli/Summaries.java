package io.github.logcov.cli;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.problem.Problem;
import io.github.logcov.summary.FileView;
import io.github.logcov.summary.ProblemList;
import io.github.logcov.summary.TextSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes an outcome wherever it was asked for.
 *
 * @param console the streams
 * @param view the files that the text lists
 * @param insights what the text shows besides
 * @param files what is written besides
 */
record Summaries(Console console, FileView view, Insights insights, List<SummaryFile> files) {
  /** Files, problems on the error stream, the summary on standard output. */
  ExitStatus write(Outcome outcome) throws IOException {
    Outcome written = writeFiles(outcome);
    if (!console.isOneStream()) {
      new ProblemList(console.errorScreen())
          .lines(written.problems())
          .forEach(console.err()::println);
    }
    new TextSummary(console.screen(), view, insights.sections()).write(written, console.out());
    return ExitStatus.of(written.conclusion());
  }

  /**
   * Leaves the outcome of a run that failed inside logcov where files were asked for, if that can
   * be done.
   */
  void leaveFault(Outcome outcome) {
    files.forEach(file -> file.write(outcome, console));
  }

  /** Takes away what an earlier run left there. */
  void leaveNothing() {
    for (SummaryFile file : files) {
      try {
        if (Files.isRegularFile(file.path())) {
          Files.delete(file.path());
        }
      } catch (IOException e) {
        // The exit status tells that there is no result.
        continue;
      }
    }
  }

  /**
   * Writes those first that hold no problems: they are of the outcome as it is. Then the others,
   * which also hold that a file could not be written.
   *
   * @return the outcome, with a problem for each file that could not be written
   */
  private Outcome writeFiles(Outcome outcome) {
    Outcome known = outcome;
    for (SummaryFile file : files) {
      if (!file.holdsProblems()) {
        known = with(known, file.write(outcome, console));
      }
    }
    List<SummaryFile> stale = new ArrayList<>();
    for (SummaryFile file : files) {
      if (file.holdsProblems()) {
        Optional<Problem> problem = file.write(known, console);
        if (problem.isPresent()) {
          known = with(known, problem);
          rewrite(stale, known);
        } else {
          stale.add(file);
        }
      }
    }
    return known;
  }

  private static Outcome with(Outcome outcome, Optional<Problem> problem) {
    return problem.map(outcome::with).orElse(outcome);
  }

  /** What could be written a moment ago can be written again. */
  private void rewrite(List<SummaryFile> files, Outcome outcome) {
    files.forEach(file -> file.write(outcome, console));
  }
}
