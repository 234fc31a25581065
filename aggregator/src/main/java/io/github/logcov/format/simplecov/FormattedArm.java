package io.github.logcov.format.simplecov;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportValues;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** One element of {@code branches} as SimpleCov's JSON formatter writes it. */
final class FormattedArm {
  private static final Set<String> NEEDED =
      Set.of("type", "start_line", "end_line", "coverage", "report_line");

  private final ReportValues values;
  private final Set<String> seen = new HashSet<>();
  private String type = "";
  private long startLine;
  private long endLine;
  private long line;
  private long hits;
  private boolean ignored;

  FormattedArm(ReportValues values) {
    this.values = values;
  }

  /** Reads the element the cursor stands on; false when it is ignored. */
  boolean read() throws MalformedReportException, IOException {
    JsonCursor cursor = values.cursor();
    cursor.object(
        key -> {
          seen.add(key);
          switch (key) {
            case "type" -> type = cursor.string("the type of a branch");
            case "start_line" -> startLine = cursor.wholeNumber("a line number");
            case "end_line" -> endLine = cursor.wholeNumber("a line number");
            case "report_line" -> line = reportLine(cursor);
            case "coverage" -> coverage(cursor);
            default -> cursor.skip();
          }
        });
    for (String key : NEEDED.stream().sorted().toList()) {
      if (!seen.contains(key)) {
        throw values.missing(key);
      }
    }
    return !ignored;
  }

  private long reportLine(JsonCursor cursor) throws MalformedReportException, IOException {
    String expected = "a line number";
    long number = cursor.wholeNumber(expected);
    if (number < 0) {
      throw cursor.notExpected(expected, Long.toString(number));
    }
    values.limits().coverage().checkLine(number);
    return number;
  }

  private void coverage(JsonCursor cursor) throws MalformedReportException, IOException {
    if (cursor.atString()) {
      String expected = "a count of executions or \"ignored\"";
      String text = cursor.string(expected);
      if (!text.equals("ignored")) {
        throw cursor.notExpected(expected, Excerpt.of(text));
      }
      ignored = true;
    } else {
      hits = values.hits();
    }
  }

  /** Type and lines; columns are lost. */
  String name() {
    return type + " " + startLine + "-" + endLine;
  }

  int line() {
    return (int) line;
  }

  long hits() {
    return hits;
  }
}
