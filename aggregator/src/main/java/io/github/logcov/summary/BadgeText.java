package io.github.logcov.summary;

/** How much room a text takes on a badge: Verdana at 11 pixels, rounded up. */
final class BadgeText {
  private BadgeText() {}

  /** Pixels of a text of letters, digits, blanks, points and percent signs. */
  static int width(String text) {
    return text.chars().map(BadgeText::width).sum();
  }

  private static int width(int c) {
    return switch (c) {
      case ' ', '.', 'i', 'l', 'j', 't', 'f', 'r' -> 4;
      case '%', 'm', 'w' -> 11;
      default -> 7;
    };
  }
}
