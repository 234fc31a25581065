package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * What reports say of one range of V8's beside its count.
 *
 * @param parent the widest of the ranges that are right around it where reports count it; null
 *     where none does
 * @param own where a job ran this range, and lists none within it: what runs as often as the range
 * @param lines those of {@code own} that are whole, and were counted as run
 */
record RanRange(@Nullable Span parent, Stretches own, LineSet lines) {
  RanRange union(RanRange other) {
    return new RanRange(
        wider(parent, other.parent), own.union(other.own), lines.union(other.lines));
  }

  private static @Nullable Span wider(@Nullable Span one, @Nullable Span other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }
}
