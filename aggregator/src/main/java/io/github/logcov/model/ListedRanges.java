package io.github.logcov.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Takes the ranges and functions that one report lists of a file, in any order. */
final class ListedRanges {
  /** A range, or a function, with its count. */
  private static final class Listed {
    private boolean counted;
    private long hits;
    private @Nullable Span parent;
    private final List<Span> own = new ArrayList<>();
    private long next;
    private LineHits.@Nullable Columns lines;

    void ran(int line) {
      if (lines == null) {
        lines = new LineHits.Columns();
      }
      lines.add(line, 1);
    }

    LineSet lines() {
      return lines == null ? LineSet.EMPTY : lines.build().all();
    }
  }

  private final NavigableMap<Span, Listed> listed = new TreeMap<>();
  private final Map<Span, Integer> same = new HashMap<>();

  /**
   * Adds a range; returns its number among those of one place, 0 for the first one, since a report
   * may list several.
   */
  int range(Span span, long hits) {
    add(span, hits).counted = true;
    return same.merge(span, 1, Integer::sum) - 1;
  }

  /** Adds a function, whose range may be there, too. */
  void function(Span span, long hits) {
    add(span, hits);
  }

  private Listed add(Span span, long hits) {
    Listed one = listed.computeIfAbsent(span, key -> new Listed());
    one.hits = Math.max(one.hits, hits);
    return one;
  }

  int size() {
    return listed.size();
  }

  /** What follows, with the lines of the report; only counts where ranges overlap each other. */
  CodeRanges build(PlacedStatements lines) {
    boolean nested = nest();
    if (nested) {
      assign(lines);
    }
    SortedMap<Span, RanRange> ranges = new TreeMap<>();
    listed.forEach(
        (span, one) ->
            ranges.put(
                span,
                new RanRange(
                    nested && one.counted ? one.parent : null,
                    nested && one.hits > 0 ? Stretches.of(one.own) : Stretches.NONE,
                    one.lines())));
    return new CodeRanges(ranges);
  }

  /** Finds what is right around each, and what of each is in no other; false if two overlap. */
  private boolean nest() {
    Deque<Map.Entry<Span, Listed>> open = new ArrayDeque<>();
    for (Map.Entry<Span, Listed> entry : listed.entrySet()) {
      Span span = entry.getKey();
      Map.Entry<Span, Listed> outer = open.peek();
      while (outer != null && outer.getKey().end() <= span.start()) {
        close(open.pop());
        outer = open.peek();
      }
      entry.getValue().next = span.start();
      if (outer != null) {
        if (!outer.getKey().isAround(span)) {
          return false;
        }
        entry.getValue().parent = outer.getKey();
        outer.getValue().own.add(new Span(outer.getValue().next, span.start()));
        outer.getValue().next = span.end();
      }
      open.push(entry);
    }
    open.forEach(ListedRanges::close);
    return true;
  }

  private static void close(Map.Entry<Span, Listed> entry) {
    entry.getValue().own.add(new Span(entry.getValue().next, entry.getKey().end()));
  }

  /** Gives each line that ran to the range it lies in, if it lies in no range within that. */
  private void assign(PlacedStatements lines) {
    NavigableMap<Long, Map.Entry<Span, Listed>> stretches = new TreeMap<>();
    for (Listed one : listed.values()) {
      if (one.hits > 0) {
        one.own.stream()
            .filter(span -> span.start() < span.end())
            .forEach(span -> stretches.put(span.start(), Map.entry(span, one)));
      }
    }
    for (int row = 0; row < lines.size(); row++) {
      Span line = lines.span(row);
      var stretch = stretches.floorEntry(line.start());
      if (stretch != null && lines.hits(row) > 0) {
        Span span = stretch.getValue().getKey();
        if (span.equals(line) || span.isAround(line)) {
          stretch.getValue().getValue().ran(line.line());
        }
      }
    }
  }
}
