package io.github.logcov.model;

import java.util.Arrays;

/** Multisets of numbers as ascending columns. */
final class Multisets {
  static final int[] EMPTY = {};

  private Multisets() {}

  /** Each number as often as in that of both which has it less often. */
  static int[] intersection(int[] a, int[] b) {
    if (a.length == 0 || Arrays.equals(a, b)) {
      return a;
    }
    int[] both = new int[Math.min(a.length, b.length)];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        both[n++] = a[i];
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return n == 0 ? EMPTY : n == a.length ? a : Arrays.copyOf(both, n);
  }

  /**
   * Each number as often as in that of both which has it more often; the {@code most} smallest of
   * them.
   */
  static int[] union(int[] a, int[] b, int most) {
    if (b.length == 0 || Arrays.equals(a, b)) {
      return a;
    }
    int[] all = new int[Math.min(most, a.length + b.length)];
    int n = 0;
    int i = 0;
    int j = 0;
    while (n < all.length && (i < a.length || j < b.length)) {
      boolean left = j == b.length || i < a.length && a[i] <= b[j];
      boolean right = i == a.length || j < b.length && b[j] <= a[i];
      all[n++] = left ? a[i] : b[j];
      i += left ? 1 : 0;
      j += right ? 1 : 0;
    }
    return Arrays.copyOf(all, n);
  }

  /** Those of {@code a} without any that {@code b} has, however often. */
  static int[] without(int[] a, int[] b) {
    return a.length == 0 || b.length == 0
        ? a
        : Arrays.stream(a).filter(number -> Arrays.binarySearch(b, number) < 0).toArray();
  }
}
