package io.github.logcov.log.travis;

import io.github.logcov.problem.Legible;
import java.util.Optional;

/**
 * The one place that every text from the network passes before it may be shown, kept or written: no
 * characters that steer a terminal or cannot be seen, no token, bounded length.
 *
 * @param token what must not be told
 */
record Shown(Optional<Token> token) {
  /** Longest name, state or quotation, in characters. */
  static final int MAX_TEXT = 200;

  private static final int MAX_MESSAGE = 2000;

  /** More than two quotations take. */
  private static final int MAX_COMPLAINT = 600;

  private static final String MORE = "...";

  /** A name, a state, a quotation. */
  String text(String text) {
    return cut(text, MAX_TEXT);
  }

  /** A whole message, which may contain several of those. */
  String message(String text) {
    return cut(text, MAX_MESSAGE);
  }

  /** A complaint with a long text in its middle, such as a path into deep lists, without that. */
  static String shortened(String complaint) {
    int part = MAX_COMPLAINT / 2;
    return complaint.length() <= MAX_COMPLAINT
        ? complaint
        : withoutHalf(complaint.substring(0, part))
            + MORE
            + complaint.substring(complaint.length() - part);
  }

  private static String withoutHalf(String text) {
    int last = text.length() - 1;
    return Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text;
  }

  /** The same for what did not come from the network, so is not searched for a token. */
  static String cut(String text) {
    return new Shown(Optional.empty()).text(text);
  }

  private String cut(String text, int max) {
    // The token is looked for in what will be seen, so that no invisible character in it hides it,
    // and before the cut, so that none of its beginning stays.
    String legible = legible(text);
    String told = token.map(secret -> secret.redact(legible)).orElse(legible);
    if (told.length() <= max) {
      return told;
    }
    int end = max - MORE.length();
    return told.substring(0, Character.isHighSurrogate(told.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }

  /** White space of any kind becomes one blank, what is not legible is left out. */
  private static String legible(String text) {
    StringBuilder legible = new StringBuilder();
    text.codePoints()
        .forEach(
            character -> {
              if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                if (!legible.isEmpty() && legible.charAt(legible.length() - 1) != ' ') {
                  legible.append(' ');
                }
              } else if (Legible.is(character)) {
                legible.appendCodePoint(character);
              }
            });
    return legible.toString().stripTrailing();
  }
}
