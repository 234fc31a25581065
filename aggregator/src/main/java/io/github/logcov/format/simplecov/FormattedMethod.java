package io.github.logcov.format.simplecov;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import java.io.IOException;

/** One element of {@code methods} as SimpleCov's JSON formatter writes it (since 1.0). */
final class FormattedMethod {
  private static final int ABSENT = -1;

  private final ReportValues values;
  private long startLine = ABSENT;
  private long endLine = ABSENT;
  private long hits = ABSENT;
  private boolean ignored;

  FormattedMethod(ReportValues values) {
    this.values = values;
  }

  /** Reads the element the cursor stands on; false when it is ignored. */
  boolean read() throws MalformedReportException, IOException {
    JsonCursor cursor = values.cursor();
    cursor.object(
        key -> {
          switch (key) {
            case "start_line" -> startLine = values.line();
            case "end_line" -> endLine = values.line();
            case "coverage" -> coverage(cursor);
            default -> cursor.skip();
          }
        });
    if (startLine == ABSENT || endLine == ABSENT || hits == ABSENT) {
      throw values.missing(
          startLine == ABSENT ? "start_line" : endLine == ABSENT ? "end_line" : "coverage");
    }
    return !ignored;
  }

  private void coverage(JsonCursor cursor) throws MalformedReportException, IOException {
    if (cursor.atString()) {
      String expected = "a count of executions or \"ignored\"";
      String text = cursor.string(expected);
      if (!text.equals("ignored")) {
        throw cursor.notExpected(expected, Excerpt.of(text));
      }
      ignored = true;
      hits = 0;
    } else {
      hits = values.hits();
    }
  }

  /** Reads {@code 3-5}; columns are lost. */
  String lines() {
    return startLine + "-" + endLine;
  }

  int line() {
    return (int) startLine;
  }

  long hits() {
    return hits;
  }
}
