package io.github.logcov.format.simplecov;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision or an arm of Ruby's {@code Coverage}, as {@code Array#inspect} writes it: {@code [:if,
 * 0, 3, 4, 9, 7]} is its type, a running number, first line and column, last line and column. The
 * number changes with whatever else was loaded, so it is no part of the identity.
 */
record RubyBranch(String type, long startLine, long startColumn, long endLine, long endColumn) {
  private static final Pattern INSPECTED =
      Pattern.compile(
          "\\[:(\\w++|\"[^\"]*+\"), (?:\\d{1,18}+), (\\d{1,18}+), (\\d{1,18}+), (\\d{1,18}+),"
              + " (\\d{1,18}+)]");

  /** The branch, empty when the text is none. */
  static Optional<RubyBranch> parse(String text) {
    Matcher fields = INSPECTED.matcher(text);
    if (!fields.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new RubyBranch(
            fields.group(1),
            Long.parseLong(fields.group(2)),
            Long.parseLong(fields.group(3)),
            Long.parseLong(fields.group(4)),
            Long.parseLong(fields.group(5))));
  }

  /**
   * The line where SimpleCov shows an arm of {@code decision}: its own where it begins on that of
   * the decision, else the one above it ({@code SourceFile::Branch#report_line}).
   */
  long shownFor(RubyBranch decision) {
    return startLine == decision.startLine ? startLine : startLine - 1;
  }

  /** Reads {@code if 3:4-9:7}. */
  @Override
  public String toString() {
    return type + " " + startLine + ":" + startColumn + "-" + endLine + ":" + endColumn;
  }
}
