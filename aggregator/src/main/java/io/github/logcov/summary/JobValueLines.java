package io.github.logcov.summary;

import io.github.logcov.collect.Span;
import io.github.logcov.jobvalue.FragileLines;
import io.github.logcov.jobvalue.JobShare;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.log.Job;
import io.github.logcov.summary.TextTable.Align;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of {@link JobValueText}. */
final class JobValueLines {
  /** Rows of a table of fragile lines; a union that one job measures has as many as files. */
  private static final int MOST_ROWS = 20;

  private static final int MOST_RANGES = 12;

  private final JobValue value;
  private final Screen screen;
  private final JobNumbers numbers;
  private final JobValueSentences sentences;

  JobValueLines(JobValue value, Screen screen) {
    this.value = value;
    this.screen = screen;
    this.numbers = new JobNumbers(numbers(value.jobs().stream().map(JobShare::job).toList()));
    this.sentences = new JobValueSentences(value);
  }

  List<String> all() {
    List<String> lines = new ArrayList<>();
    if (value.jobs().isEmpty()) {
      lines.add("job value: no job delivered a report");
      lines.add("");
      return lines;
    }
    lines.addAll(shares());
    lines.add("");
    add(lines, sentences.cheapest());
    add(lines, sentences.spare());
    lines.add("");
    fragile(lines, sentences.alone(), value.alone());
    if (value.jobs().stream().anyMatch(JobShare::optional)) {
      fragile(lines, sentences.optional(), value.optional());
    }
    return lines;
  }

  private List<String> shares() {
    boolean timed = value.jobs().stream().anyMatch(job -> job.duration().isPresent());
    TextTable table = new TextTable(screen).column("job", Align.LEFT).column("lines", Align.RIGHT);
    if (timed) {
      table.column("took", Align.RIGHT);
    }
    table.column("only here", Align.RIGHT).column("union without it", Align.LEFT);
    for (JobShare job : value.jobs()) {
      String without = Ratios.counted(job.without()) + (job.addsNothing() ? ", adds nothing" : "");
      String number = Printable.of(job.job().number());
      String own = Ratios.counted(job.line());
      String alone = Long.toString(job.onlyHere());
      if (timed) {
        table.row(number, own, job.duration().map(Span::of).orElse("?"), alone, without);
      } else {
        table.row(number, own, alone, without);
      }
    }
    return table.lines();
  }

  private void fragile(List<String> lines, String heading, List<FragileLines> fragile) {
    add(lines, heading);
    if (!fragile.isEmpty()) {
      TextTable table =
          new TextTable(screen)
              .column("file", Align.LEFT)
              .column("job", Align.LEFT)
              .column("lines", Align.RIGHT)
              .column("which", Align.LEFT);
      fragile.stream()
          .sorted(Comparator.comparingInt((FragileLines each) -> -each.lines().length))
          .limit(MOST_ROWS)
          .forEach(
              each ->
                  table.row(
                      Printable.of(each.path().value()),
                      numbers.of(numbers(each.jobs())),
                      Integer.toString(each.lines().length),
                      ranges(each.lines())));
      lines.addAll(table.lines());
      int more = fragile.size() - MOST_ROWS;
      if (more > 0) {
        lines.add("(and %d more; --json FILE has them all)".formatted(more));
      }
    }
    lines.add("");
  }

  private static String ranges(int[] lines) {
    List<String> ranges = LineRanges.of(lines);
    int more = ranges.size() - MOST_RANGES;
    String first = String.join(", ", ranges.subList(0, Math.min(MOST_RANGES, ranges.size())));
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static List<String> numbers(List<Job> jobs) {
    return jobs.stream().map(Job::number).toList();
  }

  private void add(List<String> lines, String text) {
    lines.addAll(TextTable.hanging(text, screen.width()));
  }
}
