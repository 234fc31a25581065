package io.github.logcov.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under headings, columns as wide as their widest cell, at most {@code width} characters a
 * line: the first column gives way first (a long cell stands on a line of its own, or loses its
 * middle on a screen that cuts), the last one is wrapped at blanks. Nothing else is ever cut.
 */
final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_LAST_COLUMN = 16;

  /** How the cells of a column stand. */
  enum Align {
    LEFT,
    RIGHT
  }

  /** A cell; its text is printable already. */
  record Cell(String text, Tint tint) {
    int length() {
      return text.length();
    }
  }

  private final Screen screen;
  private final int width;
  private final List<Align> aligns = new ArrayList<>();
  private final List<List<Cell>> rows = new ArrayList<>();

  TextTable(int width) {
    this(Screen.plain(width));
  }

  TextTable(Screen screen) {
    this.screen = screen;
    this.width = screen.width();
  }

  /** Adds a column. */
  TextTable column(String heading, Align align) {
    aligns.add(align);
    if (rows.isEmpty()) {
      rows.add(new ArrayList<>());
    }
    rows.get(0).add(new Cell(heading, Tint.NONE));
    return this;
  }

  /** Adds a row with one cell per column; cells are printable already. */
  void row(String... cells) {
    rows.add(Arrays.stream(cells).map(text -> new Cell(text, Tint.NONE)).toList());
  }

  /** The same with colours. */
  void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /** Adds a line that belongs to the row before it, across all columns. */
  void below(String line) {
    rows.add(List.of(new Cell(line, Tint.NONE)));
  }

  /** Whether there is a row besides the headings. */
  boolean isEmpty() {
    return rows.size() < 2;
  }

  /** The lines, without trailing blanks. */
  List<String> lines() {
    int last = aligns.size() - 1;
    int[] widths = new int[aligns.size()];
    for (List<Cell> row : rows) {
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
    for (List<Cell> row : rows) {
      if (row.size() == 1) {
        lines.add(row.get(0).text());
      } else {
        render(row, widths, lines);
      }
    }
    return lines;
  }

  private void render(List<Cell> row, int[] widths, List<String> lines) {
    int last = row.size() - 1;
    StringBuilder line = new StringBuilder();
    Cell first = row.get(0);
    if (first.length() > widths[0]) {
      if (screen.cutsPaths()) {
        first = new Cell(PathText.cut(first.text(), widths[0]), first.tint());
      } else {
        lines.add(screen.paint(first.tint(), first.text()));
        first = new Cell("", Tint.NONE);
      }
    }
    pad(line, first, widths[0], aligns.get(0));
    int indent = widths[0];
    for (int c = 1; c < last; c++) {
      line.append(GAP);
      pad(line, row.get(c), widths[c], aligns.get(c));
      indent += GAP.length() + widths[c];
    }
    line.append(GAP);
    indent += GAP.length();
    Cell end = row.get(last);
    List<String> wrapped = wrap(end.text(), widths[last]);
    for (int i = 0; i < wrapped.size(); i++) {
      String before = i == 0 ? line.toString() : " ".repeat(indent);
      lines.add((before + screen.paint(end.tint(), wrapped.get(i))).stripTrailing());
    }
  }

  private void pad(StringBuilder line, Cell cell, int width, Align align) {
    String blanks = " ".repeat(Math.max(0, width - cell.length()));
    String text = screen.paint(cell.tint(), cell.text());
    line.append(align == Align.LEFT ? text + blanks : blanks + text);
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
