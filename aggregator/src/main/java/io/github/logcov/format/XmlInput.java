package io.github.logcov.format;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a document, for a parser that would keep a tag or comment of any length: between
 * two events it gets so many and no more.
 */
final class XmlInput extends Reader {
  /** A start tag has several attributes, and the parser reads ahead. */
  private static final int SLACK = 1 << 16;

  private final String prolog;
  private final Reader rest;
  private final int maxString;
  private int position;
  private long allowed;

  XmlInput(String prolog, Reader rest, int maxString) {
    this.prolog = prolog;
    this.rest = rest;
    this.maxString = maxString;
    allowMore();
  }

  /** An event has arrived. */
  void allowMore() {
    allowed = 4L * maxString + SLACK;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count;
    if (position < prolog.length()) {
      count = Math.min(length, prolog.length() - position);
      prolog.getChars(position, position + count, target, offset);
      position += count;
    } else {
      count = rest.read(target, offset, length);
    }
    allowed -= Math.max(count, 0);
    if (allowed < 0) {
      throw new IOException(
          Bound.exceeded("", "a tag, text or comment", maxString, "characters", "--max-string"));
    }
    return count;
  }

  @Override
  public void close() {
    // Whoever opened the content closes it.
  }
}
