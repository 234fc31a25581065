package io.github.logcov.format.istanbul;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import java.util.Arrays;

/** Reads positions, one after the other: most of a report are such. Not thread-safe. */
final class PositionReader {
  private static final int START = 0;
  private static final int END = 2;

  private final JsonCursor cursor;
  private final CoverageLimits limits;

  /** Of the position: line and column of its start, line and column of its end. */
  private final int[] numbers = new int[4];

  /** The end that is read: {@link #START} or {@link #END}. */
  private int at;

  // Made once, and not for each of millions.
  private final JsonCursor.Member ends = this::end;
  private final JsonCursor.Member coordinates = this::coordinate;

  PositionReader(JsonCursor cursor, CoverageLimits limits) {
    this.cursor = cursor;
    this.limits = limits;
  }

  /** Reads what the cursor stands on: an object with start and end, or null. */
  Position read() throws MalformedReportException, IOException {
    if (cursor.skipNull()) {
      return Position.NOWHERE;
    }
    Arrays.fill(numbers, Position.UNKNOWN);
    cursor.object(ends);
    return new Position(numbers[0], numbers[1], numbers[2], numbers[3]);
  }

  private void end(String key) throws MalformedReportException, IOException {
    switch (key) {
      case "start" -> point(START);
      case "end" -> point(END);
      default -> cursor.skip();
    }
  }

  private void point(int end) throws MalformedReportException, IOException {
    if (!cursor.skipNull()) {
      at = end;
      cursor.object(coordinates);
    }
  }

  private void coordinate(String key) throws MalformedReportException, IOException {
    if (cursor.skipNull()) {
      return;
    }
    switch (key) {
      case "line" -> numbers[at] = line();
      case "column" -> numbers[at + 1] = column();
      default -> cursor.skip();
    }
  }

  /** A line number, 1 or more. */
  int line() throws MalformedReportException, IOException {
    String expected = "a line number";
    long line = cursor.wholeNumber(expected);
    if (line < 1) {
      throw cursor.notExpected(expected, Long.toString(line));
    }
    limits.checkLine(line);
    return (int) line;
  }

  /** Source maps lead to columns before the first one, and behind any end; none of that matters. */
  private int column() throws MalformedReportException, IOException {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, cursor.wholeNumber("a column")));
  }
}
