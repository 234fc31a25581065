package io.github.logcov.format.cobertura;

/** Reads whole numbers of 0 or more out of attributes, without a text of their own. */
final class Digits {
  private Digits() {}

  /** The value of digits, {@link Integer#MAX_VALUE} when beyond; -1 when it is no number. */
  static int of(String text) {
    return digits(text, 0, text.length());
  }

  /** The same of a part, with blanks around it or without. */
  static int of(String text, int from, int to) {
    int begin = begin(text, from, to);
    return digits(text, begin, end(text, begin, to));
  }

  private static int digits(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return to == from ? -1 : (int) value;
  }

  /** Where blanks end. */
  static int begin(String text, int from, int to) {
    int begin = from;
    while (begin < to && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    return begin;
  }

  /** Behind the last character that is no blank. */
  static int end(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
