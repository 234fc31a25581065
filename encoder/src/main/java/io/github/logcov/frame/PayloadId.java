package io.github.logcov.frame;

/**
 * A payload's id: the first 30 bits of the SHA-256 of its header text, so that a header proves
 * itself.
 */
final class PayloadId {
  private PayloadId() {}

  /** The id of a header text, 0 to 2^30 - 1. */
  static int of(byte[] headerText) {
    byte[] digest = Sha256.digest(headerText);
    return (digest[0] & 0xff) << 22
        | (digest[1] & 0xff) << 14
        | (digest[2] & 0xff) << 6
        | (digest[3] & 0xff) >>> 2;
  }

  /** The id as it stands in the log: five digits. */
  static String text(int id) {
    StringBuilder text = new StringBuilder(Grammar.ID_DIGITS);
    for (int shift = 24; shift >= 0; shift -= 6) {
      text.append((char) Digits.SYMBOL[id >>> shift & 63]);
    }
    return text.toString();
  }
}
