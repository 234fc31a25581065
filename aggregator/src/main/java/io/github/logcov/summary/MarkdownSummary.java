package io.github.logcov.summary;

import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Totals;
import io.github.logcov.verdict.Percent;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outcome for a job summary or a comment on a pull request: verdict, totals, thresholds, the
 * files that miss most, jobs, problems. Lists are cut, so that all of it has less than the 65,536
 * characters that GitHub takes for a comment; what is left out is said.
 */
public final class MarkdownSummary implements SummaryWriter {
  private static final int MOST_FILES = 50;
  private static final int MOST_JOBS = 60;
  private static final int MOST_THRESHOLDS = 20;
  private static final int MOST_FLAGS = 20;
  private static final int MOST_PROBLEM_LINES = 100;
  private static final int MOST_PROBLEM_CHARACTERS = 12_000;
  private static final int LONGEST_PATH = 120;
  private static final int LONGEST_NAME = 60;
  private static final int WIDTH = 100;

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    heading(outcome, text);
    totals(outcome, text);
    thresholds(outcome.thresholds(), text);
    files(outcome, text);
    jobs(outcome.jobs(), text);
    problems(outcome, text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void heading(Outcome outcome, StringBuilder text) {
    String mark =
        switch (outcome.conclusion()) {
          case PASSED -> "\u2705";
          case MISSED -> "\u274c";
          default -> "\u26a0\ufe0f";
        };
    text.append("## ").append(mark).append(" Coverage: ").append(outcome.conclusion().word());
    Percent.of(outcome.totals().line())
        .ifPresent(percent -> text.append(", ").append(percent).append(" % of lines"));
    text.append('\n');
    String remark =
        outcome.conclusion().isVerdict()
            ? VerdictLine.remark(outcome)
            : VerdictLine.errors(outcome) + " below; the figures are of what could be read";
    if (!remark.isEmpty()) {
      text.append('\n').append(remark).append('\n');
    }
    outcome.build().ifPresent(build -> build(build, text));
  }

  private static void build(BuildInfo build, StringBuilder text) {
    List<String> facts = new ArrayList<>();
    build
        .number()
        .or(build::id)
        .ifPresent(number -> facts.add("build " + MarkdownText.code(number, LONGEST_NAME)));
    build
        .commit()
        .ifPresent(commit -> facts.add("commit " + MarkdownText.code(commit, LONGEST_NAME)));
    if (!facts.isEmpty()) {
      text.append('\n').append(String.join(", ", facts)).append('\n');
    }
  }

  private static void totals(Outcome outcome, StringBuilder text) {
    text.append("\n| | covered | of | |\n| --- | ---: | ---: | ---: |\n");
    totals("", outcome.totals(), text);
    int shown = 0;
    for (Map.Entry<String, Totals> flag : outcome.flags().entrySet()) {
      if (shown++ < MOST_FLAGS) {
        String name = "flag " + MarkdownText.code(flag.getKey(), LONGEST_NAME) + ": ";
        totals(name, flag.getValue(), text);
      }
    }
    more(shown - MOST_FLAGS, "flag", text);
  }

  private static void totals(String prefix, Totals totals, StringBuilder text) {
    row(prefix + "lines", totals.line(), "", text);
    if (totals.branch().total() > 0) {
      boolean bounds = totals.branchUpper() > totals.branch().covered();
      String most = bounds ? ", at most " + totals.branchUpper() : "";
      row(prefix + "branches", totals.branch(), most, text);
    }
    totals.statement().ifPresent(ratio -> row(prefix + "statements", ratio, "", text));
    totals.function().ifPresent(ratio -> row(prefix + "functions", ratio, "", text));
  }

  private static void row(String name, Ratio ratio, String most, StringBuilder text) {
    text.append("| ")
        .append(name)
        .append(" | ")
        .append(ratio.covered())
        .append(most)
        .append(" | ")
        .append(ratio.total())
        .append(" | ")
        .append(Ratios.percent(ratio))
        .append(" |\n");
  }

  private static void thresholds(List<ThresholdResult> results, StringBuilder text) {
    if (!results.isEmpty()) {
      text.append('\n');
    }
    for (ThresholdResult result : results.subList(0, Math.min(MOST_THRESHOLDS, results.size()))) {
      String line = ThresholdLine.of(result);
      text.append("- ")
          .append(result.met() ? "\u2705 " : "\u274c ")
          .append(result.path().isPresent() ? MarkdownText.code(line, 2 * LONGEST_PATH) : line)
          .append('\n');
    }
    more(results.size() - MOST_THRESHOLDS, "threshold", text);
  }

  private static void files(Outcome outcome, StringBuilder text) {
    List<FileRow> rows = new FileView(FileView.Shown.MISSED, FileView.Order.MISSED).rows(outcome);
    if (rows.isEmpty()) {
      return;
    }
    boolean branches = outcome.coverage().hasBranches();
    text.append("\n### Missed\n\n| file | lines |")
        .append(branches ? " branches |" : "")
        .append(" missed |\n| --- | ---: |")
        .append(branches ? " ---: |" : "")
        .append(" --- |\n");
    for (FileRow row : rows.subList(0, Math.min(MOST_FILES, rows.size()))) {
      text.append("| ")
          .append(MarkdownText.code(row.path().value(), LONGEST_PATH))
          .append(" | ")
          .append(Ratios.percent(row.lines()))
          .append(branches ? " | " + Ratios.percent(row.branches()) : "")
          .append(" | ")
          .append(String.join(", ", row.missed(10)))
          .append(" |\n");
    }
    more(rows.size() - MOST_FILES, "file", text);
  }

  private static void jobs(List<JobOutcome> jobs, StringBuilder text) {
    if (jobs.isEmpty()) {
      return;
    }
    text.append("\n### Jobs\n\n")
        .append("| job | reports | lines | only here | remarks |\n")
        .append("| --- | ---: | ---: | ---: | --- |\n");
    for (JobOutcome job : jobs.subList(0, Math.min(MOST_JOBS, jobs.size()))) {
      String remarks = JobRemarks.of(job);
      text.append("| ")
          .append(MarkdownText.code(job.job().number(), LONGEST_NAME))
          .append(" | ")
          .append(job.payloads().size())
          .append(" | ")
          .append(Ratios.counted(job.line()))
          .append(" | ")
          .append(job.onlyHere())
          .append(" | ")
          .append(remarks.isEmpty() ? "" : MarkdownText.code(remarks, LONGEST_NAME))
          .append(" |\n");
    }
    more(jobs.size() - MOST_JOBS, "job", text);
  }

  private static void problems(Outcome outcome, StringBuilder text) {
    List<String> lines = new ProblemList(WIDTH).lines(outcome.problems());
    if (lines.isEmpty()) {
      return;
    }
    List<String> shown = new ArrayList<>();
    int characters = 0;
    for (String line : lines) {
      // A word may be as long as a path.
      String cut = Visible.cut(line, 4 * WIDTH);
      characters += cut.length() + 1;
      if (shown.size() == MOST_PROBLEM_LINES || characters > MOST_PROBLEM_CHARACTERS) {
        break;
      }
      shown.add(cut);
    }
    text.append("\n### Problems\n\n").append(MarkdownText.block(shown));
    more(lines.size() - shown.size(), "line", text);
  }

  /** Behind a table or list there is a blank line, or it would be a row of it. */
  private static void more(int count, String what, StringBuilder text) {
    if (count > 0) {
      text.append("\nand ").append(count).append(" more ").append(what);
      text.append(count == 1 ? "\n" : "s\n");
    }
  }
}
