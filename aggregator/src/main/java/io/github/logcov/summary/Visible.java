package io.github.logcov.summary;

import io.github.logcov.problem.Legible;
import java.util.Locale;

/**
 * Text from outside for files that other tools read: what steers a terminal, turns the direction of
 * writing, cannot be seen or may not stand in XML becomes <code>&#92;u{XX}</code>. Other than
 * {@link Printable} it leaves {@code ::} alone: these tools look for files by their names.
 */
final class Visible {
  private Visible() {}

  /** The text; legible text comes back as it is. */
  static String of(String text) {
    return text.codePoints().allMatch(Visible::stays) ? text : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder visible = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            c -> {
              if (stays(c)) {
                visible.appendCodePoint(c);
              } else {
                visible.append(escape(c));
              }
            });
    return visible.toString();
  }

  /** Legible, and a character of XML 1.0. */
  private static boolean stays(int c) {
    return Legible.is(c) && c != 0xFFFE && c != 0xFFFF;
  }

  /** One character as it is shown where it may not stand. */
  static String escape(int c) {
    return "\\u{" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "}";
  }

  /**
   * As {@link #of}, at most {@code max} characters: the middle gives way, since a path is known by
   * its end and a sentence by its beginning.
   */
  static String cut(String text, int max) {
    // No escape takes more than 10 characters; what is far beyond is not even looked at.
    String visible = of(text.length() > 8 * max ? shortened(text, 4 * max) : text);
    return visible.length() <= max ? visible : shortened(visible, max);
  }

  private static String shortened(String text, int max) {
    int end = max / 2;
    int begin = Math.max(0, max - 3 - end);
    // Never half a character.
    begin -= begin > 0 && Character.isHighSurrogate(text.charAt(begin - 1)) ? 1 : 0;
    int from = text.length() - end;
    from += Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
    return text.substring(0, begin) + "..." + text.substring(from);
  }
}
