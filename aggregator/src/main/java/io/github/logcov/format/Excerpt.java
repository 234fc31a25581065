package io.github.logcov.format;

import io.github.logcov.problem.Legible;
import java.nio.charset.StandardCharsets;

/** What was found, fit for a message: in quotes, escaped, and not too long. */
public final class Excerpt {
  private static final int MAX_LENGTH = 80;

  private Excerpt() {}

  /** The text in double quotes; what a terminal might obey is escaped, the rest cut after 80. */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      String shown = escaped(c);
      used += shown.length();
      if (used > MAX_LENGTH) {
        quoted.append("...");
        break;
      }
      quoted.append(shown);
      i += Character.charCount(c);
    }
    return quoted.append('"').toString();
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
