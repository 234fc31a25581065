package io.github.logcov.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a source with what is known of them: number, hits, covered arms, jobs, text. What a jobs
 * column of a third of the width does not hold, and remarks, stand below the line.
 */
final class LineRows {
  private static final String GAP = "  ";
  private static final int LEAST_SOURCE = 20;

  private final Screen screen;
  private final int width;
  private final List<Row> rows = new ArrayList<>();

  /**
   * A row.
   *
   * @param mark whether it is the one that is asked for
   * @param hits empty where there is no statement
   * @param arms empty where there are none
   * @param few the jobs in short, where {@code jobs} is too long
   * @param source as in the file; empty where there is none
   */
  record Row(
      boolean mark,
      int line,
      String hits,
      String arms,
      String jobs,
      String few,
      String source,
      List<String> remarks,
      Tint tint) {}

  LineRows(Screen screen) {
    this.screen = screen;
    this.width = screen.width();
  }

  void add(Row row) {
    rows.add(row);
  }

  List<String> lines(boolean withSource) {
    boolean marked = rows.stream().anyMatch(Row::mark);
    int jobsRoom = Math.max(12, width / 3);
    int number = widest(4, rows.stream().map(row -> Integer.toString(row.line())).toList());
    int hits = widest(4, rows.stream().map(Row::hits).toList());
    boolean withArms = rows.stream().anyMatch(row -> !row.arms().isEmpty());
    int arms = withArms ? widest(8, rows.stream().map(Row::arms).toList()) : 0;
    int jobs = widest(4, rows.stream().map(row -> cell(row, jobsRoom)).toList());
    List<String> lines = new ArrayList<>();
    lines.add(
        (marked ? GAP : "")
            + right("line", number)
            + GAP
            + right("hits", hits)
            + GAP
            + (withArms ? right("branches", arms) + GAP : "")
            + (withSource ? left("jobs", jobs) + GAP + "source" : "jobs"));
    for (Row row : rows) {
      String head =
          (marked ? row.mark() ? "> " : GAP : "")
              + right(Integer.toString(row.line()), number)
              + GAP
              + right(row.hits(), hits)
              + GAP
              + (withArms ? right(row.arms(), arms) + GAP : "")
              + left(cell(row, jobsRoom), jobs)
              + GAP;
      int room = Math.max(LEAST_SOURCE, width - head.length());
      lines.add(
          (screen.paint(row.tint(), head.stripTrailing())
                  + " ".repeat(head.length() - head.stripTrailing().length())
                  + SourceLine.of(row.source(), room))
              .stripTrailing());
      int indent = head.length() - jobs - GAP.length();
      if (row.jobs().length() > jobsRoom) {
        below(lines, indent, "ran by " + row.jobs());
      }
      row.remarks().forEach(remark -> below(lines, indent, remark));
    }
    return lines;
  }

  private void below(List<String> lines, int indent, String text) {
    for (String line : TextTable.hanging(text, Math.max(LEAST_SOURCE, width - indent))) {
      lines.add(" ".repeat(indent) + line);
    }
  }

  private static String cell(Row row, int room) {
    return row.jobs().length() > room ? row.few() : row.jobs();
  }

  private static int widest(int least, List<String> cells) {
    return Math.max(least, cells.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
