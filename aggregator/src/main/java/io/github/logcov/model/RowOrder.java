package io.github.logcov.model;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/** The order in which rows of unsorted columns must be read to be sorted. */
final class RowOrder {
  private RowOrder() {}

  /**
   * Rows 0 to {@code size - 1} sorted by {@code lines} (0 or more), equal lines by {@code
   * withinLine}, equal rows in the order in which they came.
   */
  static int[] of(int[] lines, int size, IntBinaryOperator withinLine) {
    // Line and row in one long: a primitive sort, no object per row.
    long[] packed = new long[size];
    for (int i = 0; i < size; i++) {
      packed[i] = (long) lines[i] << 32 | i;
    }
    Arrays.sort(packed);
    int[] rows = new int[size];
    for (int i = 0; i < size; i++) {
      rows[i] = (int) packed[i];
    }
    int start = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || lines[rows[i]] != lines[rows[start]]) {
        sortWithinLine(rows, start, i, withinLine);
        start = i;
      }
    }
    return rows;
  }

  private static void sortWithinLine(int[] rows, int from, int to, IntBinaryOperator compare) {
    boolean sorted = true;
    for (int i = from + 1; i < to && sorted; i++) {
      sorted = compare.applyAsInt(rows[i - 1], rows[i]) <= 0;
    }
    if (sorted) {
      return;
    }
    Integer[] boxed = new Integer[to - from];
    for (int i = from; i < to; i++) {
      boxed[i - from] = rows[i];
    }
    Arrays.sort(boxed, compare::applyAsInt);
    for (int i = from; i < to; i++) {
      rows[i] = boxed[i - from];
    }
  }
}
