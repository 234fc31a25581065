package io.github.logcov.summary.html;

import io.github.logcov.problem.Legible;
import java.util.Locale;

/**
 * JSON as it may stand in a script element: nothing in it ends the element or begins a comment, and
 * what no one sees is written by its number. All of that stands in texts of the JSON, where an
 * escape means the same.
 */
final class ScriptText {
  private ScriptText() {}

  static String of(String json) {
    StringBuilder safe = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      // Halves of a character that stand together are legible.
      boolean plain =
          c != '<' && c != '&' && (Character.isSurrogate(c) ? isPaired(json, i) : Legible.is(c));
      if (!plain && safe == null) {
        safe = new StringBuilder(json.length() + 64).append(json, 0, i);
      }
      if (safe != null) {
        if (plain) {
          safe.append(c);
        } else {
          safe.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
      }
    }
    return safe == null ? json : safe.toString();
  }

  private static boolean isPaired(String text, int at) {
    int c =
        Character.isLowSurrogate(text.charAt(at)) && at > 0
            ? text.codePointAt(at - 1)
            : text.codePointAt(at);
    return Character.isSupplementaryCodePoint(c) && Legible.is(c);
  }
}
