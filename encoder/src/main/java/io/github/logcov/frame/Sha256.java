package io.github.logcov.frame;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 and its lower-case hex form. */
public final class Sha256 {
  private Sha256() {}

  /** A digest without a byte yet. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static byte[] digest(byte[] bytes) {
    return start().digest(bytes);
  }

  /** The first so many bytes of a digest, two lower-case hex digits each. */
  public static String hex(byte[] digest, int bytes) {
    StringBuilder hex = new StringBuilder(2 * bytes);
    for (int i = 0; i < bytes; i++) {
      hex.append(Character.forDigit(digest[i] >> 4 & 15, 16));
      hex.append(Character.forDigit(digest[i] & 15, 16));
    }
    return hex.toString();
  }
}
