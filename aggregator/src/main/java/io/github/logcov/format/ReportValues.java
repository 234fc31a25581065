package io.github.logcov.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads what means the same in all JSON reports: lines, counts of executions, paths.
 *
 * @param cursor stands on the value that is read next
 * @param limits bounds on it
 * @param warnings collects the oddities of the report
 */
public record ReportValues(JsonCursor cursor, FormatLimits limits, Warnings warnings) {

  /** A line number, 1 or more and within the bound. */
  public int line() throws MalformedReportException, IOException {
    String expected = "a line number";
    long line = cursor.wholeNumber(expected);
    if (line < 1) {
      throw cursor.notExpected(expected, Long.toString(line));
    }
    limits.coverage().checkLine(line);
    return (int) line;
  }

  /** A count of executions; below 0 (gcov writes such) it is 0, with a warning. */
  public long hits() throws MalformedReportException, IOException {
    long hits = cursor.wholeNumber("a count of executions");
    if (hits < 0) {
      warnings.add("negative", cursor.place(), "a negative count is read as 0: " + hits);
      return 0;
    }
    return hits;
  }

  /** The path of a source file, as written. */
  public String path() throws MalformedReportException, IOException {
    String path = cursor.string("the path of a source file");
    checkPath(path);
    return path;
  }

  /** Says that the object which ends where the cursor stands lacks a key. */
  public MalformedReportException missing(String key) {
    return cursor.wrong(missingKey(key));
  }

  /** Checks that the outermost object has these keys, in this order. */
  public static void requireAtRoot(Set<String> seen, String... keys)
      throws MalformedReportException {
    for (String key : keys) {
      if (!seen.contains(key)) {
        throw new MalformedReportException("$", missingKey(key));
      }
    }
  }

  private static String missingKey(String key) {
    return "the key " + key + " was expected but is missing";
  }

  /** Checks the path of a source file, as written. */
  public void checkPath(String path) throws MalformedReportException {
    if (path.isEmpty()) {
      throw cursor.wrong("the path of a source file was expected but was \"\"");
    }
    int maxPath = limits.maxPath();
    if (path.length() > maxPath || path.getBytes(StandardCharsets.UTF_8).length > maxPath) {
      throw Bound.exceeded(cursor.place(), "a path", maxPath, "bytes", "--max-path");
    }
  }
}
