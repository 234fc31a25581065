package io.github.logcov.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows under headings, columns as wide as their widest cell, at most {@code width} characters a
 * line: the first column gives way first (a long cell stands on a line of its own), the last one is
 * wrapped at blanks. Nothing is ever cut.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_LAST_COLUMN = 16;

  /** How the cells of a column stand. */
  enum Align {
    LEFT,
    RIGHT
  }

  private final int width;
  private final List<Align> aligns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(int width) {
    this.width = width;
  }

  /** Adds a column. */
  TextTable column(String heading, Align align) {
    aligns.add(align);
    if (rows.isEmpty()) {
      rows.add(new ArrayList<>());
    }
    rows.get(0).add(heading);
    return this;
  }

  /** Adds a row with one cell per column; cells are printable already. */
  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Adds a line that belongs to the row before it, across all columns. */
  void below(String line) {
    rows.add(List.of(line));
  }

  /** Whether there is a row besides the headings. */
  boolean isEmpty() {
    return rows.size() < 2;
  }

  /** The lines, without trailing blanks. */
  List<String> lines() {
    int last = aligns.size() - 1;
    int[] widths = new int[aligns.size()];
    for (List<String> row : rows) {
      for (int c = 0; c <= last && row.size() > 1; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    int between = 0;
    for (int c = 1; c < last; c++) {
      between += widths[c] + GAP.length();
    }
    int forLast = Math.min(widths[last], Math.max(LEAST_LAST_COLUMN, width / 3));
    widths[0] = Math.min(widths[0], Math.max(8, width - between - GAP.length() - forLast));
    widths[last] = Math.max(LEAST_LAST_COLUMN, width - widths[0] - between - GAP.length());

    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.size() == 1) {
        lines.add(row.get(0));
      } else {
        render(row, widths, lines);
      }
    }
    return lines;
  }

  private void render(List<String> row, int[] widths, List<String> lines) {
    int last = row.size() - 1;
    StringBuilder line = new StringBuilder();
    String first = row.get(0);
    if (first.length() > widths[0]) {
      lines.add(first);
      first = "";
    }
    pad(line, first, widths[0], aligns.get(0));
    for (int c = 1; c < last; c++) {
      line.append(GAP);
      pad(line, row.get(c), widths[c], aligns.get(c));
    }
    line.append(GAP);
    int indent = line.length();
    List<String> wrapped = wrap(row.get(last), widths[last]);
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add(((i == 0 ? line.toString() : " ".repeat(indent)) + wrapped.get(i)).stripTrailing());
    }
  }

  private static void pad(StringBuilder line, String cell, int width, Align align) {
    String blanks = " ".repeat(Math.max(0, width - cell.length()));
    line.append(align == Align.LEFT ? cell + blanks : blanks + cell);
  }

  /** As {@link #wrap}, lines after the first one indented by two. */
  static List<String> hanging(String text, int width) {
    List<String> lines = wrap(text, width - 2);
    lines.replaceAll(line -> "  " + line);
    lines.set(0, lines.get(0).substring(2));
    return lines;
  }

  /** Breaks a text at blanks into lines of at most {@code width}; a longer word stands alone. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
