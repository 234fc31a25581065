package io.github.logcov.frame;

import java.util.Arrays;

/** The 64 digits of the grammar: the standard base64 alphabet, each character worth 0 to 63. */
final class Digits {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Digit value -> ASCII character. */
  static final byte[] SYMBOL = new byte[64];

  /** Byte (0 to 255) -> digit value, -1 for what is no digit. */
  static final byte[] VALUE = new byte[256];

  static {
    Arrays.fill(VALUE, (byte) -1);
    for (int value = 0; value < 64; value++) {
      SYMBOL[value] = (byte) ALPHABET.charAt(value);
      VALUE[ALPHABET.charAt(value)] = (byte) value;
    }
  }

  private Digits() {}

  /** Digits needed for so many bytes, without padding. */
  static long count(long bytes) {
    return (bytes * 4 + 2) / 3;
  }

  /** Whole bytes in so many digits; what is left over is less than one byte. */
  static int bytes(int digits) {
    return digits * 3 / 4;
  }

  /**
   * Splits bytes into digit values, as base64 does; bits that the last digit leaves over are 0.
   *
   * @return the number of digits written to {@code to}, from index 0
   */
  static int split(byte[] from, int offset, int length, byte[] to) {
    int bits = 0;
    int held = 0;
    int count = 0;
    for (int i = offset; i < offset + length; i++) {
      held = held << 8 | from[i] & 0xff;
      bits += 8;
      while (bits >= 6) {
        bits -= 6;
        to[count++] = (byte) (held >>> bits & 63);
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      to[count++] = (byte) (held << 6 - bits & 63);
    }
    return count;
  }

  /**
   * Joins digit values to bytes.
   *
   * @return whether the digits can be the base64 of something: no lone digit and no bit set in what
   *     is left over
   */
  static boolean join(byte[] from, int offset, int count, byte[] to, int at) {
    int i = offset;
    int out = at;
    int whole = offset + count / 4 * 4;
    for (; i < whole; i += 4) {
      int held = from[i] << 18 | from[i + 1] << 12 | from[i + 2] << 6 | from[i + 3];
      to[out++] = (byte) (held >>> 16);
      to[out++] = (byte) (held >>> 8);
      to[out++] = (byte) held;
    }
    switch (count & 3) {
      case 0:
        return true;
      case 2:
        to[out] = (byte) (from[i] << 2 | from[i + 1] >>> 4);
        return (from[i + 1] & 15) == 0;
      case 3:
        to[out++] = (byte) (from[i] << 2 | from[i + 1] >>> 4);
        to[out] = (byte) (from[i + 1] << 4 | from[i + 2] >>> 2);
        return (from[i + 2] & 3) == 0;
      default:
        return false;
    }
  }
}
