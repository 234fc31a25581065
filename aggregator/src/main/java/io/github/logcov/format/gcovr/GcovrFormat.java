package io.github.logcov.format.gcovr;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.JsonHead;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.util.Set;

/**
 * The JSON report of gcovr ({@code gcovr --json}): formats 0.1 to 0.14, gcovr 4.2 to 8.
 *
 * <p>Specification: <a href="https://gcovr.com/en/stable/output/json.html">"JSON Output"</a>, and
 * where that is silent {@code src/gcovr/formats/json} and {@code data_model}.
 *
 * <p>Carried: hits of lines; branches with identity and counts. An arm is named by the blocks it
 * leads from and to (gcovr 8), else by its place among those of the line; arms of instances of a
 * template that share these are one. Lines that are {@code gcovr/noncode} or {@code gcovr/excluded}
 * are none, nor are excluded branches. Functions by name and line, but excluded ones.
 *
 * <p>Passed over: conditions, decisions, calls, checksums of lines, and where data came from. A
 * summary ({@code --json-summary}) has no lines and is refused.
 */
public final class GcovrFormat implements ReportFormat {
  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public GcovrFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "gcovr";
  }

  /**
   * By its version; up to gcovr 7 that stands at the end, and a file begins with its name and
   * functions or lines. Those of gcov itself are the same, but it puts its own version first.
   */
  @Override
  public boolean recognises(ReportFile file) {
    Set<String> keys = JsonHead.outline(file);
    if (keys.contains("/gcovr~1format_version") || isSummary(keys)) {
      return true;
    }
    boolean fileOfGcov =
        keys.contains("/files/0/file")
            && (keys.contains("/files/0/functions") || keys.contains("/files/0/lines"));
    return fileOfGcov && keys.iterator().next().equals("/files");
  }

  private static boolean isSummary(Set<String> keys) {
    boolean fileOfSummary =
        keys.contains("/branch_covered")
            && (keys.contains("/files/0/branch_covered") || keys.contains("/files/0/filename"));
    return fileOfSummary || keys.contains("/gcovr~1summary_format_version");
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    if (isSummary(JsonHead.outline(file))) {
      throw new MalformedReportException(
          "", "lines were expected, but a summary has none; emit what gcovr --json writes");
    }
    return new GcovrReader(new JsonCursor(file, limits), limits).read();
  }
}
