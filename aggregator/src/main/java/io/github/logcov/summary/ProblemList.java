package io.github.logcov.summary;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Problems for a terminal: gravest first; one message of many jobs or places is shown once, with
 * the jobs.
 */
public final class ProblemList {
  private static final int MOST_JOBS = 20;

  /** Warnings and notes of one kind; errors are all shown. A log has an end of about 4 MB. */
  private static final int MOST_OF_A_KIND = 50;

  private final Screen screen;
  private final int width;

  /** Lines of at most {@code width} characters, as far as the messages have blanks. */
  public ProblemList(int width) {
    this(Screen.plain(width));
  }

  /** Lines for a screen, the word of the severity in its colour. */
  public ProblemList(Screen screen) {
    this.screen = screen;
    this.width = screen.width();
  }

  /** What is the same but for where it is. */
  private record Same(Severity severity, String slug, String message) {}

  /** The lines; empty when there is no problem. */
  public List<String> lines(List<Problem> problems) {
    Map<Same, List<Problem>> groups = new LinkedHashMap<>();
    for (Problem problem : problems) {
      groups
          .computeIfAbsent(
              new Same(problem.severity(), problem.type().slug(), problem.message()),
              same -> new ArrayList<>())
          .add(problem);
    }
    List<String> lines = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      Map<String, Integer> shown = new TreeMap<>();
      groups.forEach(
          (same, group) -> {
            if (same.severity() == severity
                && (shown.merge(same.slug(), 1, Integer::sum) <= MOST_OF_A_KIND
                    || severity == Severity.ERROR)) {
              add(lines, same, group);
            }
          });
      if (severity != Severity.ERROR) {
        addRest(lines, severity, shown);
      }
    }
    return lines;
  }

  private void addRest(List<String> lines, Severity severity, Map<String, Integer> shown) {
    shown.forEach(
        (slug, count) -> {
          if (count > MOST_OF_A_KIND) {
            String text =
                "%s: and %d more like these; --json FILE has them all [%s]"
                    .formatted(severity.word(), count - MOST_OF_A_KIND, slug);
            paragraph(lines, severity, text);
          }
        });
  }

  private void add(List<String> lines, Same same, List<Problem> group) {
    String where = where(group.stream().map(Problem::origin).distinct().toList());
    String text =
        "%s: %s%s [%s]"
            .formatted(
                same.severity().word(),
                where.isEmpty() ? "" : where + ": ",
                same.message(),
                same.slug());
    paragraph(lines, same.severity(), text);
  }

  private void paragraph(List<String> lines, Severity severity, String text) {
    List<String> paragraph = Printable.paragraph(text, width);
    String word = severity.word();
    String first = paragraph.get(0).substring(word.length());
    lines.add(screen.paint(Tint.of(severity), word) + first);
    lines.addAll(paragraph.subList(1, paragraph.size()));
  }

  /**
   * One place; or all jobs; or the first of several places, how many more there are, and in which
   * jobs.
   */
  private static String where(List<Origin> origins) {
    Origin first = origins.get(0);
    if (origins.size() == 1) {
      return first.toString();
    }
    List<String> jobs = origins.stream().map(Origin::job).distinct().toList();
    if (jobs.size() == origins.size() && origins.stream().allMatch(ProblemList::isWholeJob)) {
      return "jobs " + list(jobs);
    }
    String more = first + " (and " + (origins.size() - 1) + " more";
    return more + (jobs.size() == 1 ? ")" : ", in jobs " + list(jobs) + ")");
  }

  private static boolean isWholeJob(Origin origin) {
    return origin.equals(Origin.ofJob(origin.job()));
  }

  private static String list(List<String> jobs) {
    if (jobs.size() > MOST_JOBS) {
      String first = String.join(", ", jobs.subList(0, MOST_JOBS));
      return first + " and " + (jobs.size() - MOST_JOBS) + " more";
    }
    int last = jobs.size() - 1;
    return String.join(", ", jobs.subList(0, last)) + " and " + jobs.get(last);
  }
}
