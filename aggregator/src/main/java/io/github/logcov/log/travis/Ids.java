package io.github.logcov.log.travis;

import java.util.regex.Pattern;

/** What ids and job numbers look like. Both end up in addresses or file names. */
final class Ids {
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}(\\.[0-9]{1,19}){0,3}");

  private Ids() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whether it is a number of a job, such as {@code 8112.10}. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
