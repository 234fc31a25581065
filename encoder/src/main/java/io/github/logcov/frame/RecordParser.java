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
    /** A sigil, and then a mask within the id, in what is else a record. */
    NAMELESS,
    /** The sigil of another version of the grammar. */
    OTHER_VERSION
  }

  /**
   * Dropped bytes in one record, so that no hostile log makes every tilde read the whole buffer.
   */
  private static final int MAX_DROPPED = 6_000;

  /**
   * Escape sequences in one record: those of others may be strung together, and every tilde in the
   * string begins anew.
   */
  private static final int MAX_SEQUENCES = 40;

  /** Digits that must follow a mask in a damaged head, and the closing character behind them. */
  private static final int FEWEST_BEHIND_MASK = Grammar.CHECK_DIGITS;

  /** As many will do without the closing character, which may be masked too. */
  private static final int ENOUGH_BEHIND_MASK = 16;

  /** Bytes behind a tilde that may have to be seen to judge it. */
  static final int LOOKAHEAD = MAX_DROPPED + 5_000;

  private static final int END = -1;

  private byte[] b;
  private int p;
  private int limit;
  private int dropped;
  private int sequences;
  private final Escapes escapes = new Escapes();

  private final byte[] digits = new byte[Grammar.MAX_DIGITS];
  private int digitCount;

  /** Index behind the record. */
  int end;

  /** Line feeds inside the record (of continuation lines). */
  int joins;

  int id;
  int salt;
  int parity;

  /** The kind; of a damaged record null when it cannot be read, or nobody could have written it. */
  Kind kind;

  int number;

  /** The unsalted data digits. */
  final byte[] data = new byte[Grammar.DATA_DIGITS];

  int dataCount;

  /** The version character of {@link Found#OTHER_VERSION}. */
  char version;

  /** The mask in a damaged record, null when it was damaged by something else. */
  String mask;

  /**
   * Whether a damaged record is hardly anything else: its head can be read and is possible, or it
   * is masked within the head.
   */
  boolean plausible;

  /** Must be told when the bytes in the buffer moved. */
  void bufferMoved() {
    escapes.forget();
  }

  /** Bytes of escape sequences looked at so far, for tests. */
  long examined() {
    return escapes.examined();
  }

  /** Reads the record that begins with the tilde at {@code from}. */
  Found parse(byte[] bytes, int from, int end) {
    b = bytes;
    p = from + 1;
    limit = end;
    dropped = 0;
    sequences = 0;
    escapes.begin(bytes, from, end);
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
      return v == Grammar.VERSION && maskedHead(stop) ? Found.NAMELESS : Found.NOTHING;
    }
    id = joined(0, Grammar.ID_DIGITS);
    if (v != Grammar.VERSION) {
      version = (char) v;
      return digitCount >= Grammar.MIN_DIGITS ? Found.OTHER_VERSION : Found.NOTHING;
    }
    if (stop != Grammar.TILDE) {
      mask = stop == END ? null : Mask.at(b, p - 1, limit);
      return damaged(stop);
    }
    mask = null;
    this.end = p;
    return valid() ? Found.RECORD : damaged(stop);
  }

  private Found damaged(int stop) {
    if (digitCount >= Grammar.HEAD_DIGITS) {
      readHead();
      plausible = kind != null && headFits();
      kind = plausible ? kind : null;
    } else {
      kind = null;
      plausible = maskedHead(stop);
    }
    return Found.DAMAGED;
  }

  /** Whether a mask stopped the digits, and only digits and masks follow, up to the end. */
  private boolean maskedHead(int stop) {
    mask = stop == END ? null : Mask.at(b, p - 1, limit);
    plausible = false;
    kind = null;
    if (mask == null) {
      return false;
    }
    int behind = 0;
    int last = Math.min(limit, p + Grammar.MAX_LENGTH);
    int i = p - 1;
    while (i < last) {
      int length = Mask.length(b, i, limit);
      if (length == 0 && Digits.VALUE[b[i] & 0xff] < 0) {
        break;
      }
      behind += length == 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    boolean closed = i < last && b[i] == Grammar.TILDE;
    plausible = behind >= (closed ? FEWEST_BEHIND_MASK : ENOUGH_BEHIND_MASK);
    return plausible;
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
      straightDigits();
    }
  }

  /** Reads a run of digits, without the questions that next() asks. */
  private void straightDigits() {
    byte[] from = b;
    byte[] to = digits;
    int i = p;
    int count = digitCount;
    int end = Math.min(limit, i + to.length - count);
    while (i < end) {
      byte value = Digits.VALUE[from[i] & 0xff];
      if (value < 0) {
        break;
      }
      to[count++] = value;
      i++;
    }
    p = i;
    digitCount = count;
  }

  private int next() {
    while (p < limit) {
      int c = b[p] & 0xff;
      int behind;
      if (c == Escapes.ESC) {
        behind = escapes.end(p);
        if (++sequences > MAX_SEQUENCES) {
          return END;
        }
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
    readHead();
    dataCount = checked - Grammar.HEAD_DIGITS;
    if (kind == null || !fits()) {
      return false;
    }
    System.arraycopy(digits, Grammar.HEAD_DIGITS, data, 0, dataCount);
    Keystream.subtract(salt, kind, number, data, 0, dataCount);
    return true;
  }

  private void readHead() {
    int i = Grammar.ID_DIGITS;
    salt = digits[i];
    parity = digits[i + 1] + 1;
    kind = Kind.ofDigit(digits[i + 2]);
    number = joined(i + 3, 3);
  }

  /** What the grammar says of a kind's number, salt and data beyond the check. */
  private boolean fits() {
    boolean dataFits =
        kind == Kind.END
            ? dataCount == 0
            : dataCount > 0 && (kind == Kind.HEADER || dataCount % 4 != 1);
    return dataFits && headFits();
  }

  private boolean headFits() {
    switch (kind) {
      case HEADER:
        return number / Grammar.HEADER_RADIX < number % Grammar.HEADER_RADIX;
      case END:
        return number > 0 && salt < Grammar.SALTS;
      default:
        return number < Grammar.MAX_NUMBER && salt < Grammar.SALTS;
    }
  }
}
