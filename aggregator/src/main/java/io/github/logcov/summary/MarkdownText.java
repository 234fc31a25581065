package io.github.logcov.summary;

import java.util.List;

/**
 * Text from outside in Markdown. It stands in code: there neither HTML, links, {@code @names} nor
 * {@code #numbers} are made of it, by GitHub, GitLab and all others. Backticks, which would end the
 * code, and pipes, which would end the cell of a table, are escaped visibly, since the rules for
 * them differ from one Markdown to the next. A summary may be printed into a log, too, so nothing
 * in it is a command of a CI ({@link Printable}).
 */
final class MarkdownText {
  private MarkdownText() {}

  /** Code of at most {@code max} characters, on one line. */
  static String code(String text, int max) {
    String safe = Printable.of(Visible.cut(text, max));
    // What the cut leaves is cut again by these, if need be: no text may hide behind escapes.
    safe = safe.replace("`", Visible.escape('`')).replace("|", Visible.escape('|'));
    if (safe.length() > max) {
      safe = Visible.cut(safe, max);
    }
    return safe.isBlank() ? "-" : "`" + safe + "`";
  }

  /** Lines of code; a fence that none of the lines can close. */
  static String block(List<String> lines) {
    String text = String.join("\n", lines);
    StringBuilder fence = new StringBuilder("~~~");
    while (text.contains(fence)) {
      fence.append('~');
    }
    return fence + "text\n" + text + "\n" + fence + "\n";
  }
}
