package io.github.logcov.format.lcov;

import io.github.logcov.model.BranchId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes identities of arms from bytes, and each of the usual ones only once for all tracefiles of a
 * run: they say "block 0, branch 1" a million times, and what is the same object need not be
 * compared. Bounded, since it takes what is hostile, too. Any number of threads may ask at once.
 */
final class BranchIds {
  private static final int SLOTS = 1 << 12;
  private static final int MAX_KEPT = 100;

  /**
   * The latest of a place wins: a plain cache of one way is all that speed asks for. Threads need
   * not agree on which that is: what they find is immutable, and what is missed is made again.
   */
  private final @Nullable Known[] slots = new Known[SLOTS];

  private record Known(byte[] key, BranchId id) {}

  /** A hash of the identity that lies between those indexes. */
  static int hash(byte[] bytes, int block, int branchEnd) {
    int hash = 1;
    for (int i = block; i < branchEnd; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash;
  }

  /**
   * The identity whose block and branch are those bytes; only a comma lies between them.
   *
   * @param hash as {@link #hash} says
   */
  BranchId of(int hash, byte[] bytes, int block, int blockEnd, int branch, int branchEnd) {
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    Known known = slots[slot];
    if (known != null && isSame(known.key(), bytes, block, branchEnd)) {
      return known.id();
    }
    BranchId id = new BranchId(text(bytes, block, blockEnd), text(bytes, branch, branchEnd));
    if (branchEnd - block <= MAX_KEPT) {
      slots[slot] = new Known(Arrays.copyOfRange(bytes, block, branchEnd), id);
    }
    return id;
  }

  private static boolean isSame(byte[] key, byte[] bytes, int from, int to) {
    if (key.length != to - from) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (key[i] != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
