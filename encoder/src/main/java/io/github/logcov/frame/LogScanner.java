package io.github.logcov.frame;

import java.io.IOException;
import java.io.InputStream;

/**
 * Streams a log once, on bytes, in a bounded buffer, and hands on what may concern frames.
 *
 * <p>Lines do not matter here but for their numbers: a record is found wherever its sigil stands,
 * so prefixes, carriage returns and what is glued to it need no rule.
 */
final class LogScanner {
  /** Who is told what the log holds. */
  interface Findings {
    void record(RecordParser record, long line) throws IOException;

    void damaged(RecordParser record, long line);

    void nameless(RecordParser record, long line);

    void otherVersion(char version, int id, long line);

    /** A line of so many asterisks and nothing else. */
    void starred(long line, int length);
  }

  /**
   * Bytes before the place of reading that stay in the buffer: the log's end is looked at again.
   */
  private static final int HISTORY = 16 * 1024;

  private static final int SIZE = 128 * 1024;

  private final InputStream log;
  private final Findings findings;
  private final RecordParser parser = new RecordParser();
  private final byte[] b = new byte[SIZE];
  private int limit;
  private int at;
  private boolean atEnd;
  private long line = 1;
  private int lineStart;

  LogScanner(InputStream log, Findings findings) {
    this.log = log;
    this.findings = findings;
  }

  /** Reads the log to its end. */
  LogEnd scan() throws IOException {
    while (!atEnd) {
      fill();
      scanTo(atEnd ? limit : limit - RecordParser.LOOKAHEAD);
    }
    lineEnds(limit);
    return new LogEnd(b, Math.max(0, limit - HISTORY), limit);
  }

  /** Bytes of escape sequences looked at so far, for tests. */
  long examined() {
    return parser.examined();
  }

  /** Lines of the log so far, counted by line feeds, at least 1. */
  long lines() {
    return line;
  }

  private void fill() throws IOException {
    parser.bufferMoved();
    int keepFrom = Math.max(0, at - HISTORY);
    System.arraycopy(b, keepFrom, b, 0, limit - keepFrom);
    limit -= keepFrom;
    at -= keepFrom;
    lineStart = Math.max(lineStart - keepFrom, -1);
    while (limit < SIZE) {
      int got = log.read(b, limit, SIZE - limit);
      if (got < 0) {
        atEnd = true;
        return;
      }
      limit += got;
    }
  }

  private void scanTo(int end) throws IOException {
    byte[] bytes = b;
    int i = at;
    while (i < end) {
      byte c = bytes[i];
      if (c == Grammar.TILDE) {
        i = tilde(i);
      } else {
        i++;
        if (c == '\n') {
          lineEnds(i - 1);
          line++;
          lineStart = i;
        }
      }
    }
    at = i;
  }

  /** Judges a tilde. @return where to go on */
  private int tilde(int i) throws IOException {
    if (i + 1 < limit && b[i + 1] != 'l' && b[i + 1] != Escapes.ESC && b[i + 1] != '\n') {
      return i + 1;
    }
    switch (parser.parse(b, i, limit)) {
      case RECORD:
        findings.record(parser, line);
        if (parser.joins > 0) {
          line += parser.joins;
          lineStart = i;
        }
        return parser.end;
      case DAMAGED:
        findings.damaged(parser, line);
        return i + 1;
      case NAMELESS:
        findings.nameless(parser, line);
        return i + 1;
      case OTHER_VERSION:
        findings.otherVersion(parser.version, parser.id, line);
        return i + 1;
      default:
        return i + 1;
    }
  }

  /**
   * Looks whether the line that ends at {@code end} is all asterisks and as long as a record can
   * be.
   */
  private void lineEnds(int end) {
    int last = end;
    while (last > lineStart && last > 0 && b[last - 1] == '\r') {
      last--;
    }
    int length = last - lineStart;
    if (lineStart < 0 || length < Grammar.MIN_LENGTH || length > Grammar.MAX_LENGTH) {
      return;
    }
    for (int i = lineStart; i < last; i++) {
      if (b[i] != '*') {
        return;
      }
    }
    findings.starred(line, length);
  }
}
