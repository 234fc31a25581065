package io.github.logcov.format.lcov;

import io.github.logcov.model.FunctionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names of functions for all tracefiles of a run, each made once: those of the next job are those
 * of the last one, and what is the same object need not be compared. Bounded, since it takes what
 * is hostile, too. Any number of threads may ask at once.
 */
final class SharedNames {
  /** Functions of LCOV are known by name and line whoever wrote the report. */
  private static final String SCHEME = "";

  private static final int SLOTS = 1 << 15;
  private static final int MAX_KEPT = 160;

  /**
   * The latest of a place wins. Threads need not agree on which that is: names are immutable, and
   * one that is missed is made again.
   */
  private final @Nullable FunctionName[] known = new FunctionName[SLOTS];

  /** The name that these bytes are, in UTF-8. */
  FunctionName of(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    FunctionName name = known[slot];
    if (name != null && name.is(bytes, from, to)) {
      return name;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    FunctionId id = new FunctionId(SCHEME, FunctionId.Kind.NAME_AND_LINE, text);
    FunctionName made = new FunctionName(Arrays.copyOfRange(bytes, from, to), hash, id);
    if (to - from <= MAX_KEPT) {
      known[slot] = made;
    }
    return made;
  }
}
