package io.github.logcov.after;

import io.github.logcov.problem.Legible;

/** A text of the file as messages show it: cut, and with nothing that steers a terminal. */
final class Quoted {
  private static final int SHOWN = 60;

  private Quoted() {}

  /** In quotes. */
  static String of(String text) {
    return "\"" + bare(text) + "\"";
  }

  /** Without quotes, for what stands in brackets or is a word. */
  static String bare(String text) {
    StringBuilder shown = new StringBuilder();
    int[] characters = text.codePoints().limit(SHOWN + 1L).toArray();
    for (int i = 0; i < Math.min(characters.length, SHOWN); i++) {
      shown.appendCodePoint(Legible.is(characters[i]) ? characters[i] : '?');
    }
    return shown.append(characters.length > SHOWN ? "..." : "").toString();
  }
}
