package io.github.logcov.format.coveragepy;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.JsonHead;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The JSON report of coverage.py ({@code coverage json}): formats 1 to 3, coverage.py 5.0 and
 * later.
 *
 * <p>Specification: <a
 * href="https://coverage.readthedocs.io/en/latest/commands/cmd_json.html">"JSON reporting"</a>, and
 * where that is silent {@code coverage/jsonreport.py} and {@code coverage/results.py}.
 *
 * <p>Carried: which lines are statements and were missed, and which ran, statements or not (5.0 to
 * 6.5 list docstrings, too); how many statements there are. Likewise which arcs (from line to line,
 * a negative destination is the exit of the code that begins there) are arms and were missed, which
 * ran, and how many arms there are; these names since 6.5, counts alone before, which are left out.
 * Nothing is counted: a line ran or did not.
 *
 * <p>Passed over: regions ({@code functions}, {@code classes}), which say everything once more,
 * contexts and percentages. Excluded lines are no statements. The totals are compared with the
 * lines.
 */
public final class CoveragePyFormat implements ReportFormat {
  private static final Pattern LINES_OF_A_FILE =
      Pattern.compile("/files/[^/]*/(?:executed_lines|missing_lines|excluded_lines)");

  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public CoveragePyFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "coveragepy";
  }

  /**
   * By the keys of {@code meta}, which coverage.py writes first; or, where somebody has sorted the
   * keys, by those of the first file.
   */
  @Override
  public boolean recognises(ReportFile file) {
    JsonHead head = JsonHead.of(file);
    return head.keys().contains("/meta/branch_coverage")
        || head.keys().stream().anyMatch(key -> LINES_OF_A_FILE.matcher(key).matches());
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new CoveragePyReader(new JsonCursor(file, limits), limits).read();
  }
}
