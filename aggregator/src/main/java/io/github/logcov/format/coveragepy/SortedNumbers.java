package io.github.logcov.format.coveragepy;

import io.github.logcov.model.CoverageLimits;
import java.util.Arrays;

/** Numbers in any order; ascending and each once when they are asked for. */
final class SortedNumbers {
  private final CoverageLimits limits;
  private long[] numbers = {};
  private int size;
  private boolean sorted = true;

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

  /** Ascending, each once; a copy. */
  long[] toArray() {
    sort();
    return Arrays.copyOf(numbers, size);
  }

  int size() {
    sort();
    return size;
  }

  boolean contains(long number) {
    sort();
    return Arrays.binarySearch(numbers, 0, size, number) >= 0;
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
