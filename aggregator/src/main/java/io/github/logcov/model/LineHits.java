package io.github.logcov.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Statement lines and how often they ran: two columns, ascending, each line once. Immutable. */
final class LineHits {
  static final LineHits NONE = new LineHits(new int[0], new long[0]);

  private final int[] lines;
  private final long[] hits;

  /** {@link #all} once somebody asked; which of two threads found it out makes no difference. */
  private @Nullable LineSet all;

  private LineHits(int[] lines, long[] hits) {
    this.lines = lines;
    this.hits = hits;
  }

  int size() {
    return lines.length;
  }

  int line(int row) {
    return lines[row];
  }

  long hits(int row) {
    return hits[row];
  }

  /** The row of {@code line}, negative when it is no statement. */
  int row(int line) {
    return Arrays.binarySearch(lines, line);
  }

  LineSet all() {
    LineSet known = all;
    if (known == null) {
      known = LineSet.of(lines);
      all = known;
    }
    return known;
  }

  /** Whether the same lines are statements here and there. */
  boolean hasLinesOf(LineHits other) {
    return Arrays.equals(lines, other.lines);
  }

  /** The lines that ran. */
  LineSet run() {
    return LineSet.hit(lines, hits);
  }

  /**
   * The lines that ran in each of some runs.
   *
   * @param runs of each line, in their order, those that ran it: bit {@code i} is run {@code i}
   * @param count how many there are, at most 64
   */
  LineSet[] ranIn(long[] runs, int count) {
    return LineSet.transposed(lines, runs, count);
  }

  /** The same lines with other hits, in their order. */
  LineHits withHits(long[] others) {
    if (others.length != lines.length) {
      throw new IllegalArgumentException(others.length + " hits of " + lines.length + " lines");
    }
    LineHits same = new LineHits(lines, others);
    same.all = all;
    return same;
  }

  LineHits union(LineHits other) {
    if (hasLinesOf(other)) {
      long[] sums = new long[hits.length];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Hits.sum(hits[i], other.hits[i]);
      }
      return withHits(sums);
    }
    Interleaving rows =
        Interleaving.of(size(), other.size(), (i, j) -> Integer.compare(lines[i], other.lines[j]));
    int[] unitedLines = new int[rows.size()];
    long[] unitedHits = new long[rows.size()];
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      unitedLines[k] = i < 0 ? other.lines[j] : lines[i];
      unitedHits[k] = Hits.sum(i < 0 ? 0 : hits[i], j < 0 ? 0 : other.hits[j]);
    }
    return new LineHits(unitedLines, unitedHits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LineHits column
        && Arrays.equals(lines, column.lines)
        && Arrays.equals(hits, column.hits);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lines) + Arrays.hashCode(hits);
  }

  /** Takes lines in any order; ascending ones are only appended. */
  static final class Columns {
    private int[] lines = new int[16];
    private long[] hits = new long[16];
    private int size;
    private boolean sorted = true;

    void add(int line, long count) {
      if (size == lines.length) {
        makeRoom();
      }
      if (size > 0 && line <= lines[size - 1]) {
        if (line == lines[size - 1]) {
          hits[size - 1] = Hits.sum(hits[size - 1], count);
          return;
        }
        sorted = false;
      }
      lines[size] = line;
      hits[size++] = count;
    }

    /**
     * Adds the first {@code count} of these: at once if they ascend, and are behind all others, and
     * there is room or nothing that came twice to make some of.
     */
    void addAll(int[] moreLines, long[] moreHits, int count) {
      int last = size == 0 ? 0 : lines[size - 1];
      int ascending = 0;
      while (ascending < count && moreLines[ascending] > last) {
        last = moreLines[ascending++];
      }
      boolean full = size + count > lines.length;
      if (ascending < count || full && !sorted) {
        for (int i = 0; i < count; i++) {
          add(moreLines[i], moreHits[i]);
        }
        return;
      }
      if (full) {
        // What comes first is often all there is.
        int room = Math.max(size + count, 2 * size);
        lines = Arrays.copyOf(lines, room);
        hits = Arrays.copyOf(hits, room);
      }
      System.arraycopy(moreLines, 0, lines, size, count);
      System.arraycopy(moreHits, 0, hits, size, count);
      size += count;
    }

    int size() {
      return size;
    }

    /**
     * First by uniting what came twice, so that a report which repeats itself needs no more room
     * than its lines.
     */
    private void makeRoom() {
      compact();
      if (size > lines.length / 2) {
        lines = Arrays.copyOf(lines, 2 * size);
        hits = Arrays.copyOf(hits, 2 * size);
      }
    }

    void compact() {
      if (sorted) {
        return;
      }
      int[] order = RowOrder.of(lines, size, (a, b) -> 0);
      int[] sortedLines = new int[lines.length];
      long[] sortedHits = new long[lines.length];
      int n = 0;
      for (int row : order) {
        if (n > 0 && sortedLines[n - 1] == lines[row]) {
          sortedHits[n - 1] = Hits.sum(sortedHits[n - 1], hits[row]);
        } else {
          sortedLines[n] = lines[row];
          sortedHits[n++] = hits[row];
        }
      }
      lines = sortedLines;
      hits = sortedHits;
      size = n;
      sorted = true;
    }

    LineHits build() {
      compact();
      if (size == 0) {
        return NONE;
      }
      return size == lines.length
          ? new LineHits(lines, hits)
          : new LineHits(Arrays.copyOf(lines, size), Arrays.copyOf(hits, size));
    }
  }
}
