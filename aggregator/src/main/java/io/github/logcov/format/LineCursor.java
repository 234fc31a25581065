package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over the lines of a UTF-8 stream as ranges of one byte array, without an object per line. A
 * byte order mark at the start, and blanks and carriage returns at the end of a line are not part
 * of it. Not thread-safe.
 */
public final class LineCursor {
  private final InputStream in;
  private final int maxLength;
  private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
  private byte[] bytes = new byte[1 << 16];
  private int filled;
  private int next;
  private int start;
  private int end;
  private long number;
  private boolean terminated;

  /** Index behind the last line feed in the array. */
  private int aheadEnd;

  /** Over a stream whose lines may be {@code maxLength} bytes long. */
  public LineCursor(InputStream in, int maxLength) {
    this.in = in;
    this.maxLength = maxLength;
  }

  /**
   * Moves to the next line; false at the end. Every line is checked: no zero byte, valid UTF-8, not
   * too long.
   */
  public boolean next() throws MalformedReportException, IOException {
    number++;
    start = next;
    int at = start;
    boolean zero = false;
    boolean ascii = true;
    while (true) {
      while (at < filled) {
        byte b = bytes[at];
        if (b <= '\n') {
          if (b == '\n') {
            break;
          }
          zero |= b == 0;
          ascii &= b >= 0;
        }
        at++;
      }
      if (at < filled) {
        next = at + 1;
        terminated = true;
        break;
      }
      int length = at - start;
      requireShort(length);
      boolean more = fill();
      at = start + length;
      if (!more) {
        if (length == 0) {
          return false;
        }
        next = filled;
        terminated = false;
        break;
      }
    }
    end = at;
    requireShort(end - start);
    if (zero) {
      throw new MalformedReportException(
          place(), "text was expected, but the line holds a zero byte");
    }
    if (!ascii) {
      checkUtf8();
    }
    trim();
    return true;
  }

  /** Whether the line has a line end; only the last one may be without. */
  public boolean terminated() {
    return terminated;
  }

  /** The array that holds the line; valid until {@link #next()}. */
  public byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte of the line. */
  public int start() {
    return start;
  }

  /** Index behind the last byte of the line. */
  public int end() {
    return end;
  }

  /** Index of the first byte behind the line. */
  public int ahead() {
    return next;
  }

  /** Index behind the last line feed in {@link #bytes()}: up to there all lines are whole. */
  public int aheadEnd() {
    return aheadEnd;
  }

  /**
   * Passes over lines ahead, which somebody has read and found in order.
   *
   * @param lines how many
   * @param index of the first byte behind them
   */
  public void skip(int lines, int index) {
    number += lines;
    next = index;
  }

  /**
   * The number of the line, from 1, as text for messages; at the end of the file, of what follows.
   */
  public String place() {
    return Long.toString(number);
  }

  /** The bytes between two indexes as text. */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, filled - start);
      filled -= start;
      start = 0;
    } else if (filled == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int count = in.read(bytes, filled, bytes.length - filled);
    // What was there is the beginning of one line.
    int from = filled;
    filled += Math.max(count, 0);
    aheadEnd = filled;
    while (aheadEnd > from && bytes[aheadEnd - 1] != '\n') {
      aheadEnd--;
    }
    if (aheadEnd == from) {
      aheadEnd = 0;
    }
    return count > 0;
  }

  private void requireShort(int length) throws MalformedReportException {
    if (length > maxLength) {
      throw Bound.exceeded(place(), "a line", maxLength, "bytes", "--max-string");
    }
  }

  private void checkUtf8() throws MalformedReportException {
    if (number == 1
        && end - start >= 3
        && bytes[start] == (byte) 0xef
        && bytes[start + 1] == (byte) 0xbb
        && bytes[start + 2] == (byte) 0xbf) {
      start += 3;
    }
    try {
      utf8.decode(ByteBuffer.wrap(bytes, start, end - start));
    } catch (CharacterCodingException e) {
      String found = Excerpt.of(bytes, start, end);
      throw new MalformedReportException(
          place(), "wrong encoding: UTF-8 was expected but was " + found, e);
    }
  }

  private void trim() {
    while (end > start
        && (bytes[end - 1] == '\r' || bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) {
      end--;
    }
  }
}
