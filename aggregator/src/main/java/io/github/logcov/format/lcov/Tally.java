package io.github.logcov.format.lcov;

import java.util.Arrays;

/** Counts records and hit records, and can tell how many distinct ones there were. */
final class Tally {
  /** Sections beyond it are not compared by distinct records: it is only for a warning. */
  private static final int MAX_KEPT = 1 << 20;

  private long[] keys = new long[64];
  private long found;
  private long hit;

  void reset() {
    found = 0;
    hit = 0;
  }

  /** Counts a record; {@code key} says what it is about, its lowest bit is 0. */
  void add(long key, boolean isHit) {
    if (found < MAX_KEPT) {
      int index = (int) found;
      if (index == keys.length) {
        keys = Arrays.copyOf(keys, index * 2);
      }
      keys[index] = isHit ? key | 1 : key;
    }
    found++;
    hit += isHit ? 1 : 0;
  }

  /** Counts records; the lowest bit of a key is 1 for a hit one. */
  void addAll(long[] more) {
    if (found + more.length <= MAX_KEPT) {
      int end = (int) found + more.length;
      if (end > keys.length) {
        keys = Arrays.copyOf(keys, Math.max(end, 2 * keys.length));
      }
      System.arraycopy(more, 0, keys, (int) found, more.length);
    }
    found += more.length;
    for (long key : more) {
      hit += key & 1;
    }
  }

  long found() {
    return found;
  }

  long hit() {
    return hit;
  }

  /** Whether claims (-1: none) count the records, or the distinct ones. */
  boolean allows(long foundClaim, long hitClaim) {
    if (matches(foundClaim, found) && matches(hitClaim, hit)) {
      return true;
    }
    if (found > MAX_KEPT) {
      return true;
    }
    int count = (int) found;
    Arrays.sort(keys, 0, count);
    long distinct = 0;
    long distinctHit = 0;
    for (int i = 0; i < count; i++) {
      // The last of its equals is the hit one, if one is.
      if (i + 1 == count || keys[i] >> 1 != keys[i + 1] >> 1) {
        distinct++;
        distinctHit += keys[i] & 1;
      }
    }
    return matches(foundClaim, distinct) && matches(hitClaim, distinctHit);
  }

  private static boolean matches(long claim, long count) {
    return claim == -1 || claim == count;
  }
}
