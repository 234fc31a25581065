package io.github.logcov.log;

import io.github.logcov.problem.Legible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of files and jobs: what they say of a job, and how they are shown. */
final class Names {

  /** As in a file system: longest path that is read. */
  static final int MAX_LENGTH = 4096;

  private static final List<String> ENDINGS = List.of(".log", ".txt", ".gz", ".bz2", ".xz");
  private static final int SHOWN = 5;
  private static final int MAX_SHOWN = 200;

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
   * A text from outside, fit to be shown on one line: what is not {@link Legible} is escaped, and
   * long ones are cut.
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      if (shown.length() >= MAX_SHOWN) {
        return shown.append("...").toString();
      }
      int character = text.codePointAt(i);
      if (Legible.is(character)) {
        shown.appendCodePoint(character);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", character));
      }
      i += Character.charCount(character);
    }
    return shown.toString();
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
