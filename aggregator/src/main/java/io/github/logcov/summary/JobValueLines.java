package io.github.logcov.summary;

import io.github.logcov.collect.Span;
import io.github.logcov.jobvalue.CheapestJobs;
import io.github.logcov.jobvalue.FragileLines;
import io.github.logcov.jobvalue.JobShare;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.log.Job;
import io.github.logcov.summary.TextTable.Align;
import java.time.Duration;
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

  JobValueLines(JobValue value, Screen screen) {
    this.value = value;
    this.screen = screen;
    this.numbers = new JobNumbers(numbers(value.jobs().stream().map(JobShare::job).toList()));
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
    add(lines, cheapest());
    add(lines, spare());
    lines.add("");
    fragile(
        lines,
        "covered by one job alone: %s".formatted(ofUnion(value.aloneLines())),
        value.alone());
    if (value.jobs().stream().anyMatch(JobShare::optional)) {
      fragile(
          lines,
          "covered only by jobs that need not pass: %s".formatted(ofUnion(value.optionalLines())),
          value.optional());
    }
    return lines;
  }

  private List<String> shares() {
    boolean timed = value.jobs().stream().anyMatch(job -> job.duration().isPresent());
    TextTable table =
        new TextTable(screen).column("job", Align.LEFT).column("lines", Align.RIGHT);
    if (timed) {
      table.column("took", Align.RIGHT);
    }
    table.column("only here", Align.RIGHT).column("union without it", Align.LEFT);
    for (JobShare job : value.jobs()) {
      String without =
          Ratios.counted(job.without()) + (job.addsNothing() ? ", adds nothing" : "");
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

  private String cheapest() {
    CheapestJobs cheapest = value.cheapest();
    String all = lines(value.union().covered());
    if (cheapest.kept().isEmpty()) {
      return "no line is covered, so no job is needed to keep that";
    }
    if (cheapest.spare().isEmpty()) {
      return cheapest.kept().size() == 1
          ? "the only job is needed to keep the %s".formatted(all)
          : "all %s are needed to keep the %s".formatted(jobs(cheapest.kept().size()), all);
    }
    String cost =
        cheapest.byDuration()
            ? "%s of %s".formatted(span(cheapest.cost()), span(cheapest.costOfAll()))
            : "%s of %s, each counted as 1: not all durations are known"
                .formatted(cheapest.cost(), jobs(cheapest.costOfAll()));
    return "the cheapest jobs that keep the %s: %s (%s); %s. Branches may be fewer: which job took which is not known."
        .formatted(
            all,
            numbers.of(numbers(cheapest.kept())),
            cost,
            cheapest.proven()
                ? "proven, no choice is cheaper"
                : "found greedily, a cheaper choice may exist");
  }

  private String spare() {
    List<Job> nothing =
        value.jobs().stream().filter(JobShare::addsNothing).map(JobShare::job).toList();
    if (nothing.isEmpty()) {
      return "every job runs lines that no other one runs";
    }
    List<Job> both = nothing.stream().filter(value.cheapest().spare()::contains).toList();
    String each =
        nothing.size() == 1
            ? "runs no line that no other job runs: "
            : "run no line that no other job runs: ";
    return each
        + JobNumbers.list(numbers(nothing))
        + (both.isEmpty() || both.size() == nothing.size()
            ? ""
            : "; of these only %s can go together".formatted(JobNumbers.list(numbers(both))));
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

  private String ofUnion(long lines) {
    return "%d of %s".formatted(lines, lines(value.union().covered()));
  }

  private static String lines(long covered) {
    return covered == 1 ? "1 covered line" : covered + " covered lines";
  }

  private static String jobs(long count) {
    return count == 1 ? "1 job" : count + " jobs";
  }

  private static String span(long seconds) {
    return Span.of(Duration.ofSeconds(seconds));
  }

  private void add(List<String> lines, String text) {
    lines.addAll(TextTable.hanging(text, screen.width()));
  }
}
