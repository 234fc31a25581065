package io.github.logcov.summary;

/** One line of a source, for a terminal: tabs become blanks, what does not fit is cut. */
final class SourceLine {
  private static final int TAB = 4;

  private SourceLine() {}

  /** At most {@code width} characters of the line, which is as it stands in the file. */
  static String of(String line, int width) {
    StringBuilder text = new StringBuilder();
    // What is cut off anyway is not looked at: a line may be a whole program.
    for (int i = 0; i < line.length() && text.length() <= width; ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\t') {
        text.append(" ".repeat(TAB - text.length() % TAB));
      } else {
        text.appendCodePoint(c);
      }
    }
    String safe = Printable.of(text.toString().stripTrailing());
    if (safe.length() <= width) {
      return safe;
    }
    int end = Math.max(0, width - 3);
    boolean halved = end > 0 && Character.isHighSurrogate(safe.charAt(end - 1));
    return safe.substring(0, halved ? end - 1 : end) + "...".substring(0, Math.min(3, width));
  }
}
