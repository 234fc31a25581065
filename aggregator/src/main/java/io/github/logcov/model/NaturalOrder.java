package io.github.logcov.model;

/**
 * Compares texts part by part, runs of digits as numbers of any size: {@code 8112.9} before {@code
 * 8112.10}. Total.
 */
final class NaturalOrder {
  private NaturalOrder() {}

  /** Negative, 0 or positive; 0 only for equal texts. */
  static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
        int endA = endOfNumber(a, i);
        int endB = endOfNumber(b, j);
        int order = compareNumbers(a, i, endA, b, j, endB);
        if (order != 0) {
          return order;
        }
        i = endA;
        j = endB;
      } else if (a.charAt(i) != b.charAt(j)) {
        return Character.compare(a.charAt(i), b.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int rest = Integer.compare(a.length() - i, b.length() - j);
    // "1.01" and "1.1" are the same number but not the same name.
    return rest != 0 ? rest : a.compareTo(b);
  }

  private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
    int startA = skipZeros(a, i, endA);
    int startB = skipZeros(b, j, endB);
    int order = Integer.compare(endA - startA, endB - startB);
    for (int k = 0; order == 0 && startA + k < endA; k++) {
      order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
    }
    return order;
  }

  private static int skipZeros(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
