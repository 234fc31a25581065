package io.github.logcov.model;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * Blocks of statements that run together, as Go measures them: from a position to a position, the
 * number of statements in it, and how often it ran. One row per (start, end, statements),
 * ascending. Immutable.
 *
 * <p>Blocks of one source never overlap. Where they do, reports are of different sources, or of
 * compilers that cut the source differently; nothing says which statements are the same. Then the
 * total is the most statements that blocks beside each other have, and so is what is covered.
 */
final class StatementBlocks extends Rows<StatementBlocks> {
  static final StatementBlocks NONE =
      new StatementBlocks(new long[0], new long[0], new int[0], new long[0]);

  private final long[] starts;
  private final long[] ends;
  private final int[] statements;
  private final long[] hits;

  private StatementBlocks(long[] starts, long[] ends, int[] statements, long[] hits) {
    this.starts = starts;
    this.ends = ends;
    this.statements = statements;
    this.hits = hits;
  }

  private StatementBlocks(int size) {
    this(new long[size], new long[size], new int[size], new long[size]);
  }

  /** A line and a column (0 or more) as one number that sorts as they do. */
  static long position(int line, int column) {
    return (long) line << 32 | column;
  }

  private static int line(long position) {
    return (int) (position >> 32);
  }

  private static String text(long position) {
    return line(position) + "." + (int) position;
  }

  @Override
  int size() {
    return starts.length;
  }

  /** {@code 3.14,5.2(2)}: where the block is, and its statements. */
  String show(int row) {
    return text(starts[row]) + "," + text(ends[row]) + "(" + statements[row] + ")";
  }

  long hits(int row) {
    return hits[row];
  }

  /** Covered statements of all, without missed blocks of which every line is {@code ignored}. */
  Ratio ratio(LineSet ignored) {
    boolean[] counts = new boolean[size()];
    boolean[] ran = new boolean[size()];
    for (int row = 0; row < size(); row++) {
      ran[row] = hits[row] > 0;
      counts[row] = ran[row] || ignored.isEmpty() || !isIn(ignored, row);
    }
    return new Ratio(most(ran), most(counts));
  }

  private boolean isIn(LineSet ignored, int row) {
    int line = line(starts[row]);
    while (line <= line(ends[row]) && ignored.contains(line)) {
      line++;
    }
    return line > line(ends[row]);
  }

  /** The most statements that chosen blocks have of which no two overlap. */
  private long most(boolean[] chosen) {
    long sum = 0;
    for (int row = 0; row < size(); row++) {
      sum += chosen[row] ? statements[row] : 0;
    }
    return firstOverlap().length == 0 ? sum : mostBesideEachOther(chosen);
  }

  /** Weighted intervals: the best with the first n blocks by their end, for each n. */
  private long mostBesideEachOther(boolean[] chosen) {
    int[] byEnd = rowsByEnd();
    long[] sortedEnds = new long[byEnd.length];
    long[] best = new long[byEnd.length + 1];
    for (int n = 0; n < byEnd.length; n++) {
      int row = byEnd[n];
      sortedEnds[n] = ends[row];
      long with = chosen[row] ? statements[row] + best[notAbove(sortedEnds, n, starts[row])] : 0;
      best[n + 1] = Math.max(best[n], with);
    }
    return best[byEnd.length];
  }

  /** How many of the first {@code count} values of a column are not above {@code value}. */
  private static int notAbove(long[] ascending, int count, long value) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int[] rowsByEnd() {
    Integer[] rows = new Integer[size()];
    Arrays.setAll(rows, row -> row);
    Arrays.sort(rows, (a, b) -> Long.compare(ends[a], ends[b]));
    return Arrays.stream(rows).mapToInt(Integer::intValue).toArray();
  }

  /** Rows of the first two blocks that overlap; empty where none do. */
  int[] firstOverlap() {
    int longest = 0;
    for (int row = 1; row < size(); row++) {
      if (starts[row] < ends[longest]) {
        return new int[] {longest, row};
      }
      longest = ends[row] > ends[longest] ? row : longest;
    }
    return new int[0];
  }

