package io.github.logcov.format.lcov;

import io.github.logcov.model.BranchId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes identities of arms from bytes, and each of the usual ones only once: a tracefile says
 * "block 0, branch 1" a million times. Bounded, since it takes what is hostile, too.
 */
final class BranchIds {
  private static final int SLOTS = 1 << 12;
  private static final int MAX_KEPT = 100;

  private final byte[] @Nullable [] keys = new byte[SLOTS][];
  private final @Nullable BranchId[] ids = new BranchId[SLOTS];
  private int lastHash;

  /** The identity whose block and branch are those bytes; only a comma lies between them. */
  BranchId of(byte[] bytes, int block, int blockEnd, int branch, int branchEnd) {
    int hash = 1;
    for (int i = block; i < branchEnd; i++) {
      hash = hash * 31 + bytes[i];
    }
    lastHash = hash;
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    byte[] key = keys[slot];
    BranchId known = ids[slot];
    if (key != null && known != null && isSame(key, bytes, block, branchEnd)) {
      return known;
    }
    BranchId id = new BranchId(text(bytes, block, blockEnd), text(bytes, branch, branchEnd));
    if (branchEnd - block <= MAX_KEPT) {
      // The latest wins: a plain cache of one way is all that speed asks for.
      keys[slot] = Arrays.copyOfRange(bytes, block, branchEnd);
      ids[slot] = id;
    }
    return id;
  }

  /** A hash of the identity that was made last. */
  int lastHash() {
    return lastHash;
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
