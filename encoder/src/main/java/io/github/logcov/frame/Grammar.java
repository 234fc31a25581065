package io.github.logcov.frame;

/** The fixed numbers of the grammar, version 1 (docs/frames.md). */
final class Grammar {
  /** What the reader looks for first, and what a record ends with. */
  static final byte TILDE = '~';

  /** Version of the grammar: the last character of the sigil. */
  static final byte VERSION = '1';

  static final int SIGIL_LENGTH = 4;
  static final int ID_DIGITS = 5;
  static final int CHECK_DIGITS = 4;

  /** Id, salt, geometry, kind and number: the digits in front of the data. */
  static final int HEAD_DIGITS = ID_DIGITS + 1 + 1 + 1 + 3;

  /** Data digits of a full line, 81 bytes. */
  static final int DATA_DIGITS = 108;

  static final int DATA_BYTES = 81;
  static final int MIN_DIGITS = HEAD_DIGITS + CHECK_DIGITS;
  static final int MAX_DIGITS = MIN_DIGITS + DATA_DIGITS;

  /** Characters of the longest record, without its line end. */
  static final int MAX_LENGTH = SIGIL_LENGTH + MAX_DIGITS + 1;

  /** Characters of the shortest record. */
  static final int MIN_LENGTH = SIGIL_LENGTH + MIN_DIGITS + 1;

  /** Greatest number of three digits, and the most data lines a payload may have. */
  static final int MAX_NUMBER = 262_143;

  /** Encoded bytes of the largest payload. */
  static final long MAX_ENCODED_BYTES = (long) MAX_NUMBER * DATA_BYTES;

  /** Salts of a payload are below this; the second header copy adds it to the payload's salt. */
  static final int SALTS = 32;

  /** The number of a header line is index * this + count. */
  static final int HEADER_RADIX = 512;

  static final int MAX_HEADER_LINES = 511;

  private Grammar() {}
}
