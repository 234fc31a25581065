package io.github.logcov.frame;

/** The four kinds of record; the letter is also the digit that stands in the record. */
enum Kind {
  HEADER('H'),
  DATA('D'),
  PARITY('P'),
  END('E');

  private static final Kind[] BY_DIGIT = new Kind[64];

  static {
    for (Kind kind : values()) {
      BY_DIGIT[kind.digit] = kind;
    }
  }

  private final byte digit;

  Kind(char letter) {
    digit = Digits.VALUE[letter];
  }

  /** The letter's digit value: 7, 3, 15, 4. */
  byte digit() {
    return digit;
  }

  /** The kind of this digit value, null when there is none. */
  static Kind ofDigit(int value) {
    return BY_DIGIT[value];
  }
}
