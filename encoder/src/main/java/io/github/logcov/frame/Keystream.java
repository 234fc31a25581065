package io.github.logcov.frame;

/**
 * The salt of a record's data digits: a keystream added modulo 64; salt 0 leaves them as they are.
 */
final class Keystream {
  private static final long MODULUS = 2_147_483_647;
  private static final long STEP = 48_271;

  private Keystream() {}

  /** Adds the keystream to {@code count} digits from {@code offset}, in place. */
  static void add(int salt, Kind kind, int number, byte[] digits, int offset, int count) {
    apply(salt, kind, number, digits, offset, count, 1);
  }

  /** Takes the keystream away again, in place. */
  static void subtract(int salt, Kind kind, int number, byte[] digits, int offset, int count) {
    apply(salt, kind, number, digits, offset, count, -1);
  }

  private static void apply(
      int salt, Kind kind, int number, byte[] digits, int offset, int count, int sign) {
    if (salt == 0) {
      return;
    }
    long x = seed(salt, kind, number);
    for (int i = offset; i < offset + count; i++) {
      x *= STEP;
      // 2^31 is 1 modulo 2^31 - 1; a product below 2^47 folds to at most twice the modulus.
      x = (x & MODULUS) + (x >>> 31);
      if (x >= MODULUS) {
        x -= MODULUS;
      }
      digits[i] = (byte) (digits[i] + sign * (int) (x >>> 25) & 63);
    }
  }

  private static long seed(int salt, Kind kind, int number) {
    long x = (salt * 15_485_863L + kind.digit() * 32_452_843L + number * 49_979_687L + 1) % MODULUS;
    return x == 0 ? 1 : x;
  }
}
