package io.github.logcov.summary;

import io.github.logcov.aggregate.Conclusion;
import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Totals;
import io.github.logcov.summary.TextTable.Align;
import io.github.logcov.summary.TextTable.Cell;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} prints: jobs, files, totals, problems, and a verdict line per threshold. */
public final class TextSummary implements SummaryWriter {
  private final Screen screen;
  private final FileView view;
  private final List<TextSection> sections;

  /** A summary of lines of at most {@code width} characters, as far as what is shown has blanks. */
  public TextSummary(int width) {
    this(Screen.plain(width), FileView.DEFAULT);
  }

  /** A summary for a screen, which lists these files. */
  public TextSummary(Screen screen, FileView view) {
    this(screen, view, List.of());
  }

  /** The same, which shows more below the files. */
  public TextSummary(Screen screen, FileView view, List<TextSection> sections) {
    this.screen = screen;
    this.view = view;
    this.sections = List.copyOf(sections);
  }

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.addAll(jobs(outcome));
    lines.addAll(files(outcome));
    sections.forEach(section -> lines.addAll(section.lines(outcome, screen)));
    lines.addAll(totals(outcome));
    lines.addAll(problems(outcome));
    lines.addAll(verdict(outcome));
    for (String line : lines) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  private List<String> painted(Tint tint, String line) {
    return TextTable.hanging(line, screen.width()).stream()
        .map(part -> screen.paint(tint, part))
        .toList();
  }

  private List<String> jobs(Outcome outcome) {
    TextTable table =
        new TextTable(screen)
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
          JobRemarks.of(job));
    }
    if (table.isEmpty()) {
      return List.of();
    }
    List<String> lines = table.lines();
    lines.add("");
    return lines;
  }

  private List<String> files(Outcome outcome) {
    boolean branches = outcome.coverage().hasBranches();
    TextTable table = new TextTable(screen).column("file", Align.LEFT).column("lines", Align.RIGHT);
    if (branches) {
      table.column("branches", Align.RIGHT);
    }
    table.column("missed", Align.LEFT);
    List<FileRow> rows = view.rows(outcome);
    for (FileRow row : rows) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell(Printable.of(row.path().value()), Tint.NONE));
      cells.add(percent(row.lines()));
      if (branches) {
        cells.add(percent(row.branches()));
      }
      cells.add(new Cell(String.join(", ", row.missed()), Tint.NONE));
      table.row(cells);
    }
    List<String> lines = new ArrayList<>();
    if (!table.isEmpty()) {
      lines.addAll(table.lines());
      int whole = outcome.coverage().files().size() - rows.size();
      if (whole > 0) {
        lines.add(
            whole == 1 ? "(1 file misses nothing)" : "(%s files miss nothing)".formatted(whole));
      }
      lines.add("");
    }
    return lines;
  }

  private static Cell percent(Ratio ratio) {
    return new Cell(Ratios.percent(ratio), Tint.of(ratio));
  }

  private List<String> totals(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    outcome
        .flags()
        .forEach(
            (flag, totals) ->
                lines.addAll(
                    painted(
                        tint(totals),
                        Printable.of("flag " + Printable.cut(flag, 40) + ": " + total(totals)))));
    lines.addAll(painted(tint(outcome.totals()), "total: " + total(outcome.totals())));
    lines.add("");
    return lines;
  }

  private static Tint tint(Totals totals) {
    return Tint.of(totals.combined());
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
    List<String> lines = new ProblemList(screen).lines(outcome.problems());
    if (!lines.isEmpty()) {
      lines.add("");
    }
    return lines;
  }

  private List<String> verdict(Outcome outcome) {
    List<String> lines = new ArrayList<>();
    for (ThresholdResult result : outcome.thresholds()) {
      lines.addAll(painted(result.met() ? Tint.GOOD : Tint.BAD, ThresholdLine.of(result)));
    }
    boolean passed = outcome.conclusion() == Conclusion.PASSED;
    lines.addAll(painted(passed ? Tint.GOOD : Tint.BAD, VerdictLine.of(outcome)));
    return lines;
  }
}
