package io.github.logcov.model;

/**
 * What a fact must be to be taken: its numbers make sense, else {@link IllegalArgumentException},
 * for a reader has to refuse them in words of its format; and they are within the limits, else
 * {@link LimitExceededException}.
 */
record FactChecks(CoverageLimits limits) {
  /** The line of a statement, 1 or more. */
  void statementLine(int line) {
    least(line, 1, "line");
    limits.checkLine(line);
  }

  void statement(int line, long hits) {
    least(line, 1, "line");
    hits(hits);
    limits.checkLine(line);
  }

  /** The line of a decision, a function or a digest: 0 where it is not known. */
  void anyLine(int line) {
    least(line, 0, "line");
    limits.checkLine(line);
  }

  void arm(int line, long taken) {
    least(line, 0, "line");
    if (taken < Hits.NEVER_EVALUATED) {
      throw new IllegalArgumentException("taken " + taken);
    }
    limits.checkLine(line);
  }

  /** A decision of which {@code part} of {@code total} arms are covered, or missing. */
  void decision(int line, int total, int part) {
    anyLine(line);
    if (part < 0 || part > total) {
      throw new IllegalArgumentException("line " + line + ": " + part + " of " + total + " arms");
    }
    limits.checkArms(line, total);
  }

  /** The conditions of a decision: {@code coveredOf[i]} of {@code totalOf[i]} arms each. */
  void conditions(int line, int[] conditions, int[] totalOf, int[] coveredOf) {
    if (conditions.length != totalOf.length || conditions.length != coveredOf.length) {
      throw new IllegalArgumentException("conditions, totals and counts differ in number");
    }
    limits.checkArms(line, conditions.length);
    for (int i = 0; i < conditions.length; i++) {
      if (coveredOf[i] < 0 || coveredOf[i] > totalOf[i]) {
        throw new IllegalArgumentException(
            "condition " + conditions[i] + ": " + coveredOf[i] + " of " + totalOf[i]);
      }
    }
  }

  /** A piece of the source, from a line (1-based) and column (0 or more) to an end behind them. */
  void piece(int line, int column, int endLine, int endColumn) {
    least(line, 1, "line");
    least(column, 0, "column");
    least(endColumn, 0, "column");
    limits.checkLine(Math.max(line, endLine));
    if (endLine < line || endLine == line && endColumn < column) {
      throw new IllegalArgumentException(
          line + "." + column + " to " + endLine + "." + endColumn + " ends before it begins");
    }
  }

  /** The same where the column and the end may be -1: they are not known. */
  void place(int line, int column, int endLine, int endColumn) {
    least(line, 1, "line");
    least(column, -1, "column");
    least(endLine, -1, "line");
    least(endColumn, -1, "column");
    limits.checkLine(Math.max(line, endLine));
  }

  static void hits(long hits) {
    if (hits < 0) {
      throw new IllegalArgumentException("hits " + hits);
    }
  }

  static void least(int value, int least, String what) {
    if (value < least) {
      throw new IllegalArgumentException(what + " " + value + " is below " + least);
    }
  }

  void units(long units) {
    if (units > limits.maxUnits()) {
      limits.checkUnits(units);
    }
  }
}
