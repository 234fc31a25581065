package io.github.logcov.format.istanbul;

/**
 * From where to where something is in a source: lines from 1 on, columns from 0 on, each {@value
 * #UNKNOWN} where the report leaves it out (the missing {@code else} of an {@code if}) or says
 * {@code null} (a column behind the end of the line).
 */
record Position(int line, int column, int endLine, int endColumn) {
  static final int UNKNOWN = -1;

  /** Nowhere: <code>{start: {}, end: {}}</code>. */
  static final Position NOWHERE = new Position(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Whether it is known where it ends, and that is not before it begins. */
  boolean isRange() {
    return line > 0 && column >= 0 && endColumn >= 0 && !endsBeforeItBegins();
  }

  /** Whether it is a line, from its first column to some other one. */
  boolean isWholeLine() {
    return isRange() && column == 0 && endLine == line;
  }

  private boolean endsBeforeItBegins() {
    return endLine < line || endLine == line && endColumn < column;
  }

  /** {@code 3:2-5:1}; what is unknown is a question mark. */
  @Override
  public String toString() {
    return shown(line) + ":" + shown(column) + "-" + shown(endLine) + ":" + shown(endColumn);
  }

  private static String shown(int number) {
    return number == UNKNOWN ? "?" : Integer.toString(number);
  }
}
