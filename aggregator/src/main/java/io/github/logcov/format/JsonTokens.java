package io.github.logcov.format;

import java.io.IOException;

/**
 * Takes JSON apart as RFC 8259 has it, and nothing else: a text that is not is refused at the first
 * byte that cannot stand where it does, or where the text ends too early. Which token may follow
 * which is up to the caller. Not thread-safe.
 */
final class JsonTokens {
  /** As many digits fit into a long, whatever they are. */
  private static final int PLAIN_DIGITS = 18;

  private final JsonBytes in;
  private final JsonStrings strings;

  /** The number that {@link #takePlainNumber} took. */
  private long plainNumber;

  /** What a value can be. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL
  }

  JsonTokens(JsonBytes in) {
    this.in = in;
    this.strings = new JsonStrings(in);
  }

  /** What begins here, behind blanks. */
  Kind kind() throws MalformedReportException, IOException {
    return switch (next()) {
      case '{' -> Kind.OBJECT;
      case '[' -> Kind.ARRAY;
      case '"' -> Kind.STRING;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Kind.NUMBER;
      case 't', 'f' -> Kind.BOOLEAN;
      case 'n' -> Kind.NULL;
      default -> throw in.unexpected();
    };
  }

  /** Takes one of the six structural characters, if it is there behind blanks. */
  boolean takeIf(char structural) throws MalformedReportException, IOException {
    boolean found = next() == structural;
    if (found) {
      in.at++;
    }
    return found;
  }

  /** The same, where nothing else may be. */
  void take(char structural) throws MalformedReportException, IOException {
    if (!takeIf(structural)) {
      throw in.unexpected();
    }
  }

  /** The name of a member; the colon behind it comes next. */
  String takeKey() throws MalformedReportException, IOException {
    take('"');
    return strings.takeKey();
  }

  /** Passes over the name of a member and the colon behind it. */
  void skipKey() throws MalformedReportException, IOException {
    take('"');
    strings.skip();
    take(':');
  }

  /** A string, which begins here. */
  String takeString() throws MalformedReportException, IOException {
    in.at++;
    return strings.take();
  }

  /** {@code true} or {@code false}, one of which begins here. */
  boolean takeBoolean() throws MalformedReportException, IOException {
    boolean value = in.next() == 't';
    takeWord(value ? "true" : "false");
    return value;
  }

  /** The number that begins here, as near as a double comes; beyond all of them it is infinite. */
  double takeNumber() throws MalformedReportException, IOException {
    return takePlainNumber() ? plainNumber : Double.parseDouble(takeNumberText());
  }

  /** The number that begins here, as it is written. */
  String takeNumberText() throws MalformedReportException, IOException {
    StringBuilder text = new StringBuilder();
    takeAny("-", text);
    if (!takeAny("0", text)) {
      takeDigits(text);
    } else if (isDigit(in.next())) {
      throw in.unexpected();
    }
    if (takeAny(".", text)) {
      takeDigits(text);
    }
    if (takeAny("eE", text)) {
      takeAny("+-", text);
      takeDigits(text);
    }
    return text.toString();
  }

  /** Passes over a value of that kind, which begins here and is no object or array. */
  void skip(Kind kind) throws MalformedReportException, IOException {
    switch (kind) {
      case STRING -> {
        in.at++;
        strings.skip();
      }
      case NUMBER -> {
        if (!takePlainNumber()) {
          takeNumberText();
        }
      }
      case BOOLEAN -> takeBoolean();
      case NULL -> takeWord("null");
      default -> throw new IllegalArgumentException("not in one piece: " + kind);
    }
  }

  /** Nothing but blanks follows. */
  void end() throws MalformedReportException, IOException {
    if (next() != JsonBytes.END) {
      throw in.unexpected();
    }
  }

  /** The byte behind blanks, which comes next then. */
  private int next() throws MalformedReportException, IOException {
    in.beginToken();
    while (true) {
      int next = in.next();
      if (next > ' ' || next != ' ' && next != '\n' && next != '\r' && next != '\t') {
        return next;
      }
      in.at++;
    }
  }

  /** Takes a whole number in the usual notation, not longer than usual, all of which is here. */
  private boolean takePlainNumber() {
    byte[] bytes = in.bytes;
    int end = in.end;
    int from = bytes[in.at] == '-' ? in.at + 1 : in.at;
    int i = from;
    long value = 0;
    while (i < end && isDigit(bytes[i])) {
      value = 10 * value + (bytes[i++] - '0');
    }
    int digits = i - from;
    boolean plain =
        i < end
            && (bytes[from] == '0' ? digits == 1 : digits > 0 && digits <= PLAIN_DIGITS)
            && bytes[i] != '.'
            && (bytes[i] | 0x20) != 'e';
    if (plain) {
      plainNumber = from == in.at ? value : -value;
      in.at = i;
    }
    return plain;
  }

  private void takeDigits(StringBuilder text) throws MalformedReportException, IOException {
    if (!isDigit(in.next())) {
      throw in.unexpected();
    }
    for (int next = in.next(); isDigit(next); next = in.next()) {
      text.append((char) next);
      in.at++;
    }
  }

  private boolean takeAny(String characters, StringBuilder text)
      throws MalformedReportException, IOException {
    int next = in.next();
    boolean found = characters.indexOf(next) >= 0;
    if (found) {
      text.append((char) next);
      in.at++;
    }
    return found;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private void takeWord(String word) throws MalformedReportException, IOException {
    for (int i = 0; i < word.length(); i++) {
      if (in.next() != word.charAt(i)) {
        throw in.unexpected();
      }
      in.at++;
    }
  }
}
