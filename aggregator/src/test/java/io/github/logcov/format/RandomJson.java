package io.github.logcov.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** JSON documents by chance, and mutants of them, most of which are none. */
final class RandomJson {
  private static final List<String> STRINGS =
      List.of(
          "",
          "a",
          "key",
          "start",
          "line",
          "0",
          "17",
          "src/a b.py",
          "é",
          "中文",
          "😀",
          "\u007f",
          "\\n",
          "\\\"",
          "\\\\",
          "\\/",
          "\\b\\f\\r\\t",
          "\\u0041",
          "\\u00e9",
          "\\ud83d\\ude00",
          "\\uD800",
          "\\udc00x",
          "\\u0000",
          "x\\",
          "x".repeat(80),
          "é".repeat(40));

  /** Moshi refuses a one with 64 zeros and more, so there is none. */
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "12",
          "-7",
          "123456789012345678",
          "1234567890123456789",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "9007199254740993",
          "1.0",
          "1.5",
          "-0.0",
          "1e2",
          "1E+2",
          "10e-1",
          "15e-1",
          "1e300",
          "-1e300",
          "1e400",
          "0e0",
          "0.1e1",
          "00",
          "01",
          "-",
          "-a",
          "+1",
          ".5",
          "1.",
          "1.e1",
          "1e",
          "1e+",
          "0x1",
          "1_0",
          "NaN",
          "Infinity",
          "-Infinity",
          "1" + "0".repeat(40));

  private static final List<String> SPICE =
      List.of(
          "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\u12", "\\x", "\\'", "'", " ", "\n",
          "\t", "\r", "\f", "\0", "\u0001", "\u001f", "\u007f", "\u00a0", "\ufeff", "é", "😀", "0",
          "1", "-", "+", ".", "e", "E", "true", "false", "null", "True", "NULL", "nul", "t", "f",
          "n", "//", "/* x */", "#", ";", "=", "\"a\"", "\"a\":", ",,", "[]", "{}", "[1", "\ud800");

  private final Random random;

  RandomJson(long seed) {
    random = new Random(seed);
  }

  byte[] document() {
    StringBuilder text = new StringBuilder();
    value(text, 0);
    blank(text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A document with one to three places changed. */
  byte[] mutant(byte[] document) {
    return new Mutants(random, SPICE, 6).of(document);
  }

  private void value(StringBuilder text, int depth) {
    blank(text);
    switch (random.nextInt(depth < 5 ? 9 : 5)) {
      case 0 -> text.append("null");
      case 1 -> text.append(random.nextBoolean());
      case 2 -> string(text);
      case 3 -> text.append(random.nextInt(200) - 20);
      // Some of them are no numbers.
      case 4 -> text.append(random.nextInt(3) > 0 ? "7" : any(NUMBERS));
      case 5, 6 -> {
        text.append('[');
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
          text.append(i > 0 ? "," : "");
          value(text, depth + 1);
        }
        blank(text);
        text.append(']');
      }
      default -> {
        text.append('{');
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
          text.append(i > 0 ? "," : "");
          blank(text);
          string(text);
          blank(text);
          text.append(':');
          value(text, depth + 1);
        }
        blank(text);
        text.append('}');
      }
    }
  }

  private void string(StringBuilder text) {
    text.append('"').append(any(STRINGS));
    text.append(random.nextInt(4) == 0 ? any(STRINGS) : "").append('"');
  }

  private void blank(StringBuilder text) {
    if (random.nextInt(4) == 0) {
      text.append(any(List.of(" ", "\n", "\r\n", "\t", "  \n ")));
    }
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
