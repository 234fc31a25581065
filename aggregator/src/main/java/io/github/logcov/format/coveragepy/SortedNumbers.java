package io.github.logcov.format.coveragepy;

import io.github.logcov.model.CoverageLimits;
import java.util.Arrays;

/** Numbers in any order; ascending and each once when they are asked for. */
final class SortedNumbers {
  private final CoverageLimits limits;
  private long[] numbers = {};
  private int size;
  private boolean sorted = true;

  /** Where a number stands that is not above the one that was asked for last. */
  private int near;

  SortedNumbers(CoverageLimits limits) {
    this.limits = limits;
  }

  void add(long number) {
    if (size == numbers.length) {
      limits.checkUnits(size);
      numbers = Arrays.copyOf(numbers, Math.max(16, 2 * size));
    }
    sorted &= size == 0 || number > numbers[size - 1];
    numbers[size++] = number;
  }

  /** Ascending, each once; nobody changes it. */
  long[] toArray() {
    sort();
    if (size < numbers.length) {
      numbers = Arrays.copyOf(numbers, size);
    }
    return numbers;
  }

  int size() {
    sort();
    return size;
  }

  /**
   * Quick where numbers are asked for in order: it looks on from the last one, by growing steps.
   */
  boolean contains(long number) {
    sort();
    int low = near < size && numbers[near] <= number ? near : 0;
    int step = 1;
    while (low + step < size && numbers[low + step] <= number) {
      low += step;
      step *= 2;
    }
    int found = Arrays.binarySearch(numbers, low, Math.min(size, low + step), number);
    near = low;
    return found >= 0;
  }

  /** How many of the other's are not among these. */
  int lacks(SortedNumbers other) {
    int lacking = 0;
    for (long number : other.toArray()) {
      lacking += contains(number) ? 0 : 1;
    }
    return lacking;
  }

  private void sort() {
    if (sorted) {
      return;
    }
    Arrays.sort(numbers, 0, size);
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (n == 0 || numbers[i] != numbers[n - 1]) {
        numbers[n++] = numbers[i];
      }
    }
    size = n;
    sorted = true;
  }
}
