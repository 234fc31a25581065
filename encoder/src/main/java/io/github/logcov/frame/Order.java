package io.github.logcov.frame;

/** The order in which an encoder writes the records of a frame, as far as two neighbours tell. */
final class Order {
  private Kind kind;
  private int number;
  private boolean secondCopy;

  /** Remembers a record as the one before the next. */
  void remember(RecordParser record) {
    kind = record.kind;
    number = record.number;
    secondCopy = record.salt >= Grammar.SALTS;
  }

  /** Whether the record before was the frame's last. */
  boolean atEnd() {
    return kind == Kind.END;
  }

  /** Whether a record begins a frame. */
  static boolean begins(RecordParser record) {
    return firstHeader(record) && record.salt < Grammar.SALTS;
  }

  private static boolean firstHeader(RecordParser record) {
    return record.kind == Kind.HEADER && record.number < Grammar.HEADER_RADIX;
  }

  /**
   * Whether a record can stand directly behind the one before; what cannot be told without the
   * header counts as possible.
   */
  boolean isFollowedBy(RecordParser next) {
    switch (kind) {
      case HEADER:
        return headerIsFollowedBy(next);
      case DATA:
        return next.kind == Kind.DATA && next.number == number + 1
            || next.kind == Kind.PARITY
                && next.number % 16 == 0
                && Geometry.blockOfParity(next.number) == number / Geometry.blockLines(next.parity);
      case PARITY:
        return next.kind == Kind.PARITY && next.number == number + 1
            || firstHeader(next) && next.salt >= Grammar.SALTS
            || next.kind == Kind.DATA
                && next.number
                    == (Geometry.blockOfParity(number) + 1) * Geometry.blockLines(next.parity);
      default:
        return begins(next);
    }
  }

  private boolean headerIsFollowedBy(RecordParser next) {
    boolean last = number / Grammar.HEADER_RADIX == number % Grammar.HEADER_RADIX - 1;
    if (!last) {
      return next.kind == Kind.HEADER
          && next.number == number + Grammar.HEADER_RADIX
          && next.salt >= Grammar.SALTS == secondCopy;
    }
    return secondCopy ? next.kind == Kind.END : next.kind == Kind.DATA && next.number == 0;
  }
}
