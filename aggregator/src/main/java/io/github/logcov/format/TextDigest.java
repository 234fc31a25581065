package io.github.logcov.format;

/**
 * 64 bits of a text, or of numbers, well mixed: equal ones mean the same, but for an accident that
 * nobody needs to fear where there are few.
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
    return mixed(hash); // since sums of bare FNV values depend on each other
  }

  /** The digest of numbers in this order. */
  public static long of(int... numbers) {
    long hash = OFFSET;
    for (int number : numbers) {
      hash = mixed(hash + number);
    }
    return hash;
  }

  /** The finish of MurmurHash3. */
  private static long mixed(long bits) {
    long hash = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
