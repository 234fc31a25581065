package io.github.logcov.model;

import java.util.Arrays;

/**
 * Statements by where they begin and end, and how often each ran; ascending. Statements may lie
 * within each other. Where several have one place (a source map can do that), each is the other
 * report's one of the same number among those. Immutable.
 */
final class PlacedStatements extends Rows<PlacedStatements> {
  static final PlacedStatements NONE = new PlacedStatements(new long[0], new long[0], new long[0]);

  private final long[] starts;
  private final long[] ends;
  private final long[] hits;

  private PlacedStatements(long[] starts, long[] ends, long[] hits) {
    this.starts = starts;
    this.ends = ends;
    this.hits = hits;
  }

  /** A line and a column as one number that sorts as they do; what is unknown (-1) comes last. */
  private static long position(int line, int column) {
    return (long) (line & Integer.MAX_VALUE) << 32 | column & Integer.MAX_VALUE;
  }

  private int line(int row) {
    return (int) (starts[row] >> 32);
  }

  @Override
  int size() {
    return starts.length;
  }

  long hits(int row) {
    return hits[row];
  }

  /** {@code 3.14-5.2}; what is unknown is a question mark. */
  String show(int row) {
    return text(starts[row]) + "-" + text(ends[row]);
  }

  private static String text(long position) {
    return text((int) (position >> 32)) + "." + text((int) position);
  }

  private static String text(int number) {
    return number == Integer.MAX_VALUE ? "?" : Integer.toString(number);
  }

  /** Those that ran, of all but the missed ones that begin on a line that is {@code ignored}. */
  Ratio ratio(LineSet ignored) {
    long covered = 0;
    long total = 0;
    for (int row = 0; row < size(); row++) {
      covered += hits[row] > 0 ? 1 : 0;
      total += hits[row] > 0 || !ignored.contains(line(row)) ? 1 : 0;
    }
    return new Ratio(covered, total);
  }

  /** Adds each line where a statement begins, with the count of the one there that ran most. */
  void addTo(LineHits.Columns lines) {
    for (int row = 0; row < size(); ) {
      int line = line(row);
      long most = 0;
      for (; row < size() && line(row) == line; row++) {
        most = Math.max(most, hits[row]);
      }
      lines.add(line, most);
    }
  }

  PlacedStatements union(PlacedStatements other) {
    return union(this, other);
  }

  @Override
  void put(int at, PlacedStatements from, int row) {
    starts[at] = from.starts[row];
    ends[at] = from.ends[row];
    hits[at] = from.hits[row];
  }

  @Override
  void add(int at, PlacedStatements from, int row) {
    hits[at] = Hits.sum(hits[at], from.hits[row]);
  }

  @Override
  int compare(int row, PlacedStatements other, int otherRow) {
    int order = Long.compare(starts[row], other.starts[otherRow]);
    return order != 0 ? order : Long.compare(ends[row], other.ends[otherRow]);
  }

  @Override
  PlacedStatements resized(int size) {
    return new PlacedStatements(
        Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(hits, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacedStatements statements
        && Arrays.equals(starts, statements.starts)
        && Arrays.equals(ends, statements.ends)
        && Arrays.equals(hits, statements.hits);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(starts) + Arrays.hashCode(ends)) + Arrays.hashCode(hits);
  }

  /** Takes statements in any order; those of one place stay in theirs. */
  static final class Columns {
    private PlacedStatements rows = new PlacedStatements(new long[16], new long[16], new long[16]);
    private int size;

    void add(int line, int column, int endLine, int endColumn, long count) {
      if (size == rows.starts.length) {
        rows = rows.resized(2 * size);
      }
      rows.starts[size] = position(line, column);
      rows.ends[size] = position(endLine, endColumn);
      rows.hits[size++] = count;
    }

    int size() {
      return size;
    }

    PlacedStatements build() {
      PlacedStatements unsorted = rows;
      Integer[] order = new Integer[size];
      Arrays.setAll(order, row -> row);
      Arrays.sort(order, (a, b) -> unsorted.compare(a, unsorted, b));
      PlacedStatements all = unsorted.resized(size);
      for (int row = 0; row < size; row++) {
        all.put(row, unsorted, order[row]);
      }
      return size == 0 ? NONE : all;
    }
  }
}
