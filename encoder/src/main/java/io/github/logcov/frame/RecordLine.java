package io.github.logcov.frame;

/**
 * Writes records as text: sigil, digits, check, closing character; one reused line of at most 128
 * bytes.
 */
final class RecordLine {
  private final byte[] digits = new byte[Grammar.MAX_DIGITS];
  private final byte[] ascii = new byte[Grammar.MAX_LENGTH];

  RecordLine(int id, int parity) {
    for (int i = 0; i < Grammar.ID_DIGITS; i++) {
      digits[i] = (byte) (id >>> 6 * (Grammar.ID_DIGITS - 1 - i) & 63);
    }
    digits[Grammar.ID_DIGITS + 1] = (byte) (parity - 1);
    ascii[0] = Grammar.TILDE;
    ascii[1] = 'l';
    ascii[2] = 'c';
    ascii[3] = Grammar.VERSION;
  }

  /** The bytes of the line; they change with the next call of {@link #write}. */
  byte[] ascii() {
    return ascii;
  }

  /**
   * Writes one record.
   *
   * @param data digit values, not salted
   * @return the length of the line
   */
  int write(int salt, Kind kind, int number, byte[] data, int offset, int count) {
    int n = Grammar.ID_DIGITS;
    digits[n] = (byte) salt;
    digits[n + 2] = kind.digit();
    digits[n + 3] = (byte) (number >>> 12);
    digits[n + 4] = (byte) (number >>> 6 & 63);
    digits[n + 5] = (byte) (number & 63);
    n = Grammar.HEAD_DIGITS;
    System.arraycopy(data, offset, digits, n, count);
    Keystream.add(salt, kind, number, digits, n, count);
    n += count;
    int check = LineCheck.of(digits, n);
    for (int shift = 18; shift >= 0; shift -= 6) {
      digits[n++] = (byte) (check >>> shift & 63);
    }
    for (int i = 0; i < n; i++) {
      ascii[Grammar.SIGIL_LENGTH + i] = Digits.SYMBOL[digits[i]];
    }
    ascii[Grammar.SIGIL_LENGTH + n] = Grammar.TILDE;
    return Grammar.SIGIL_LENGTH + n + 1;
  }
}
