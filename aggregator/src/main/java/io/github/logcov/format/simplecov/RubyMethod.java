package io.github.logcov.format.simplecov;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of Ruby's {@code Coverage}, as {@code Array#inspect} writes it: {@code [A, :b, 3, 2, 5,
 * 5]} is its class, its name, first line and column, last line and column. Class and name are no
 * part of the identity: one {@code define_method} may make methods of several.
 */
record RubyMethod(long startLine, long startColumn, long endLine, long endColumn) {
  /** The span; what stands before it is text in which anything may occur. */
  private static final Pattern SPAN =
      Pattern.compile(", (\\d{1,18}+), (\\d{1,18}+), (\\d{1,18}+), (\\d{1,18}+)]");

  private static final int MAX_SPAN = 84;

  /** The method, empty when the text is none. */
  static Optional<RubyMethod> parse(String text) {
    if (!text.startsWith("[") || !text.contains(", :")) {
      return Optional.empty();
    }
    int from = Math.max(0, text.length() - MAX_SPAN);
    Matcher fields = SPAN.matcher(text);
    fields.region(from, text.length());
    // From the left, so the first match that reaches the end is the whole span.
    while (fields.find()) {
      if (fields.end() == text.length()) {
        return Optional.of(
            new RubyMethod(
                Long.parseLong(fields.group(1)),
                Long.parseLong(fields.group(2)),
                Long.parseLong(fields.group(3)),
                Long.parseLong(fields.group(4))));
      }
    }
    return Optional.empty();
  }

  /** Reads {@code 3:2-5:5}. */
  String span() {
    return startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
  }
}
