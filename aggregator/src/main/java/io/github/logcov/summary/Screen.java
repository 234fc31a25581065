package io.github.logcov.summary;

/**
 * What a text is made for.
 *
 * @param width characters of a line, 8 or more, as far as what is shown has blanks
 * @param colours whether there may be colours
 * @param cutsPaths whether paths that are too long lose their middle; else they stand on a line of
 *     their own
 */
public record Screen(int width, boolean colours, boolean cutsPaths) {
  private static final String ESCAPE = "\u001b[";

  /** A file or a pipe: no colours, and nothing is cut. */
  public static Screen plain(int width) {
    return new Screen(width, false, false);
  }

  /** The text in a colour, where there are colours; nothing else in it may be coloured. */
  String paint(Tint tint, String text) {
    return !colours || tint == Tint.NONE || text.isBlank()
        ? text
        : ESCAPE + tint.code() + "m" + text + ESCAPE + "0m";
  }
}
