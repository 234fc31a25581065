package io.github.logcov.model;

/** 64 words of 64 bits, as rows of a square. */
final class BitSquare {
  /** Rows, and bits in a row. */
  static final int SIZE = 64;

  private BitSquare() {}

  /**
   * Makes columns of the rows, in place: bit {@code j} of row {@code i} becomes bit {@code i} of
   * row {@code j}. By halves, as in Hacker's Delight, section 7-3: the two quarters that are not on
   * the diagonal change places, then the same within each quarter.
   *
   * @param rows {@value #SIZE} of them
   */
  static void transpose(long[] rows) {
    long mask = 0xffffffffL;
    for (int half = SIZE / 2; half > 0; half >>= 1, mask ^= mask << half) {
      for (int i = 0; i < SIZE; i = (i + half + 1) & ~half) {
        long swapped = ((rows[i] >>> half) ^ rows[i + half]) & mask;
        rows[i + half] ^= swapped;
        rows[i] ^= swapped << half;
      }
    }
  }
}
