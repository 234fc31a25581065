package io.github.logcov.format.lcov;

import io.github.logcov.format.FormatLimits;

/**
 * Reads {@code FN:line[,end],name} and {@code FNDA:hits,name} with plain digits and names in ASCII,
 * many at a time, as {@link PlainRecords} does lines and arms. At the first byte that is not plain
 * it stops, and leaves the line to {@link LcovReader}.
 */
final class PlainFunctions {
  /** With so many digits a line number is an int and a count a long. */
  private static final int LINE_DIGITS = 9;

  private static final int COUNT_DIGITS = 18;

  private final int maxLine;
  private final int maxLength;
  private final LcovFunctions functions;
  private int count;

  PlainFunctions(FormatLimits limits, LcovFunctions functions) {
    this.maxLine = limits.coverage().maxLine();
    this.maxLength = limits.maxString();
    this.functions = functions;
  }

  /**
   * Reads records from {@code from} on, the first byte of a line, up to {@code to}, behind a line
   * feed.
   *
   * @return index of the first byte of the first line that was not read
   */
  int read(byte[] bytes, int from, int to) {
    count = 0;
    long room = functions.room();
    int next = from;
    while (next < to && count < room) {
      int end = record(bytes, next);
      if (end == next) {
        break;
      }
      next = end;
      count++;
    }
    return next;
  }

  /** Records that were read last. */
  int count() {
    return count;
  }

  // As in PlainRecords, no index needs a check against the end: the last byte is a line feed.

  /** Reads a record. @return index behind it, or its own if it is not plain */
  private int record(byte[] b, int start) {
    if (b[start] != 'F' || b[start + 1] != 'N') {
      return start;
    }
    boolean defines = b[start + 2] == ':';
    if (!defines && (b[start + 2] != 'D' || b[start + 3] != 'A' || b[start + 4] != ':')) {
      return start;
    }
    int from = start + (defines ? 3 : 5);
    int comma = behindDigits(b, from);
    int digits = comma - from;
    if (b[comma] != ',' || digits == 0 || digits > (defines ? LINE_DIGITS : COUNT_DIGITS)) {
      return start;
    }
    long number = value(b, from, comma);
    int name = comma + 1;
    if (defines) {
      int end = behindDigits(b, name);
      name = end > name && b[end] == ',' ? end + 1 : name;
    }
    int end = name;
    while (b[end] >= ' ') {
      end++;
    }
    // Blanks at the end are not part of a line, and bytes below 0 not of ASCII.
    boolean plain = b[end] == '\n' && end > name && b[end - 1] != ' ' && end - start <= maxLength;
    if (!plain || defines && number > maxLine) {
      return start;
    }
    if (defines) {
      functions.define(b, name, end, (int) number);
    } else {
      functions.count(b, name, end, number);
    }
    return end + 1;
  }

  private static int behindDigits(byte[] b, int from) {
    int i = from;
    while (b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  private static long value(byte[] b, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + b[i] - '0';
    }
    return value;
  }
}
