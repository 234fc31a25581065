package io.github.logcov.log;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * The order of job numbers: numbers such as {@code 8112.9} come first, compared part by part as
 * numbers of any length, so {@code 8112.9} precedes {@code 8112.10}; then names, in which runs of
 * digits count as numbers too ({@code py9} precedes {@code py10}). Texts that differ are never
 * equal.
 */
public final class JobNumber {

  private static final Pattern DOTTED = Pattern.compile("[0-9]++(\\.[0-9]++)*+");

  /** The order. */
  public static final Comparator<String> ORDER =
      Comparator.comparing((String number) -> !isDotted(number))
          .thenComparing(JobNumber::compareRuns)
          .thenComparing(Comparator.naturalOrder());

  private JobNumber() {}

  private static int compareRuns(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
        int leftEnd = digitsEnd(left, i);
        int rightEnd = digitsEnd(right, j);
        int order = compareDigits(left.substring(i, leftEnd), right.substring(j, rightEnd));
        if (order != 0) {
          return order;
        }
        i = leftEnd;
        j = rightEnd;
      } else {
        int order = Character.compare(left.charAt(i++), right.charAt(j++));
        if (order != 0) {
          return order;
        }
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  /** Compares without making numbers of them: a file name may be one long digit run. */
  private static int compareDigits(String left, String right) {
    String l = withoutZeros(left);
    String r = withoutZeros(right);
    int order = Integer.compare(l.length(), r.length());
    return order != 0 ? order : l.compareTo(r);
  }

  private static String withoutZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isDotted(String text) {
    return DOTTED.matcher(text).matches();
  }
}
