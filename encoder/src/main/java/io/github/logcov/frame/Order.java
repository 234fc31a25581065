package io.github.logcov.frame;

/** The order in which an encoder writes the records of a frame, as far as two neighbours tell. */
final class Order {
  private Order() {}

  /**
   * Whether record {@code (kind, number)} can stand directly behind {@code (before, beforeNumber)}; what cannot be told
   * without the header counts as possible.
   */
  static boolean follows(Kind before, int beforeNumber, Kind kind, int number, int parity) {
    switch (before) {
      case HEADER:
        return afterHeader(beforeNumber, kind, number);
      case DATA:
        return kind == Kind.DATA && number == beforeNumber + 1
            || kind == Kind.PARITY
                && number % 16 == 0
                && Geometry.blockOfParity(number) == beforeNumber / Geometry.blockLines(parity);
      case PARITY:
        return kind == Kind.PARITY && number == beforeNumber + 1
            || kind == Kind.HEADER && number < Grammar.HEADER_RADIX
            || kind == Kind.DATA
                && number
                    == (Geometry.blockOfParity(beforeNumber) + 1) * Geometry.blockLines(parity);
      default:
        return kind == Kind.HEADER && number < Grammar.HEADER_RADIX;
    }
  }

  private static boolean afterHeader(int before, Kind kind, int number) {
    boolean last = before / Grammar.HEADER_RADIX == before % Grammar.HEADER_RADIX - 1;
    if (!last) {
      return kind == Kind.HEADER && number == before + Grammar.HEADER_RADIX;
    }
    return kind == Kind.END || kind == Kind.DATA && number == 0;
  }
}
