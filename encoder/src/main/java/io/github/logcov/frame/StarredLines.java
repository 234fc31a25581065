package io.github.logcov.frame;

/**
 * The lines of asterisks that can be lines of one payload: those that stand where its order has a
 * gap.
 *
 * <p>Test runners print rows of asterisks too; between two records that follow each other they are
 * nobody's loss.
 */
final class StarredLines {
  private final Order order = new Order();
  private int seenBefore;
  private long nextLine;
  private int inGaps;
  private int trailing;

  StarredLines(RecordParser first, long logLine, StarredRun run) {
    inGaps = Order.begins(first) ? 0 : run.above(logLine);
    remember(first, logLine, run);
  }

  void record(RecordParser record, long logLine, StarredRun run) {
    if (run.count() > seenBefore && !order.isFollowedBy(record)) {
      inGaps += run.count() - seenBefore;
    }
    remember(record, logLine, run);
  }

  private void remember(RecordParser record, long logLine, StarredRun run) {
    order.remember(record);
    seenBefore = run.count();
    nextLine = logLine + 1;
    trailing = 0;
  }

  /** Takes a starred line while this payload is the one that had the latest record. */
  void starred(long line) {
    if (line == nextLine) {
      trailing++;
      nextLine++;
    }
  }

  /** Starred lines in gaps, and those directly behind the last record unless that was the end. */
  int count() {
    return inGaps + (order.atEnd() ? 0 : trailing);
  }

  /** Whether starred lines stand directly behind the last record. */
  boolean behindLast() {
    return !order.atEnd() && trailing > 0;
  }
}
