package io.github.logcov.format;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a document, for a parser that would keep a tag or comment of any length:
 * between two events it gets so many and no more.
 */
final class XmlInput extends Reader {
  /** A start tag has several attributes, and the parser reads ahead. */
  private static final int SLACK = 1 << 16;

  private final String prolog;
  private final Reader rest;
  private final int maxString;
  private int position;
  private long allowed;
  private @Nullable IOException failure;

  XmlInput(String prolog, Reader rest, int maxString) {
    this.prolog = prolog;
    this.rest = rest;
    this.maxString = maxString;
    allowMore();
  }

  /** An event has arrived. */
  void allowMore() {
    allowed = whole();
  }

  /** Whether the event that arrived may hold more characters than a string may have. */
  boolean mayBeLong() {
    return whole() - allowed + SLACK > maxString;
  }

  /** What went wrong here, if anything did: in a comment, the parser forgets the cause. */
  @Nullable IOException failure() {
    return failure;
  }

  private long whole() {
    return 4L * maxString + SLACK;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    try {
      return supply(target, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  private int supply(char[] target, int offset, int length) throws IOException {
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
          Bound.limit("a tag, text or comment", maxString, "characters", "--max-string"));
    }
    return count;
  }

  @Override
  public void close() {
    // Whoever opened the content closes it.
  }
}
