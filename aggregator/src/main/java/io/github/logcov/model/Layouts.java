package io.github.logcov.model;

import java.util.Arrays;

/**
 * Digests of where reports see the statements and decisions of a file, ascending, each once: more
 * than one means that reports are of different sources, or of tools that see them differently.
 * Immutable.
 */
final class Layouts {
  static final Layouts NONE = new Layouts(new long[0]);

  private final long[] digests;

  private Layouts(long[] digests) {
    this.digests = digests;
  }

  static Layouts of(long digest) {
    return new Layouts(new long[] {digest});
  }

  int size() {
    return digests.length;
  }

  Layouts union(Layouts other) {
    if (other.size() == 0 || equals(other)) {
      return this;
    }
    if (size() == 0) {
      return other;
    }
    long[] all = Arrays.copyOf(digests, size() + other.size());
    System.arraycopy(other.digests, 0, all, size(), other.size());
    return new Layouts(Arrays.stream(all).sorted().distinct().toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layouts layouts && Arrays.equals(digests, layouts.digests);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(digests);
  }
}
