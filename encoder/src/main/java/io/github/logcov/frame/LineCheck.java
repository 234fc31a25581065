package io.github.logcov.frame;

/**
 * The check of a record: a polynomial over its digits modulo 16777213, 24 bits.
 *
 * <p>Not a CRC, because any awk can compute it with doubles: no intermediate value reaches 2^53.
 */
final class LineCheck {
  private static final long FACTOR = 1_000_003;
  private static final int MODULUS = 16_777_213;

  /** What a digit counts, by the number of digits behind it: the powers of the factor. */
  private static final int[] POWERS = new int[Grammar.MAX_DIGITS - Grammar.CHECK_DIGITS];

  static {
    long power = 1;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = (int) power;
      power = power * FACTOR % MODULUS;
    }
  }

  private LineCheck() {}

  /** The check of the first {@code count} digit values, 0 to 16777212. */
  static int of(byte[] digits, int count) {
    // Not step by step, where each digit waits for the one before: the sum stays below 2^38.
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += (digits[i] + 1L) * POWERS[count - 1 - i];
    }
    return (int) (sum % MODULUS);
  }
}
