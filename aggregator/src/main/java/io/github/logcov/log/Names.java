package io.github.logcov.log;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of files and jobs: what they say of a job, and how they are shown. */
final class Names {

  /** As in a file system: longest path that is read. */
  static final int MAX_LENGTH = 4096;

  private static final List<String> ENDINGS = List.of(".log", ".txt", ".gz", ".bz2", ".xz");
  private static final int SHOWN = 5;

  private Names() {}

  /**
   * The job number: the file name without {@code .log}, {@code .txt}, {@code .log.gz}, {@code
   * .log.txt} and the like.
   */
  static String jobNumber(String fileName) {
    for (String ending : ENDINGS) {
      int length = fileName.length() - ending.length();
      if (length > 0 && fileName.regionMatches(true, length, ending, 0, ending.length())) {
        return jobNumber(fileName.substring(0, length));
      }
    }
    return fileName;
  }

  /**
   * A text from outside, fit to be shown on one line: control characters are escaped, and long ones
   * cut.
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length() && shown.length() < 200; i++) {
      char character = text.charAt(i);
      if (isControl(character)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        shown.append(character);
      }
    }
    return shown.length() < 200 ? shown.toString() : shown + "...";
  }

  /**
   * Whether a character may steer a terminal: C0, DEL, C1, line and paragraph separators, and marks
   * of direction.
   */
  static boolean isControl(char character) {
    return Character.isISOControl(character)
        || character == '\u061c'
        || (character >= '\u200e' && character <= '\u200f')
        || (character >= '\u2028' && character <= '\u202e')
        || (character >= '\u2066' && character <= '\u2069');
  }

  /** Reads {@code 7 jobs: a, b, c, d, e and 2 more}, {@code 1 job: a}, or {@code no jobs}. */
  static String list(String one, String many, List<String> names) {
    if (names.isEmpty()) {
      return "no " + many;
    }
    String first = names.stream().limit(SHOWN).map(Names::shown).collect(Collectors.joining(", "));
    String rest = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
    return count(names.size(), one, many) + ": " + first + rest;
  }

  /** Reads {@code 1 job} or {@code 2 jobs}. */
  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
