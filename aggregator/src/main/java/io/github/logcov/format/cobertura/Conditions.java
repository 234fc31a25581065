package io.github.logcov.format.cobertura;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The {@code <condition number type coverage>} elements of one line. A {@code jump} has two arms,
 * so its percentage says how many were taken; a {@code switch} has as many as it likes, and a line
 * with one is known by its counts only.
 */
final class Conditions {
  private static final int ARMS_OF_JUMP = 2;

  private final int maxCount;
  private int[] numbers = new int[4];
  private int[] covered = new int[4];
  private int count;
  private boolean usable;

  Conditions(int maxArms) {
    this.maxCount = maxArms / ARMS_OF_JUMP;
  }

  void clear() {
    count = 0;
    usable = true;
  }

  void add(@Nullable String number, @Nullable String type, @Nullable String coverage) {
    int id = number == null ? -1 : Digits.of(number);
    int taken = taken(coverage);
    usable &= id >= 0 && taken >= 0 && "jump".equals(type) && count < maxCount;
    if (!usable) {
      return;
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      covered = Arrays.copyOf(covered, count * 2);
    }
    numbers[count] = id;
    covered[count++] = taken;
  }

  private static int taken(@Nullable String coverage) {
    return switch (String.valueOf(coverage)) {
      case "0%" -> 0;
      case "50%" -> 1;
      case "100%" -> 2;
      default -> -1;
    };
  }

  /**
   * The arms with what is known of each condition, when that agrees with the counts; when there are
   * no counts, the conditions give them.
   */
  @Nullable Arms refine(@Nullable Arms counted) {
    if (!usable || count == 0 || counted != null && counted.missing() != null || !areDistinct()) {
      return counted;
    }
    int total = count * ARMS_OF_JUMP;
    int sum = 0;
    for (int i = 0; i < count; i++) {
      sum += covered[i];
    }
    if (counted != null && (counted.total() != total || counted.covered() != sum)) {
      return counted;
    }
    int[] totals = new int[count];
    Arrays.fill(totals, ARMS_OF_JUMP);
    return new Arms(
        total, sum, null, Arrays.copyOf(numbers, count), totals, Arrays.copyOf(covered, count));
  }

  private boolean areDistinct() {
    int[] sorted = Arrays.copyOf(numbers, count);
    Arrays.sort(sorted);
    for (int i = 1; i < count; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return false;
      }
    }
    return true;
  }
}
