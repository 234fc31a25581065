package io.github.logcov.format.lcov;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.HitCount;
import io.github.logcov.format.LineCursor;
import io.github.logcov.format.MalformedReportException;
import org.jspecify.annotations.Nullable;

/** Takes the record under a cursor apart, from left to right, without making objects. */
final class LcovFields {
  /** Longest name of an unknown record type that is still taken for one. */
  private static final int MAX_TYPE = 16;

  private final LineCursor cursor;

  /** Of the cursor, fetched once per record: this is where reading a tracefile spends its time. */
  private byte[] bytes = {};

  private int start;
  private int end;
  private int at;

  LcovFields(LineCursor cursor) {
    this.cursor = cursor;
  }

  /**
   * Moves behind {@code TYPE:} and returns the type's bytes, packed; 0 when the line does not begin
   * with one to four bytes and a colon.
   */
  int type() {
    bytes = cursor.bytes();
    start = cursor.start();
    end = cursor.end();
    at = start;
    int limit = Math.min(end, start + 5);
    int packed = 0;
    for (int i = start; i < limit; i++) {
      if (bytes[i] == ':') {
        at = i + 1;
        return packed;
      }
      packed = packed << 8 | bytes[i] & 0xff;
    }
    return 0;
  }

  /** The type in {@code TYPE:...} of capitals, digits and underscores; null when there is none. */
  @Nullable String unknownType() {
    int limit = Math.min(end, start + MAX_TYPE + 1);
    int i = start;
    while (i < limit && isTypeByte(bytes[i])) {
      i++;
    }
    return i > start && i < limit && bytes[i] == ':' ? cursor.text(start, i) : null;
  }

  private static boolean isTypeByte(byte b) {
    return b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_';
  }

  /** Index of the next byte. */
  int at() {
    return at;
  }

  /** Goes on from there. */
  void moveTo(int index) {
    at = index;
  }

  boolean atEnd() {
    return at == end;
  }

  /** Moves behind the byte if it is the next one. */
  boolean skip(char expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  void comma(String form) throws MalformedReportException {
    if (!skip(',')) {
      throw wrong(form);
    }
  }

  void end(String form) throws MalformedReportException {
    if (!atEnd()) {
      throw wrong(form);
    }
  }

  /** Some text without a comma, up to the end. */
  void rest(String form) throws MalformedReportException {
    if (atEnd() || lastComma() >= at) {
      throw wrong(form);
    }
    at = end;
  }

  /** Moves behind one digit or more; returns their value, {@link Long#MAX_VALUE} when beyond. */
  long digits(String form) throws MalformedReportException {
    int i = at;
    long value = 0;
    while (i < end) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value > (Long.MAX_VALUE - 9) / 10 ? saturated(value, digit) : value * 10 + digit;
      i++;
    }
    if (i == at) {
      throw wrong(form);
    }
    at = i;
    return value;
  }

  private static long saturated(long value, int digit) {
    return value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
  }

  /** Moves behind digits and the comma after them, if that is what comes next. */
  void skipNumber() {
    int i = at;
    while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
      i++;
    }
    if (i > at && i < end && bytes[i] == ',') {
      at = i + 1;
    }
  }

  /** Moves behind a count, up to the next comma or the end; a whole number in any notation. */
  long count(String form) throws MalformedReportException {
    int from = at;
    if (from < end && bytes[from] >= '0' && bytes[from] <= '9') {
      long value = digits(form);
      if (at == end || bytes[at] == ',') {
        return value;
      }
    }
    int to = from;
    while (to < end && bytes[to] != ',') {
      to++;
    }
    try {
      long value = HitCount.parse(cursor.text(from, to));
      at = to;
      return value;
    } catch (NumberFormatException e) {
      throw wrong(form);
    }
  }

  /** Index of the last comma of the line, which may lie before the next byte; -1 if none. */
  int lastComma() {
    int i = end - 1;
    while (i >= start && bytes[i] != ',') {
      i--;
    }
    return i < start ? -1 : i;
  }

  boolean is(String line) {
    return end - start == line.length() && startsWith(line);
  }

  boolean startsWith(String ascii) {
    if (end - start < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The line as it may be shown. */
  String found() {
    return Excerpt.of(bytes, start, end);
  }

  /** What was expected, and the line that was found instead. */
  MalformedReportException wrong(String expected) {
    return new MalformedReportException(cursor.place(), expected + " but was " + found());
  }
}
