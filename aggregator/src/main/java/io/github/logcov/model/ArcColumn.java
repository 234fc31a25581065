package io.github.logcov.model;

import java.util.Arrays;

/** Arcs in any order, each once after all. */
final class ArcColumn {
  private long[] arcs = new long[8];
  private int size;

  void add(long arc) {
    if (size == arcs.length) {
      compact();
      arcs = Arrays.copyOf(arcs, Math.max(arcs.length, 2 * size));
    }
    arcs[size++] = arc;
  }

  int size() {
    return size;
  }

  /** Sorts, and drops what came twice. */
  void compact() {
    Arrays.sort(arcs, 0, size);
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (n == 0 || arcs[i] != arcs[n - 1]) {
        arcs[n++] = arcs[i];
      }
    }
    size = n;
  }

  /** Ascending. */
  long[] build() {
    compact();
    return Arrays.copyOf(arcs, size);
  }
}
