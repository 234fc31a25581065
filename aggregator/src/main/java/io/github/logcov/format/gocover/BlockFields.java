package io.github.logcov.format.gocover;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.LineCursor;
import io.github.logcov.format.MalformedReportException;

/**
 * Takes {@code path:line.column,line.column statements count} apart, from its end, since a path may
 * hold any character.
 */
final class BlockFields {
  private final LineCursor cursor;

  /** Index behind what is not read yet. */
  private int at;

  private long line;
  private long column;
  private long endLine;
  private long endColumn;
  private long statements;
  private long count;

  BlockFields(LineCursor cursor) {
    this.cursor = cursor;
  }

  /** Reads the line the cursor is on. */
  void read() throws MalformedReportException {
    at = cursor.end();
    count = number();
    skip(' ');
    statements = number();
    skip(' ');
    endColumn = number();
    skip('.');
    endLine = number();
    skip(',');
    column = number();
    skip('.');
    line = number();
    skip(':');
    boolean forward = line < endLine || line == endLine && column <= endColumn;
    boolean inRange = line > 0 && Math.max(column, endColumn) <= Integer.MAX_VALUE;
    if (at == cursor.start() || !forward || !inRange || statements > Integer.MAX_VALUE) {
      throw wrong();
    }
  }

  /** Index behind the path, which is one byte at least and begins the line. */
  int pathEnd() {
    return at;
  }

  /** 1 or more. */
  long line() {
    return line;
  }

  int column() {
    return (int) column;
  }

  /** Not below {@link #line()}. */
  long endLine() {
    return endLine;
  }

  int endColumn() {
    return (int) endColumn;
  }

  int statements() {
    return (int) statements;
  }

  /** {@link Long#MAX_VALUE} when beyond. */
  long count() {
    return count;
  }

  private long number() throws MalformedReportException {
    byte[] bytes = cursor.bytes();
    int end = at;
    while (at > cursor.start() && bytes[at - 1] >= '0' && bytes[at - 1] <= '9') {
      at--;
    }
    if (at == end) {
      throw wrong();
    }
    long value = 0;
    for (int i = at; i < end; i++) {
      int digit = bytes[i] - '0';
      value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
    }
    return value;
  }

  private void skip(char expected) throws MalformedReportException {
    if (at == cursor.start() || cursor.bytes()[--at] != expected) {
      throw wrong();
    }
  }

  private MalformedReportException wrong() {
    return new MalformedReportException(
        cursor.place(),
        "a block needs \"path:line.column,line.column statements count\", from a position to a"
            + " later one, but was "
            + Excerpt.of(cursor.bytes(), cursor.start(), cursor.end()));
  }
}
