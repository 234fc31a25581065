package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A set of positions in a source, as stretches that do not touch each other, ascending. */
record Stretches(List<Span> spans) {
  static final Stretches NONE = new Stretches(List.of());

  Stretches {
    spans = List.copyOf(spans);
  }

  /** All positions of spans in any order; empty spans have none. */
  static Stretches of(Collection<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    Collections.sort(sorted);
    List<Span> joined = new ArrayList<>();
    for (Span span : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && span.start() <= joined.get(last).end()) {
        Span before = joined.get(last);
        joined.set(last, new Span(before.start(), Math.max(before.end(), span.end())));
      } else if (span.start() < span.end()) {
        joined.add(span);
      }
    }
    return new Stretches(joined);
  }

  Stretches union(Stretches other) {
    if (other.spans.isEmpty() || equals(other)) {
      return this;
    }
    if (spans.isEmpty()) {
      return other;
    }
    List<Span> both = new ArrayList<>(spans);
    both.addAll(other.spans);
    return of(both);
  }

  /** Whether all of a span is in the set. */
  boolean cover(Span span) {
    int at = notAfter(span.start());
    return at >= 0 && spans.get(at).end() >= span.end();
  }

  /** Whether any position of a span is in the set. */
  boolean touch(Span span) {
    int at = notAfter(span.end() - 1);
    return at >= 0 && spans.get(at).touches(span);
  }

  /** The stretch that begins last at or before a position; -1 where there is none. */
  private int notAfter(long position) {
    int low = 0;
    int high = spans.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (spans.get(middle).start() <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
