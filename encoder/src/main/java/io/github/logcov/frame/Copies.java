package io.github.logcov.frame;

import java.util.HashSet;
import java.util.Set;

/** How many lines came of a frame, which may stand in a log more than once. */
final class Copies {
  /** Header lines told apart; an honest frame has twice as many at most. */
  private static final int MAX_HEADERS = 2 * Grammar.MAX_HEADER_LINES;

  private final Set<Integer> headers = new HashSet<>();
  private int copies = 1;
  private boolean dataSeen;
  private boolean tailSeen;
  private boolean endSeen;
  private int received;
  private long lastPlace = -1;
  private long lastLine;
  private int headerIndex = -1;

  void add(RecordParser record, long logLine) {
    long place = (long) record.kind.digit() << 24 | (long) record.salt << 18 | record.number;
    // What could not be written at once is written again, on the next line or that behind it.
    boolean again = place == lastPlace && logLine - lastLine <= 2;
    lastPlace = place;
    lastLine = logLine;
    if (again) {
      return;
    }
    received++;
    boolean primaryHeader = record.kind == Kind.HEADER && record.salt < Grammar.SALTS;
    boolean body = record.kind == Kind.DATA || record.kind == Kind.PARITY;
    int index = primaryHeader ? record.number / Grammar.HEADER_RADIX : -1;
    if (primaryHeader && (dataSeen || tailSeen || index <= headerIndex) || body && tailSeen) {
      copies++;
      dataSeen = false;
      tailSeen = false;
    }
    headerIndex = primaryHeader ? index : headerIndex;
    dataSeen |= body;
    tailSeen |= !body && !primaryHeader;
    endSeen |= record.kind == Kind.END;
    if (record.kind == Kind.HEADER && headers.size() < MAX_HEADERS) {
      headers.add(record.salt << 18 | record.number);
    }
  }

  /**
   * Lines that are missing in the copies of the frame, at most as far as can be told.
   *
   * @param body data and parity lines that are there, without repair
   * @param expectedBody data and parity lines of the whole frame
   * @param headerLines lines of one header
   */
  long missing(long body, long expectedBody, int headerLines) {
    long expected = expectedBody + 2L * headerLines + 1;
    long distinct = body + headers.size() + (endSeen ? 1 : 0);
    return Math.max(Math.max(0, expected - distinct), copies * expected - received);
  }
}
