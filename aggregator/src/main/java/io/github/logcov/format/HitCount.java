package io.github.logcov.format;

/**
 * Reads counts of executions as tools write them: {@code 3}, {@code -1} (gcov), {@code 1.0} and
 * {@code 1.8e+19} (Perl, once a count outgrew its integers), of any length.
 */
public final class HitCount {
  private HitCount() {}

  /**
   * The whole number that {@code text} is; beyond {@link Long#MAX_VALUE} (and below its negative)
   * that value.
   *
   * @throws NumberFormatException when it is not a number, or not a whole one
   */
  public static long parse(CharSequence text) {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    int whole = negative ? 1 : 0;
    int wholeEnd = endOfDigits(text, whole);
    int fraction = wholeEnd;
    int fractionEnd = wholeEnd;
    if (wholeEnd < length && text.charAt(wholeEnd) == '.') {
      fraction = wholeEnd + 1;
      fractionEnd = endOfDigits(text, fraction);
      require(fractionEnd > fraction);
    }
    require(wholeEnd > whole);
    long exponent = exponent(text, fractionEnd);
    // The digits before the point come first, those behind it follow; the point is moved.
    long point = (wholeEnd - whole) + exponent;
    long value = 0;
    long place = 0;
    for (int i = whole; i < fractionEnd; i++) {
      if (i == wholeEnd) {
        i = fraction;
      }
      int digit = text.charAt(i) - '0';
      if (place++ < point) {
        value = appended(value, digit);
      } else {
        require(digit == 0);
      }
    }
    while (place++ < point && value != 0 && value != Long.MAX_VALUE) {
      value = appended(value, 0);
    }
    return negative ? -value : value;
  }

  private static long exponent(CharSequence text, int at) {
    int length = text.length();
    if (at == length) {
      return 0;
    }
    char letter = text.charAt(at);
    require(letter == 'e' || letter == 'E');
    int digits = at + 1;
    boolean negative = digits < length && text.charAt(digits) == '-';
    if (negative || digits < length && text.charAt(digits) == '+') {
      digits++;
    }
    require(digits < length && endOfDigits(text, digits) == length);
    long value = 0;
    for (int i = digits; i < length; i++) {
      // No text is long enough to need more; the bound keeps the sum above from overflowing.
      value = Math.min(value * 10 + (text.charAt(i) - '0'), Integer.MAX_VALUE * 4L);
    }
    return negative ? -value : value;
  }

  private static long appended(long value, int digit) {
    return value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
  }

  private static int endOfDigits(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new NumberFormatException();
    }
  }
}
