package io.github.logcov.format.llvmcov;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import java.io.IOException;

/** What an export says of one source file: rows of numbers. */
final class LlvmFile {
  private static final String SCHEME = "llvm-cov";

  private final ReportValues values;
  private final JsonCursor cursor;
  private final FactsBuilder facts;
  private final long[] row = new long[6];
  private boolean segmentsSeen;

  LlvmFile(ReportValues values) {
    this.values = values;
    cursor = values.cursor();
    facts = new FactsBuilder(values.limits().coverage());
  }

  // [line, column, count, hasCount, isRegionEntry(, isGapRegion since LLVM 8)]
  void segments() throws MalformedReportException, IOException {
    segmentsSeen = true;
    SegmentLines lines = new SegmentLines(facts);
    cursor.array(
        () -> {
          int count = row("a segment", 5);
          int line = line(row[0]);
          if (line < lines.line()) {
            throw cursor.wrong(
                "segments were expected in the order of lines, but line "
                    + line
                    + " stands behind line "
                    + lines.line());
          }
          boolean gap = count > 5 && row[5] != 0;
          lines.add(line, new Segment(hits(row[2]), row[3] != 0, row[4] != 0, gap));
        });
    lines.end();
  }

  // [line, column, endLine, endColumn, timesTrue, timesFalse, file, expandedFile, kind]
  void branches() throws MalformedReportException, IOException {
    cursor.array(
        () -> {
          row("a branch", 6);
          int line = line(row[0]);
          String span = row[0] + ":" + row[1] + "-" + row[2] + ":" + row[3];
          facts.arm(line, new BranchId(SCHEME, span, "false"), hits(row[5]));
          facts.arm(line, new BranchId(SCHEME, span, "true"), hits(row[4]));
        });
  }

  /** What was read; the cursor stands on the file still. */
  FileFacts facts() throws MalformedReportException {
    if (!segmentsSeen) {
      throw cursor.wrong(
          "segments were expected but are missing; call llvm-cov export without -summary-only");
    }
    return facts.build();
  }

  /** Reads an array of numbers and truth values; how many there are, at least {@code least}. */
  private int row(String what, int least) throws MalformedReportException, IOException {
    int[] count = {0};
    cursor.array(
        () -> {
          long value = value();
          if (count[0] < row.length) {
            row[count[0]] = value;
          }
          count[0]++;
        });
    if (count[0] < least) {
      throw cursor.wrong(
          what + " of " + least + " values or more was expected, but here are " + count[0]);
    }
    return count[0];
  }

  /** LLVM before 8 writes 0 and 1 for what is false or true. */
  private long value() throws MalformedReportException, IOException {
    if (cursor.atNumber()) {
      return cursor.wholeNumber("a number");
    }
    return cursor.bool() ? 1 : 0;
  }

  private int line(long line) throws MalformedReportException {
    if (line < 1) {
      throw cursor.notExpected("a line number", Long.toString(line));
    }
    values.limits().coverage().checkLine(line);
    return (int) line;
  }

  private long hits(long count) {
    if (count < 0) {
      values.warnings().add("negative", cursor.place(), "a negative count is read as 0: " + count);
    }
    return Math.max(count, 0);
  }
}
