package io.github.logcov.format.istanbul;

import io.github.logcov.format.TextDigest;

/**
 * Sums up where a report sees things, in any order, as 64 bits: equal ones mean the same places,
 * but for an accident that nobody needs to fear where there are few of a file.
 */
final class LayoutDigest {
  private long sum;

  /** Something by its kind, and where it is. */
  void add(String text) {
    sum += TextDigest.of(text);
  }

  /** A statement: most of what there is, so without a text for it. */
  void addStatement(Position at) {
    sum += TextDigest.of(at.line(), at.column(), at.endLine(), at.endColumn());
  }

  long value() {
    return sum;
  }
}
