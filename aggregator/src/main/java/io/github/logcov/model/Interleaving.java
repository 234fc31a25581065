package io.github.logcov.model;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * How two sorted columns fit together: for each row of the united column the row it comes from on
 * the left and on the right, -1 where that side has none.
 */
record Interleaving(int[] left, int[] right) {
  /**
   * Merges {@code leftSize} and {@code rightSize} rows; {@code compare} takes a left and a right
   * row.
   */
  static Interleaving of(int leftSize, int rightSize, IntBinaryOperator compare) {
    int[] left = new int[leftSize + rightSize];
    int[] right = new int[leftSize + rightSize];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < leftSize || j < rightSize) {
      int order = i == leftSize ? 1 : j == rightSize ? -1 : compare.applyAsInt(i, j);
      left[n] = order <= 0 ? i++ : -1;
      right[n++] = order >= 0 ? j++ : -1;
    }
    return new Interleaving(Arrays.copyOf(left, n), Arrays.copyOf(right, n));
  }

  int size() {
    return left.length;
  }
}
