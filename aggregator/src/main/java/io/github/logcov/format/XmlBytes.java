package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a document from the piece on that is read now, with its place, and what kinds of
 * characters bytes stand for. Not thread-safe.
 */
final class XmlBytes {
  /** No piece that is longer can be read here. */
  static final int CAPACITY = 1 << 16;

  /** Begins a name, in ASCII. */
  static final int NAME_START = 1;

  /** Goes on with one. */
  static final int NAME = 2;

  /** No character of XML. */
  static final int CONTROL = 4;

  /** Tab or line end. */
  static final int BREAK = 8;

  static final int LESS = 16;
  static final int AMPERSAND = 32;

  /** Part of a character beyond ASCII. */
  static final int HIGH = 64;

  static final int BRACKET = 128;

  static final int RETURN = 256;

  /** What text has seldom, and must be looked at again for. */
  static final int UNUSUAL = CONTROL | AMPERSAND | HIGH | BRACKET;

  private static final int[] KINDS = kinds();

  /** Those of the document that are here, up to {@link #end}. */
  final byte[] bytes = new byte[CAPACITY];

  /** Where the piece begins. */
  int start;

  int end;

  private final InputStream in;
  private int line;

  /** Where the line of the piece begins: an index, negative when that is gone. */
  private int lineStart;

  /** By how much bytes are more than UTF-16 units on the line before the piece. */
  private int surplus;

  /** From a place in the document on, 1-based. */
  XmlBytes(InputStream in, int line, int column) {
    this.in = in;
    this.line = line;
    this.lineStart = 1 - column;
  }

  private static int[] kinds() {
    int[] kinds = new int[256];
    for (int c = 0; c < 256; c++) {
      boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
      boolean digit = c >= '0' && c <= '9';
      kinds[c] |= letter ? NAME_START | NAME : 0;
      kinds[c] |= digit || c == '-' || c == '.' ? NAME : 0;
      kinds[c] |= c < ' ' ? c == '\t' || c == '\n' || c == '\r' ? BREAK : CONTROL : 0;
      kinds[c] |= c > 0x7f ? HIGH : 0;
    }
    kinds['<'] = LESS;
    kinds['&'] = AMPERSAND;
    kinds[']'] = BRACKET;
    kinds['\r'] |= RETURN;
    return kinds;
  }

  /** The kinds of a byte, as sum of the constants. */
  static int kind(byte b) {
    return KINDS[b & 0xff];
  }

  /** Fetches more, if the document and the room have more; the piece may be moved. */
  boolean more() throws IOException {
    if (start > 0) {
      System.arraycopy(bytes, start, bytes, 0, end - start);
      end -= start;
      lineStart -= start;
      start = 0;
    }
    if (end == CAPACITY) {
      return false;
    }
    int count = in.read(bytes, end, CAPACITY - end);
    end += Math.max(count, 0);
    return count > 0;
  }

  /** The piece ends here, and the next one begins. {@code seen} are the kinds of all its bytes. */
  void advance(int to, int seen) {
    if ((seen & (BREAK | HIGH)) != 0) {
      for (int i = start; i < to; i++) {
        byte b = bytes[i];
        if (b == '\n') {
          line++;
          lineStart = i + 1;
          surplus = 0;
        } else if (b < 0) {
          // A character of 2 or 3 bytes is one unit, one of 4 bytes (they begin with 0xf.) is two.
          surplus += (b & 0xc0) == 0x80 ? 1 : (b & 0xf8) == 0xf0 ? -1 : 0;
        }
      }
    }
    start = to;
  }

  int line() {
    return line;
  }

  /** 1-based, in UTF-16 units. */
  int column() {
    return start - lineStart - surplus + 1;
  }

  /**
   * The text that stands there, with entities replaced and line ends normalised; null when it is
   * not ordinary, or not even correct. {@code seen} are the kinds of its bytes.
   */
  @Nullable String text(int from, int to, int seen) {
    if ((seen & CONTROL) != 0 || (seen & RETURN) != 0 && hasLoneReturn(from, to)) {
      return null;
    }
    if ((seen & (HIGH | AMPERSAND | BREAK)) == 0) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String text;
    try {
      ByteBuffer span = ByteBuffer.wrap(bytes, from, to - from);
      text = StandardCharsets.UTF_8.newDecoder().decode(span).toString().replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      return null;
    }
    if (text.indexOf('\ufffe') >= 0 || text.indexOf('\uffff') >= 0) {
      return null;
    }
    return (seen & AMPERSAND) == 0 ? text : withoutEntities(text);
  }

  /** A line end of its own to XML, and no ordinary one. */
  boolean hasLoneReturn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n')) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String withoutEntities(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
      int semicolon = text.indexOf(';', at);
      if (semicolon < 0) {
        return null;
      }
      plain.append(text, from, at);
      switch (text.substring(at + 1, semicolon)) {
        case "lt" -> plain.append('<');
        case "gt" -> plain.append('>');
        case "amp" -> plain.append('&');
        case "quot" -> plain.append('"');
        case "apos" -> plain.append('\'');
        default -> {
          return null; // a character by its number, or no entity of XML
        }
      }
      from = semicolon + 1;
    }
    return plain.append(text, from, text.length()).toString();
  }

  /** All from the piece on. */
  InputStream rest() throws IOException {
    PushbackInputStream rest = new PushbackInputStream(in, CAPACITY);
    rest.unread(bytes, start, end - start);
    return rest;
  }
}
