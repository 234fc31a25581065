package io.github.logcov.format;

/**
 * 64 bits of a text, well mixed: equal ones mean equal texts, but for an accident that nobody needs
 * to fear where there are few.
 */
public final class TextDigest {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private TextDigest() {}

  /** The digest of {@code text}. */
  public static long of(String text) {
    long hash = OFFSET; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    // The finish of MurmurHash3, since sums of bare FNV values depend on each other.
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
