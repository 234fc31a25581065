package io.github.logcov.format.istanbul;

/**
 * Sums up where a report sees things, in any order, as 64 bits: equal ones mean the same places,
 * but for an accident that nobody needs to fear where there are few of a file.
 */
final class LayoutDigest {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long sum;

  /** Something by its kind, and where it is. */
  void add(String text) {
    long hash = OFFSET; // FNV-1a
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    // The finish of MurmurHash3, since sums of bare FNV values depend on each other.
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    sum += hash ^ hash >>> 33;
  }

  long value() {
    return sum;
  }
}
