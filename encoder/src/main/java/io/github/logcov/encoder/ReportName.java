package io.github.logcov.encoder;

import java.util.regex.Pattern;

/** What a file's name says of its format, for people: readers look at the content. */
final class ReportName {
  private static final String[][] FORMATS = {
    {".*\\.info", "lcov"},
    {".*\\.exec", "jacoco-exec"},
    {"jacoco.*\\.xml", "jacoco"},
    {"clover.*\\.xml", "clover"},
    {".*opencover.*\\.xml", "opencover"},
    {"coverage.*\\.xml", "cobertura"},
    {"cobertura.*\\.xml", "cobertura"},
    {"\\.resultset.*\\.json", "simplecov"},
    {"gcovr.*\\.json", "gcovr"},
    {"coverage-final.*\\.json", "istanbul"},
    {"coverage.*\\.json", "coveragepy"},
    {"cover.*\\.out", "gocover"},
  };

  private ReportName() {}

  /**
   * The format, null when the name tells nothing; the first that fits, as docs/frames.md lists
   * them.
   */
  static String format(String baseName) {
    for (String[] format : FORMATS) {
      if (Pattern.compile(format[0], Pattern.DOTALL).matcher(baseName).matches()) {
        return format[1];
      }
    }
    return null;
  }
}
