package io.github.logcov.summary;

/** Paths where there is little room. */
final class PathText {
  private static final String DOTS = "...";

  private PathText() {}

  /**
   * The path in at most {@code max} characters: its name, as many of its last folders as fit, and
   * its first folder; {@code src/.../util/text.py}. A name that is too long by itself loses its
   * beginning.
   */
  static String cut(String path, int max) {
    if (path.length() <= max) {
      return path;
    }
    int name = path.lastIndexOf('/');
    int head = path.indexOf('/') + 1;
    String first = path.substring(0, head);
    if (name < 0 || first.length() + DOTS.length() + path.length() - name > max) {
      first = "";
    }
    int room = max - first.length() - DOTS.length();
    int from = path.length() - Math.max(0, room);
    int slash = path.indexOf('/', from);
    if (slash >= 0) {
      from = slash;
    }
    if (from < path.length() && Character.isLowSurrogate(path.charAt(from))) {
      from++;
    }
    return first + DOTS + path.substring(from);
  }
}
