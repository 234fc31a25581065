package io.github.logcov.format;

import io.github.logcov.problem.Legible;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** What was found, fit for a message: in quotes, escaped, and not too long. */
public final class Excerpt {
  private static final int MAX_LENGTH = 80;

  /** Of what a parser says, which quotes what it found. */
  private static final int MAX_SAYING = 300;

  private Excerpt() {}

  /** The text in double quotes; what a terminal might obey is escaped, the rest cut after 80. */
  public static String of(String text) {
    return '"' + cut(text, MAX_LENGTH, Excerpt::escaped) + '"';
  }

  /**
   * What a parser says, on one line: it may quote all of the input. What a terminal might obey is
   * escaped, the rest cut after 300.
   */
  static String saying(String message) {
    return cut(
        message.replaceAll("\\s+", " "),
        MAX_SAYING,
        c -> Legible.is(c) ? Character.toString(c) : hex(c));
  }

  private static String cut(String text, int max, IntFunction<String> escape) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String next = escape.apply(c);
      if (shown.length() + next.length() > max) {
        return shown.append("...").toString();
      }
      shown.append(next);
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /** As {@link #of(String)}, for bytes that should be UTF-8. */
  public static String of(byte[] bytes, int from, int to) {
    // An escaped byte takes more than one character, so four bytes per character are plenty.
    int end = Math.min(to, from + 4 * MAX_LENGTH + 4);
    return of(new String(bytes, from, end - from, StandardCharsets.UTF_8));
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> Legible.is(c) ? Character.toString(c) : hex(c);
    };
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c);
    return "\\u{" + digits + "}";
  }
}
