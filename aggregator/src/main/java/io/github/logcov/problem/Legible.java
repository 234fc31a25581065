package io.github.logcov.problem;

/**
 * Which characters of a text from outside may stand in a message as they are. Not those that steer
 * a terminal, turn the direction of writing, or cannot be seen: control and format characters, line
 * and paragraph separators, and halves of characters.
 */
public final class Legible {
  private Legible() {}

  /** Whether the character (a code point) may stand in a message as it is. */
  public static boolean is(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Whether all characters of the text are legible. */
  public static boolean is(String text) {
    return text.codePoints().allMatch(Legible::is);
  }
}
