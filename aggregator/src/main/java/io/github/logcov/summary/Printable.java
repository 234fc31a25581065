package io.github.logcov.summary;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.Lookalike;
import java.util.List;
import java.util.Locale;

/**
 * Text from logs, reports and the CI, made safe for a terminal and for the log it will be printed
 * into: control characters (C0, C1), line and paragraph separators, bidirectional and invisible
 * formatting characters become {@code \\u{XX}}, and nothing is left that a CI would take for a
 * command of its own ({@code ::set-env}, {@code ##vso[...]}, {@code travis_fold:}, {@code ---
 * group} at the beginning), or logcov for a record of a frame.
 */
public final class Printable {
  /** Behind the last of the three signs that begin a group. */
  private static final int GROUP = 3;

  private Printable() {}

  /** The text with everything unsafe escaped; safe text comes back as it is. */
  public static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    Lookalike lookalike = new Lookalike();
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean command = lookalike.completes(c) || i == GROUP && startsGroup(text);
      if (command || !Legible.is(c)) {
        safe.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
      } else {
        safe.appendCodePoint(c);
      }
    }
    return safe.toString();
  }

  /** Buildkite folds a log at lines that begin so. */
  private static boolean startsGroup(String text) {
    return text.startsWith("--- ")
        || text.startsWith("+++ ")
        || text.startsWith("~~~ ")
        || text.startsWith("^^^ ");
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
