package io.github.logcov.frame;

/**
 * The lines of asterisks that can be lines of one payload: those that stand where its order has a gap.
 *
 * <p>Test runners print rows of asterisks too; between two records that follow each other they are nobody's loss.
 */
final class StarredLines {
  private final int parity;
  private Kind kind;
  private int number;
  private int seenBefore;
  private long nextLine;
  private int inGaps;
  private int trailing;

  StarredLines(int parity, RecordParser first, long logLine, StarredRun run) {
    this.parity = parity;
    boolean begins =
        first.kind == Kind.HEADER
            && first.number < Grammar.HEADER_RADIX
            && first.salt < Grammar.SALTS;
    this.inGaps = begins ? 0 : run.above(logLine);
    remember(first, logLine, run);
  }

  void record(RecordParser record, long logLine, StarredRun run) {
    if (run.count() > seenBefore
        && !Order.follows(kind, number, record.kind, record.number, parity)) {
      inGaps += run.count() - seenBefore;
    }
    remember(record, logLine, run);
  }

  private void remember(RecordParser record, long logLine, StarredRun run) {
    kind = record.kind;
    number = record.number;
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
    return inGaps + (kind == Kind.END ? 0 : trailing);
  }

  /** Whether starred lines stand directly behind the last record. */
  boolean behindLast() {
    return kind != Kind.END && trailing > 0;
  }
}
