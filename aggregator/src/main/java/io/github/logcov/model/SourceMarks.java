package io.github.logcov.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What reports say of the source they measured, and how, so that sources that differ are noticed:
 * digests of lines (checksums of LCOV), and whether blocks of Go are marked or counted. Ascending
 * by line and digest, each pair once. Immutable.
 */
final class SourceMarks {
  static final SourceMarks NONE = new SourceMarks(new int[0], new long[0], false, false);

  private final int[] lines;
  private final long[] digests;
  private final boolean marked;
  private final boolean counted;

  private SourceMarks(int[] lines, long[] digests, boolean marked, boolean counted) {
    this.lines = lines;
    this.digests = digests;
    this.marked = marked;
    this.counted = counted;
  }

  int size() {
    return lines.length;
  }

  /** Whether a report says of blocks only that they ran. */
  boolean marked() {
    return marked;
  }

  /** Whether a report counts how often blocks ran. */
  boolean counted() {
    return counted;
  }

  /** Lines with several digests. */
  int conflicts() {
    int conflicts = 0;
    for (int row = 1; row < lines.length; row++) {
      boolean another = lines[row] == lines[row - 1];
      conflicts += another && (row == 1 || lines[row - 2] != lines[row]) ? 1 : 0;
    }
    return conflicts;
  }

  /** The first line with several digests. */
  Optional<Integer> firstConflict() {
    for (int row = 1; row < lines.length; row++) {
      if (lines[row] == lines[row - 1]) {
        return Optional.of(lines[row]);
      }
    }
    return Optional.empty();
  }

  /** The digests of a line, ascending. */
  long[] of(int line) {
    int row = Arrays.binarySearch(lines, line);
    if (row < 0) {
      return new long[0];
    }
    int first = row;
    while (first > 0 && lines[first - 1] == line) {
      first--;
    }
    int end = row + 1;
    while (end < lines.length && lines[end] == line) {
      end++;
    }
    return Arrays.copyOfRange(digests, first, end);
  }

  SourceMarks union(SourceMarks other) {
    if (equals(other) || other.equals(NONE)) {
      return this;
    }
    if (equals(NONE)) {
      return other;
    }
    boolean anyMarked = marked || other.marked;
    boolean anyCounted = counted || other.counted;
    if (Arrays.equals(lines, other.lines) && Arrays.equals(digests, other.digests)) {
      return new SourceMarks(lines, digests, anyMarked, anyCounted);
    }
    Interleaving rows = Interleaving.of(size(), other.size(), (i, j) -> compare(i, other, j));
    int[] unitedLines = new int[rows.size()];
    long[] unitedDigests = new long[rows.size()];
    for (int k = 0; k < rows.size(); k++) {
      int i = rows.left()[k];
      int j = rows.right()[k];
      unitedLines[k] = i < 0 ? other.lines[j] : lines[i];
      unitedDigests[k] = i < 0 ? other.digests[j] : digests[i];
    }
    return new SourceMarks(unitedLines, unitedDigests, anyMarked, anyCounted);
  }

  private int compare(int row, SourceMarks other, int otherRow) {
    int order = Integer.compare(lines[row], other.lines[otherRow]);
    return order != 0 ? order : Long.compare(digests[row], other.digests[otherRow]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceMarks marks
        && Arrays.equals(lines, marks.lines)
        && Arrays.equals(digests, marks.digests)
        && marked == marks.marked
        && counted == marks.counted;
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lines) + Arrays.hashCode(digests);
  }

  /** Takes digests in any order; the same ones again and again. */
  static final class Columns {
    private int[] lines = new int[16];
    private long[] digests = new long[16];
    private int size;

    void add(int line, long digest) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
        digests = Arrays.copyOf(digests, 2 * size);
      }
      lines[size] = line;
      digests[size++] = digest;
    }

    int size() {
      return size;
    }

    SourceMarks build() {
      int[] order = RowOrder.of(lines, size, (a, b) -> Long.compare(digests[a], digests[b]));
      int[] sortedLines = new int[size];
      long[] sortedDigests = new long[size];
      int n = 0;
      for (int row : order) {
        if (n == 0 || sortedLines[n - 1] != lines[row] || sortedDigests[n - 1] != digests[row]) {
          sortedLines[n] = lines[row];
          sortedDigests[n++] = digests[row];
        }
      }
      return new SourceMarks(
          Arrays.copyOf(sortedLines, n), Arrays.copyOf(sortedDigests, n), false, false);
    }
  }

  /** Of a report with blocks. */
  static SourceMarks ofBlocks(boolean areMarks) {
    return new SourceMarks(new int[0], new long[0], areMarks, !areMarks);
  }
}
