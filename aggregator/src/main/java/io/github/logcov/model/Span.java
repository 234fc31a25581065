package io.github.logcov.model;

/**
 * A piece of a source, from a position up to another one, exclusive; positions as {@link
 * StatementBlocks#position}. What is around others comes before them.
 */
record Span(long start, long end) implements Comparable<Span> {
  /** From a line (1-based) and column (0 or more) to an end behind them. */
  static Span of(int line, int column, int endLine, int endColumn) {
    return new Span(
        StatementBlocks.position(line, column), StatementBlocks.position(endLine, endColumn));
  }

  /** Whether the other one lies within, and is another one. */
  boolean isAround(Span other) {
    return start <= other.start && end >= other.end && !equals(other);
  }

  boolean touches(Span other) {
    return start < other.end && other.start < end;
  }

  int line() {
    return (int) (start >> 32);
  }

  /** The first line that begins within. */
  int firstWholeLine() {
    return line() + ((int) start == 0 ? 0 : 1);
  }

  /** The last line that surely ends within; before the first one where there is none. */
  int lastWholeLine() {
    return (int) (end >> 32) - 1;
  }

  @Override
  public int compareTo(Span other) {
    int order = Long.compare(start, other.start);
    return order != 0 ? order : Long.compare(other.end, end);
  }

  /** {@code 3.14-5.2}. */
  @Override
  public String toString() {
    return text(start) + "-" + text(end);
  }

  private static String text(long position) {
    return (position >> 32) + "." + (int) position;
  }
}
