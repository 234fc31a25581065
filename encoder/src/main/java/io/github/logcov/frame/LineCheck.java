package io.github.logcov.frame;

/**
 * The check of a record: a polynomial over its digits modulo 16777213, 24 bits.
 *
 * <p>Not a CRC, because any awk can compute it with doubles: no intermediate value reaches 2^53.
 */
final class LineCheck {
  private static final long FACTOR = 1_000_003;
  private static final int MODULUS = 16_777_213;

  private LineCheck() {}

  /** The check of the first {@code count} digit values, 0 to 16777212. */
  static int of(byte[] digits, int count) {
    long h = 0;
    for (int i = 0; i < count; i++) {
      h = h * FACTOR + digits[i] + 1;
      // 2^24 is 3 modulo 2^24 - 3: folding keeps h below 2^25 without a division, which C1 would
      // not replace.
      h = (h & 0xFFFFFF) + 3 * (h >>> 24);
    }
    return (int) (h % MODULUS);
  }
}
