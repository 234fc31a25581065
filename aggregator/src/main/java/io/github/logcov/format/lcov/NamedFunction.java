package io.github.logcov.format.lcov;

import java.util.Arrays;

/** All that a section says under one name of a function, in the order in which it came. */
final class NamedFunction {
  private FunctionName name;

  /** Index among the names of the section. */
  private final int row;

  private int[] lines = new int[1];
  private int defined;
  private long[] counts = new long[1];
  private int counted;
  private boolean grouped;

  NamedFunction(FunctionName name, int row) {
    this.name = name;
    this.row = row;
  }

  /** Becomes that of another section, of which nothing is said yet. */
  void reset(FunctionName another) {
    name = another;
    defined = 0;
    counted = 0;
    grouped = false;
    if (lines.length > 1) {
      lines = new int[1];
    }
    if (counts.length > 1) {
      counts = new long[1];
    }
  }

  void line(int line) {
    if (defined == lines.length) {
      lines = Arrays.copyOf(lines, 2 * defined);
    }
    lines[defined++] = line;
  }

  void count(long hits) {
    if (counted == counts.length) {
      counts = Arrays.copyOf(counts, 2 * counted);
    }
    counts[counted++] = hits;
  }

  /** Says that it may be one of several names of its function. */
  void group() {
    grouped = true;
  }

  FunctionName name() {
    return name;
  }

  int row() {
    return row;
  }

  /** How many lines it has. */
  int defined() {
    return defined;
  }

  /** How many counts it has. */
  int counted() {
    return counted;
  }

  boolean isGrouped() {
    return grouped;
  }

  /** The line of that index, 0 where there are not so many. */
  int lineAt(int index) {
    return index < defined ? lines[index] : 0;
  }

  /** The count of that index, 0 where there are not so many. */
  long hitsAt(int index) {
    return index < counted ? counts[index] : 0;
  }

  /** All counts together, which end at {@link Long#MAX_VALUE}. */
  long hits() {
    long hits = 0;
    for (int i = 0; i < counted; i++) {
      hits = Math.max(hits, hits + counts[i]);
    }
    return hits;
  }

  boolean isOnOneLine() {
    for (int i = 1; i < defined; i++) {
      if (lines[i] != lines[0]) {
        return false;
      }
    }
    return true;
  }
}
