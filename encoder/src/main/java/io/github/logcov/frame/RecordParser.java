package io.github.logcov.frame;

/**
 * Reads one record that may begin at a given tilde; reused for all records of a log, the answer
 * stays in its fields.
 *
 * <p>Escape sequences inside a record are dropped, and GitLab's continuation lines joined. Anything
 * else that is no digit is damage; what it was is told in {@link #mask}.
 */
final class RecordParser {
  /** What stands at a tilde. */
  enum Found {
    /** No sigil of ours, or one that nobody could have written. */
    NOTHING,
    /** A record whose check is right. */
    RECORD,
    /** A sigil and an id, and then no valid record. */
    DAMAGED,
    /** The sigil of another version of the grammar. */
    OTHER_VERSION
  }

  /**
   * Dropped bytes in one record, so that no hostile log makes every tilde read the whole buffer.
   */
  private static final int MAX_DROPPED = 6_000;

  /** Bytes behind a tilde that may have to be seen to judge it. */
  static final int LOOKAHEAD = MAX_DROPPED + 5_000;

  private static final int END = -1;

  private byte[] b;
  private int p;
  private int limit;
  private int dropped;

  private final byte[] digits = new byte[Grammar.MAX_DIGITS];
  private int digitCount;

  /** Index behind the record. */
  int end;

  /** Line feeds inside the record (of continuation lines). */
  int joins;

  int id;
  int salt;
  int parity;
  Kind kind;
  int number;

  /** The unsalted data digits. */
  final byte[] data = new byte[Grammar.DATA_DIGITS];

  int dataCount;

  /** The version character of {@link Found#OTHER_VERSION}. */
  char version;

  /** The mask in a damaged record, null when it was damaged by something else. */
  String mask;

  /** Reads the record that begins with the tilde at {@code from}. */
  Found parse(byte[] bytes, int from, int end) {
    b = bytes;
    p = from + 1;
    limit = end;
    dropped = 0;
    joins = 0;
    if (next() != 'l' || next() != 'c') {
      return Found.NOTHING;
    }
    int v = next();
    if (v != Grammar.VERSION && (v < '2' || v > '9')) {
      return Found.NOTHING;
    }
    int stop = readDigits();
    if (digitCount < Grammar.ID_DIGITS) {
      return Found.NOTHING;
    }
    id = joined(0, Grammar.ID_DIGITS);
    if (v != Grammar.VERSION) {
      version = (char) v;
      return digitCount >= Grammar.MIN_DIGITS ? Found.OTHER_VERSION : Found.NOTHING;
    }
    if (stop != Grammar.TILDE) {
      mask = stop == END ? null : Mask.at(b, p - 1, limit);
      return Found.DAMAGED;
    }
    mask = null;
    this.end = p;
    return valid() ? Found.RECORD : Found.DAMAGED;
  }

  /** Reads digits up to the first byte that is none. @return that byte, already passed */
  private int readDigits() {
    digitCount = 0;
    while (true) {
      int c = next();
      int value = c < 0 ? -1 : Digits.VALUE[c];
      if (value < 0 || digitCount == digits.length) {
        return c;
      }
      digits[digitCount++] = (byte) value;
      // The straight run of digits, without the questions that next() asks.
      while (p < limit && digitCount < digits.length && Digits.VALUE[b[p] & 0xff] >= 0) {
        digits[digitCount++] = Digits.VALUE[b[p++] & 0xff];
      }
    }
  }

  private int next() {
    while (p < limit) {
      int c = b[p] & 0xff;
      int behind;
      if (c == Escapes.ESC) {
        behind = Escapes.end(b, p, limit);
      } else if (c == '\n' && (behind = GitLabJoin.end(b, p, limit)) > 0) {
        joins++;
      } else {
        p++;
        return c;
      }
      dropped += behind - p;
      if (dropped > MAX_DROPPED) {
        return END;
      }
      p = behind;
    }
    return END;
  }

  private int joined(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 6 | digits[i];
    }
    return value;
  }

  private boolean valid() {
    int checked = digitCount - Grammar.CHECK_DIGITS;
    if (checked < Grammar.HEAD_DIGITS
        || LineCheck.of(digits, checked) != joined(checked, Grammar.CHECK_DIGITS)) {
      return false;
    }
    int i = Grammar.ID_DIGITS;
    salt = digits[i];
    parity = digits[i + 1] + 1;
    kind = Kind.ofDigit(digits[i + 2]);
    number = joined(i + 3, 3);
    dataCount = checked - Grammar.HEAD_DIGITS;
    if (kind == null || !fits()) {
      return false;
    }
    System.arraycopy(digits, Grammar.HEAD_DIGITS, data, 0, dataCount);
    Keystream.subtract(salt, kind, number, data, 0, dataCount);
    return true;
  }

  /** What the grammar says of a kind's number, salt and data beyond the check. */
  private boolean fits() {
    switch (kind) {
      case HEADER:
        int count = number % Grammar.HEADER_RADIX;
        return dataCount > 0 && number / Grammar.HEADER_RADIX < count;
      case END:
        return dataCount == 0 && number > 0 && salt < Grammar.SALTS;
      default:
        return dataCount > 0
            && dataCount % 4 != 1
            && number < Grammar.MAX_NUMBER
            && salt < Grammar.SALTS;
    }
  }
}
