package io.github.logcov.summary;

import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Severity;
import io.github.logcov.summary.TextTable.Align;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What {@code check} prints: jobs, files with something missed, totals, problems, and a verdict
 * line per threshold.
 */
public final class TextSummary implements SummaryWriter {
  private final int width;

  /** A summary of lines of at most {@code width} characters, as far as what is shown has blanks. */
  public TextSummary(int width) {
    this.width = width;
  }

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.addAll(jobs(outcome));
    lines.addAll(files(outcome));
    lines.addAll(wrapped(totals(outcome)));
    lines.addAll(problems(outcome));
    lines.addAll(wrapped(verdict(outcome)));
    for (String line : lines) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private List<String> wrapped(List<String> lines) {
    return lines.stream().flatMap(line -> TextTable.hanging(line, width).stream()).toList();
  }

  private List<String> jobs(Outcome outcome) {
    TextTable table =
        new TextTable(width)
            .column("job", Align.LEFT)
            .column("reports", Align.RIGHT)
            .column("lines", Align.RIGHT)
            .column("only here", Align.RIGHT)
            .column("remarks", Align.LEFT);
    for (JobOutcome job : outcome.jobs()) {
      table.row(
          Printable.of(job.job().number()),
          Integer.toString(job.payloads().size()),
          Ratios.counted(job.line()),
          Long.toString(job.onlyHere()),
          remarks(job));
    }
    if (table.isEmpty()) {
      return List.of();
    }
    List<String> lines = table.lines();
    lines.add("");
    return lines;
  }

  private static String remarks(JobOutcome job) {
    List<String> remarks = new ArrayList<>();
    job.job().name().ifPresent(name -> remarks.add(Printable.cut(name, 60)));
    job.job()
        .state()
        .filter(state -> !state.equals("passed"))
        .ifPresent(s -> remarks.add(Printable.cut(s, 20)));
    if (!job.requirement().mustPass()) {
      remarks.add("optional");
    }
    if (!job.requirement().expectsReport()) {
      remarks.add("measures nothing");
    }
    int repaired = job.payloads().stream().mapToInt(payload -> payload.repaired()).sum();
    if (repaired > 0) {
      remarks.add(repaired == 1 ? "1 line repaired" : repaired + " lines repaired");
    }
    return String.join(", ", remarks);
  }

  private List<String> files(Outcome outcome) {
    boolean branches = outcome.coverage().hasBranches();
    TextTable table = new TextTable(width).column("file", Align.LEFT).column("lines", Align.RIGHT);
    if (branches) {
      table.column("branches", Align.RIGHT);
    }
    table.column("missed", Align.LEFT);
    int whole = 0;
    for (Map.Entry<SourcePath, FileCoverage> entry : outcome.coverage().files().entrySet()) {
      FileCoverage file = entry.getValue();
      List<String> missed = missed(file);
      if (missed.isEmpty()) {
        whole++;
        continue;
      }
      String path = Printable.of(entry.getKey().value());
      String text = String.join(", ", missed);
      if (branches) {
        table.row(path, Ratios.percent(file.lines()), Ratios.percent(file.arms().ratio()), text);
      } else {
        table.row(path, Ratios.percent(file.lines()), text);
      }
    }
    List<String> lines = new ArrayList<>();
    if (!table.isEmpty()) {
      lines.addAll(table.lines());
      if (whole > 0) {
        lines.add(
            whole == 1 ? "(1 file misses nothing)" : "(%s files miss nothing)".formatted(whole));
      }
      lines.add("");
    }
    return lines;
  }

  /** Missed lines as ranges, then the lines whose branches are not all covered. */
  private static List<String> missed(FileCoverage file) {
    List<String> missed = new ArrayList<>(LineRanges.of(file.missedLines()));
    List<String> partial = LineRanges.of(partialOnly(file));
    if (!partial.isEmpty()) {
      partial.set(0, (missed.isEmpty() ? "" : "and ") + "branches on " + partial.get(0));
      missed.addAll(partial);
    }
    return missed;
  }

  /** Lines that ran and have branches that did not; those of a missed line go without saying. */
  private static int[] partialOnly(FileCoverage file) {
    int[] missed = file.missedLines();
    return Arrays.stream(file.partialLines())
        .filter(line -> Arrays.binarySearch(missed, line) < 0)
        .toArray();
  }

  private static List<String> totals(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome
        .flags()
        .forEach(
            (flag, totals) -> lines.add("flag " + Printable.cut(flag, 40) + ": " + total(totals)));
    lines.add("total: " + total(outcome.totals()));
    lines.add("");
    return lines;
  }

  private static String total(Totals totals) {
    StringBuilder text = new StringBuilder("lines ").append(Ratios.counted(totals.line()));
    if (totals.branch().total() > 0) {
      text.append(", branches ").append(Ratios.counted(totals.branch()));
      if (totals.branchUpper() > totals.branch().covered()) {
        text.append(", at most ").append(totals.branchUpper());
      }
    }
    totals
        .statement()
        .ifPresent(ratio -> text.append(", statements ").append(Ratios.counted(ratio)));
    totals.function().ifPresent(ratio -> text.append(", functions ").append(Ratios.counted(ratio)));
    return text.toString();
  }

  private List<String> problems(Outcome outcome) {
    List<String> lines = new ProblemList(width).lines(outcome.problems());
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  private static List<String> verdict(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    for (ThresholdResult result : outcome.thresholds()) {
      lines.add(ThresholdLine.of(result));
    }
    lines.add("verdict: " + outcome.conclusion().word() + because(outcome));
    return lines;
  }

  private static String because(Outcome outcome) {
    if (!outcome.conclusion().isVerdict()) {
      long errors =
          outcome.problems().stream()
              .filter(problem -> problem.severity() == Severity.ERROR)
              .count();
      return " (%s above); the figures are of what could be read"
          .formatted(errors == 1 ? "1 error" : errors + " errors");
    }
    if (outcome.keptGoing() && outcome.passedOver() > 0) {
      return " (--keep-going: %s passed over)"
          .formatted(outcome.passedOver() == 1 ? "1 problem" : outcome.passedOver() + " problems");
    }
    return outcome.thresholds().isEmpty() ? " (no threshold given)" : "";
  }
}
