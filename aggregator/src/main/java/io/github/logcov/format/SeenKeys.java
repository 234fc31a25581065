package io.github.logcov.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one JSON object so far. Most objects have two or three, and there are millions. */
final class SeenKeys {
  /** With fewer, comparing with each is quicker than a set. */
  private static final int FEW = 8;

  private final @Nullable String[] few = new String[FEW];
  private int count;

  /** All keys, once they are many. */
  private @Nullable Set<String> many;

  /** Another object begins. */
  void clear() {
    count = 0;
    many = null;
  }

  /** False when the key was there before. */
  boolean add(String key) {
    if (many != null) {
      return many.add(key);
    }
    for (int i = 0; i < count; i++) {
      if (key.equals(few[i])) {
        return false;
      }
    }
    if (count == FEW) {
      many = new HashSet<>(List.of(few));
      return many.add(key);
    }
    few[count++] = key;
    return true;
  }
}
