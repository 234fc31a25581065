package io.github.logcov.frame;

/** The lines of asterisks in a log: how many so far, and the latest run of neighbours. */
final class StarredRun {
  private int count;
  private int run;
  private long lastLine = -1;

  void add(long line) {
    run = line == lastLine + 1 ? run + 1 : 1;
    lastLine = line;
    count++;
  }

  /** Starred lines in the log so far. */
  int count() {
    return count;
  }

  /** Length of the run that ends directly above this line, 0 when there is none. */
  int above(long line) {
    return lastLine == line - 1 ? run : 0;
  }
}
