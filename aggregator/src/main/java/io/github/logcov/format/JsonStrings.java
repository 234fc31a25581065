package io.github.logcov.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the strings of a JSON document, RFC 8259, section 7. Half of a surrogate pair may stand
 * alone as an escape, as the RFC has it. Not thread-safe.
 */
final class JsonStrings {
  /** Reports have some dozens of keys, and numbers: ids of what is in a file. */
  private static final int SLOTS = 1 << 11;

  private static final int MAX_KEY = 64;

  private final JsonBytes in;

  /** Keys that came before, each in the place of its hash. */
  private final @Nullable Key[] keys = new Key[SLOTS];

  /** A key, and how it is written. */
  private record Key(String text, byte[] written) {}

  JsonStrings(JsonBytes in) {
    this.in = in;
  }

  /** Takes a string whose first quote is taken. */
  String take() throws MalformedReportException, IOException {
    int from = in.at;
    int behind = behindPlain();
    if (behind < in.end && in.bytes[behind] == '"') {
      in.at = behind + 1;
      return plain(from, behind);
    }
    return takeCarefully();
  }

  /** The same; those that come often are made once. */
  String takeKey() throws MalformedReportException, IOException {
    byte[] bytes = in.bytes;
    int end = in.end;
    int from = in.at;
    int hash = 0;
    int i = from;
    while (i < end && isPlain(bytes[i])) {
      hash = 31 * hash + bytes[i++];
    }
    if (i == end || bytes[i] != '"') {
      return takeCarefully();
    }
    in.at = i + 1;
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    Key known = keys[slot];
    if (known != null && isAt(known.written, from, i)) {
      return known.text;
    }
    String key = plain(from, i);
    if (key.length() <= MAX_KEY) {
      keys[slot] = new Key(key, Arrays.copyOfRange(bytes, from, i));
    }
    return key;
  }

  /** Passes over one, which may be of any length that is allowed; nothing of it is kept. */
  void skip() throws MalformedReportException, IOException {
    takeRest(null);
  }

  private String takeCarefully() throws MalformedReportException, IOException {
    StringBuilder text = new StringBuilder();
    takeRest(text);
    return text.toString();
  }

  private void takeRest(@Nullable StringBuilder text) throws MalformedReportException, IOException {
    while (true) {
      int behind = behindPlain();
      if (text != null) {
        text.append(plain(in.at, behind));
      }
      in.at = behind;
      int next = in.next();
      if (next == '"') {
        in.at++;
        return;
      }
      if (next < ' ') {
        throw in.unexpected();
      }
      if (next == '\\' || next > 0x7f) {
        int character = next == '\\' ? takeEscape() : in.takeCharacter();
        if (text != null) {
          text.appendCodePoint(character);
        }
      }
    }
  }

  private int takeEscape() throws MalformedReportException, IOException {
    in.at++;
    int next = in.next();
    int character =
        switch (next) {
          case '"', '\\', '/' -> next;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> 0;
          default -> throw in.unexpected();
        };
    in.at++;
    return next == 'u' ? takeUnit() : character;
  }

  /** Four hexadecimal digits, one unit of UTF-16. */
  private int takeUnit() throws MalformedReportException, IOException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(in.next(), 16);
      if (digit < 0) {
        throw in.unexpected();
      }
      unit = unit << 4 | digit;
      in.at++;
    }
    return unit;
  }

  /** Where those end that stand for themselves, or those that are here. */
  private int behindPlain() {
    byte[] bytes = in.bytes;
    int end = in.end;
    int i = in.at;
    while (i < end && isPlain(bytes[i])) {
      i++;
    }
    return i;
  }

  /** Bytes beyond ASCII are negative. */
  private static boolean isPlain(byte b) {
    return b >= ' ' && b != '"' && b != '\\';
  }

  private String plain(int from, int to) {
    return new String(in.bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private boolean isAt(byte[] key, int from, int to) {
    byte[] bytes = in.bytes;
    int length = to - from;
    if (key.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (key[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
