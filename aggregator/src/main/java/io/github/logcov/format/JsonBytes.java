package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a JSON document, a piece of them at a time, and its characters: strict UTF-8 without
 * a byte order mark. Not thread-safe.
 */
final class JsonBytes {
  /** What {@link #next} says behind the last byte. */
  static final int END = -1;

  private static final int CAPACITY = 1 << 13;

  /** The longest way to write one UTF-16 unit, {@code \}{@code u0041}. */
  private static final int BYTES_PER_UNIT = 6;

  /** A number has no length that is allowed, so it has at least this one. */
  private static final int SLACK = 1 << 16;

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /** Those that are here, up to {@link #end}. */
  final byte[] bytes = new byte[CAPACITY];

  /** The byte that comes next. */
  int at;

  int end;

  private final InputStream in;
  private final int maxString;
  private final JsonPlace place;

  /** How many bytes came before those that are here, the mark included. */
  private long before;

  /** Where the token begins, counted likewise. */
  private long token;

  /** From the first byte on; {@code place} is for messages. */
  JsonBytes(InputStream in, int maxString, JsonPlace place)
      throws MalformedReportException, IOException {
    this.in = in;
    this.maxString = maxString;
    this.place = place;
    end = in.readNBytes(bytes, 0, MARK.length);
    if (end > 1 && isUtf16(bytes[0] & 0xff, bytes[1] & 0xff)) {
      throw new MalformedReportException(
          "", "wrong encoding: UTF-8 was expected, but these bytes are UTF-16");
    }
    at = markLength(bytes);
  }

  /** How many of the first bytes are the mark of UTF-8: 3 or none. */
  static int markLength(byte[] head) {
    boolean marked =
        head.length >= MARK.length && Arrays.equals(head, 0, MARK.length, MARK, 0, MARK.length);
    return marked ? MARK.length : 0;
  }

  /** By its byte order mark, or since JSON begins with two characters of ASCII. */
  private static boolean isUtf16(int first, int second) {
    return first == 0xfe && second == 0xff
        || first == 0xff && second == 0xfe
        || (first == 0) != (second == 0);
  }

  /** A token, or the space before it, begins here, and may have its full length again. */
  void beginToken() {
    token = before + at;
  }

  /** The byte that comes next, 0 to 255, or {@link #END}. */
  int next() throws MalformedReportException, IOException {
    return at < end || more() ? bytes[at] & 0xff : END;
  }

  private boolean more() throws MalformedReportException, IOException {
    before += end;
    at = 0;
    end = 0;
    if (before - token > (long) BYTES_PER_UNIT * maxString + SLACK) {
      String what = "a string, or the space between two,";
      throw Bound.exceeded(place.toString(), what, maxString, "characters", "--max-string");
    }
    end = Math.max(0, in.read(bytes));
    return end > 0;
  }

  /** Takes a character beyond ASCII, as code point. */
  int takeCharacter() throws MalformedReportException, IOException {
    long from = before + at;
    int first = next();
    int following = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
    int character = first & 0x3f >> following;
    at++;
    for (int i = 0; i < following; i++) {
      int next = next();
      if ((next & 0xc0) != 0x80 || next == END) {
        throw wrongEncoding(from);
      }
      character = character << 6 | next & 0x3f;
      at++;
    }
    int least = following == 3 ? 0x10000 : following == 2 ? 0x800 : 0x80;
    boolean surrogate = character >= 0xd800 && character <= 0xdfff;
    if (following == 0 || character < least || surrogate || character > 0x10ffff) {
      throw wrongEncoding(from);
    }
    return character;
  }

  /** The byte that comes next cannot stand there. */
  MalformedReportException unexpected() throws MalformedReportException, IOException {
    long here = before + at;
    int next = next();
    if (next == 0) {
      return new MalformedReportException(
          byteNumber(here), "JSON text was expected but was a zero byte");
    }
    if (next > 0x7f) {
      takeCharacter();
    }
    String found = next == END ? "the text ends" : "here is something else";
    return new MalformedReportException(
        byteNumber(here),
        "well-formed JSON was expected, but " + found + " (at or behind " + place + ")");
  }

  private static MalformedReportException wrongEncoding(long at) {
    return new MalformedReportException(
        byteNumber(at), "wrong encoding: UTF-8 was expected, but these bytes are not");
  }

  /** Counted from 1. */
  private static String byteNumber(long at) {
    return "byte " + (at + 1);
  }
}
