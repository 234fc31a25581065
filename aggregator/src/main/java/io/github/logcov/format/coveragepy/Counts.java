package io.github.logcov.format.coveragepy;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import java.io.IOException;

/** What a {@code summary}, or {@code totals}, counts of one kind: lines, or arms of branches. */
final class Counts {
  /** What a summary does not say; coverage.py 5 says less than 7. */
  static final long UNKNOWN = -1;

  long total = UNKNOWN;
  long covered = UNKNOWN;
  long missing = UNKNOWN;

  /** Reads an object of counts into both kinds; all other keys are passed over. */
  static void read(JsonCursor cursor, Counts lines, Counts arms)
      throws MalformedReportException, IOException {
    cursor.object(
        key -> {
          switch (key) {
            case "num_statements" -> lines.total = count(cursor);
            case "covered_lines" -> lines.covered = count(cursor);
            case "missing_lines" -> lines.missing = count(cursor);
            case "num_branches" -> arms.total = count(cursor);
            case "covered_branches" -> arms.covered = count(cursor);
            case "missing_branches" -> arms.missing = count(cursor);
            default -> cursor.skip();
          }
        });
  }

  private static long count(JsonCursor cursor) throws MalformedReportException, IOException {
    String expected = "a count of 0 or more";
    long count = cursor.wholeNumber(expected);
    if (count < 0) {
      throw cursor.notExpected(expected, Long.toString(count));
    }
    return count;
  }

  /** Whether nothing that is said here contradicts so many in all and so many missing. */
  boolean agree(long counted, long countedMissing) {
    return is(total, counted)
        && is(missing, countedMissing)
        && is(covered, counted - countedMissing);
  }

  private static boolean is(long claim, long count) {
    return claim == UNKNOWN || claim == count;
  }

  /** Reads {@code 16 of 20}. */
  @Override
  public String toString() {
    return claim(covered) + " of " + claim(total);
  }

  private static String claim(long count) {
    return count == UNKNOWN ? "?" : Long.toString(count);
  }
}
