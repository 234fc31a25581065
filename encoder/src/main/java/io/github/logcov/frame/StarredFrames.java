package io.github.logcov.frame;

/**
 * Lines of asterisks exactly as long as a full line of a frame, not far from each other: what is
 * left of a frame whose every line the log scanner overwrote.
 */
final class StarredFrames {
  private static final int FEWEST = 3;
  private static final int NEAR = 40;

  private long lastLine;
  private long groupStart;
  private int group;
  private int lines;
  private long firstLine;

  void add(long line, int length) {
    if (length != Grammar.MAX_LENGTH) {
      return;
    }
    if (group > 0 && line - lastLine <= NEAR) {
      group++;
    } else {
      group = 1;
      groupStart = line;
    }
    lastLine = line;
    if (group == FEWEST) {
      firstLine = lines == 0 ? groupStart : firstLine;
      lines += FEWEST;
    } else if (group > FEWEST) {
      lines++;
    }
  }

  /** Lines in groups of three or more. */
  int lines() {
    return lines;
  }

  /** Log line of the first of them. */
  long firstLine() {
    return firstLine;
  }

  /** Whether as many lines, those of others taken away, can be a frame. */
  static boolean isFrame(long left) {
    return left >= FEWEST;
  }
}
