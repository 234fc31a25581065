package io.github.logcov.extract;

import io.github.logcov.problem.Legible;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths from logs, held against everything that leads out of a folder or that no file should be
 * called, on any system: the same log gives the same files everywhere.
 */
final class SafePath {
  /** A folder per open directory when they are walked; nobody nests reports like this. */
  private static final int MAX_DEPTH = 200;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern DOTS = Pattern.compile("[. ]*");

  /** What a frame and an archive are read with where bytes are no UTF-8. */
  private static final char NO_CHARACTER = '\ufffd';

  private static final String NO_UTF8 =
      "no valid UTF-8, so nobody knows its name (U+FFFD stands for what is no character); ";

  private SafePath() {}

  /** The names in a path relative to a folder. */
  static List<String> of(String path) throws UnsafePathException {
    List<String> names = Arrays.asList(path.split("/", -1));
    if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
      throw new UnsafePathException(
          "expected a path below the build directory, but it is absolute; " + advice());
    }
    if (names.size() > MAX_DEPTH) {
      throw new UnsafePathException(
          "expected at most %d folders in its path, but there are %d; %s"
              .formatted(MAX_DEPTH, names.size(), advice()));
    }
    for (String name : names) {
      check(name);
    }
    return names;
  }

  /** A single name, such as that of a job. */
  static String name(String name) throws UnsafePathException {
    if (name.indexOf(NO_CHARACTER) >= 0) {
      throw new UnsafePathException(
          "the name of its log is " + NO_UTF8 + "it is not written; rename the log");
    }
    List<String> names = of(name);
    if (names.size() != 1) {
      throw new UnsafePathException("expected a name without slash; rename the log");
    }
    return name;
  }

  private static void check(String name) throws UnsafePathException {
    if (name.equals("..")) {
      throw new UnsafePathException("its path leads upwards, out of the folder; " + advice());
    }
    if (DOTS.matcher(name).matches()) {
      throw new UnsafePathException(
          "expected names between the slashes of its path, but one is \"%s\"; %s"
              .formatted(name, advice()));
    }
    if (name.indexOf('\\') >= 0) {
      throw new UnsafePathException(
          "its path holds a backslash, which is a folder on some systems; " + advice());
    }
    if (name.indexOf(NO_CHARACTER) >= 0) {
      throw new UnsafePathException("its path is " + NO_UTF8 + advice());
    }
    if (name.codePoints().anyMatch(SafePath::isForbidden)) {
      throw new UnsafePathException(
          "its path holds control characters or broken ones; " + advice());
    }
  }

  /** Formatting characters are parts of words in some languages, so they stay. */
  private static boolean isForbidden(int character) {
    return !Legible.is(character) && Character.getType(character) != Character.FORMAT;
  }

  private static String advice() {
    return "it is not written; emit it under another name";
  }
}
