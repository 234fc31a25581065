package io.github.logcov.summary;

import io.github.logcov.problem.Legible;
import java.util.List;
import java.util.Locale;

/**
 * Text from logs, reports and the CI, made safe for a terminal and for the log it will be printed
 * into: control characters (C0, C1), line and paragraph separators, bidirectional and invisible
 * formatting characters become {@code \\u{XX}}, and nothing is left that a CI would take for a
 * command of its own ({@code ::set-env}, {@code ##vso[...]}).
 */
public final class Printable {
  private Printable() {}

  /** The text with everything unsafe escaped; safe text comes back as it is. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    int previous = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      // The second of "::" and "##" is enough to break every command prefix that a CI looks for.
      boolean command = (c == ':' || c == '#') && previous == c;
      if (command || !Legible.is(c)) {
        safe.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
      } else {
        safe.appendCodePoint(c);
      }
      previous = c;
    }
    return safe.toString();
  }

  /** As {@link #of}, cut to at most {@code max} characters, with dots in place of the rest. */
  public static String cut(String text, int max) {
    String safe = of(text.length() > max * 4 ? text.substring(0, max * 4) : text);
    return safe.length() <= max ? safe : safe.substring(0, Math.max(0, max - 3)) + "...";
  }

  /**
   * As {@link #of}, in lines of at most {@code width} characters where blanks allow, all but the
   * first one indented.
   */
  public static List<String> paragraph(String text, int width) {
    return TextTable.hanging(of(text), width);
  }
}
