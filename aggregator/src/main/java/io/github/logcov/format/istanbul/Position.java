package io.github.logcov.format.istanbul;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;

/**
 * From where to where something is in a source: lines from 1 on, columns from 0 on, each {@value
 * #UNKNOWN} where the report leaves it out (the missing {@code else} of an {@code if}) or says
 * {@code null} (a column behind the end of the line).
 */
record Position(int line, int column, int endLine, int endColumn) {
  static final int UNKNOWN = -1;

  /** Nowhere: <code>{start: {}, end: {}}</code>. */
  static final Position NOWHERE = new Position(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Whether it is known where it ends, and that is not before it begins. */
  boolean isRange() {
    return line > 0 && column >= 0 && endColumn >= 0 && !endsBeforeItBegins();
  }

  /** Whether it is a line, from its first column to some other one. */
  boolean isWholeLine() {
    return isRange() && column == 0 && endLine == line;
  }

  private boolean endsBeforeItBegins() {
    return endLine < line || endLine == line && endColumn < column;
  }

  /** Reads what the cursor stands on: an object with start and end, or null. */
  static Position read(JsonCursor cursor, CoverageLimits limits)
      throws MalformedReportException, IOException {
    if (cursor.isNull()) {
      cursor.skip();
      return NOWHERE;
    }
    int[] ends = {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN};
    cursor.object(
        key -> {
          switch (key) {
            case "start" -> point(cursor, limits, ends, 0);
            case "end" -> point(cursor, limits, ends, 2);
            default -> cursor.skip();
          }
        });
    return new Position(ends[0], ends[1], ends[2], ends[3]);
  }

  private static void point(JsonCursor cursor, CoverageLimits limits, int[] ends, int at)
      throws MalformedReportException, IOException {
    if (cursor.isNull()) {
      cursor.skip();
      return;
    }
    cursor.object(
        key -> {
          if (cursor.isNull()) {
            cursor.skip();
            return;
          }
          switch (key) {
            case "line" -> ends[at] = line(cursor, limits);
            case "column" -> ends[at + 1] = column(cursor);
            default -> cursor.skip();
          }
        });
  }

  /** A line number, 1 or more. */
  static int line(JsonCursor cursor, CoverageLimits limits)
      throws MalformedReportException, IOException {
    String expected = "a line number";
    long line = cursor.wholeNumber(expected);
    if (line < 1) {
      throw cursor.notExpected(expected, Long.toString(line));
    }
    limits.checkLine(line);
    return (int) line;
  }

  /** Source maps lead to columns before the first one, and behind any end; none of that matters. */
  private static int column(JsonCursor cursor) throws MalformedReportException, IOException {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, cursor.wholeNumber("a column")));
  }

  /** {@code 3:2-5:1}; what is unknown is a question mark. */
  @Override
  public String toString() {
    return shown(line) + ":" + shown(column) + "-" + shown(endLine) + ":" + shown(endColumn);
  }

  private static String shown(int number) {
    return number == UNKNOWN ? "?" : Integer.toString(number);
  }
}
