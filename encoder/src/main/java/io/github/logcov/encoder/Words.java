package io.github.logcov.encoder;

import java.io.IOException;

/** Words for people, on a terminal or in a log. */
final class Words {
  private Words() {}

  /** What an exception says, with its kind, since many say a file name and no more. */
  static String of(IOException e) {
    return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
  }

  /**
   * The text without control characters, which a file name may hold: they could command a terminal
   * or a CI.
   */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      shown.append(type == Character.CONTROL || type == Character.FORMAT ? '?' : c);
    }
    return shown.toString();
  }
}