  /**
   * Adds to {@code lines} every line that a block with statements touches, with the count of the
   * block on it that ran most. Braces are among them: a profile does not tell them from code.
   */
  void addTo(LineHits.Columns lines, LongConsumer check) {
    // Blocks that begin on or before the line and do not end before it, the most run one first.
    PriorityQueue<Integer> open = new PriorityQueue<>((a, b) -> Long.compare(hits[b], hits[a]));
    int next = 0;
    int line = 0;
    while (next < size() || !open.isEmpty()) {
      line = open.isEmpty() ? Math.max(line, line(starts[next])) : line;
      for (; next < size() && line(starts[next]) <= line; next++) {
        if (statements[next] > 0) {
          open.add(next);
        }
      }
      while (!open.isEmpty() && line(ends[open.peek()]) < line) {
        open.poll();
      }
      if (!open.isEmpty()) {
        lines.add(line, hits[open.peek()]);
        check.accept(lines.size());
        line++;
      }
    }
  }

  StatementBlocks union(StatementBlocks other) {
    return union(this, other);
  }

  @Override
  void put(int at, StatementBlocks from, int row) {
    starts[at] = from.starts[row];
    ends[at] = from.ends[row];
    statements[at] = from.statements[row];
    hits[at] = from.hits[row];
  }

  @Override
  void add(int at, StatementBlocks from, int row) {
    hits[at] = Hits.sum(hits[at], from.hits[row]);
  }

  @Override
  int compare(int row, StatementBlocks other, int otherRow) {
    int order = Long.compare(starts[row], other.starts[otherRow]);
    if (order == 0) {
      order = Long.compare(ends[row], other.ends[otherRow]);
    }
    return order != 0 ? order : Integer.compare(statements[row], other.statements[otherRow]);
  }

  @Override
  StatementBlocks resized(int size) {
    return new StatementBlocks(
        Arrays.copyOf(starts, size),
        Arrays.copyOf(ends, size),
        Arrays.copyOf(statements, size),
        Arrays.copyOf(hits, size));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StatementBlocks blocks
        && Arrays.equals(starts, blocks.starts)
        && Arrays.equals(ends, blocks.ends)
        && Arrays.equals(statements, blocks.statements)
        && Arrays.equals(hits, blocks.hits);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(starts) + Arrays.hashCode(ends)) + Arrays.hashCode(hits);
  }

  /** Takes blocks in any order; ascending ones are only appended. */
  static final class Columns {
    private StatementBlocks rows = new StatementBlocks(16);
    private int size;
    private boolean sorted = true;

    void add(long start, long end, int statements, long hits) {
      if (size == rows.starts.length) {
        makeRoom();
      }
      rows.starts[size] = start;
      rows.ends[size] = end;
      rows.statements[size] = statements;
      rows.hits[size] = hits;
      sorted &= size == 0 || rows.compare(size - 1, rows, size) < 0;
      size++;
    }

    int size() {
      return size;
    }

    private void makeRoom() {
      compact();
      if (size > rows.starts.length / 2) {
        rows = rows.resized(2 * size);
      }
    }

    void compact() {
      if (sorted) {
        return;
      }
      StatementBlocks unsorted = rows;
      Integer[] order = new Integer[size];
      Arrays.setAll(order, row -> row);
      Arrays.sort(order, (a, b) -> unsorted.compare(a, unsorted, b));
      rows = sorted(unsorted, Arrays.stream(order).mapToInt(Integer::intValue).toArray());
      size = rows.size();
      sorted = true;
    }

    /** The blocks; with {@code marks}, what ran counts once, since the report counts nothing. */
    StatementBlocks build(boolean marks) {
      compact();
      if (size == 0) {
        return NONE;
      }
      StatementBlocks all = rows.resized(size);
      if (marks) {
        Arrays.setAll(all.hits, row -> Math.min(1, all.hits[row]));
      }
      return all;
    }
  }
}
