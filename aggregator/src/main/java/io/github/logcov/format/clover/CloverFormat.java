package io.github.logcov.format.clover;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlHead;
import java.io.IOException;

/**
 * Clover's clover.xml and those of others who write that shape.
 *
 * <p>Specification: <a
 * href="https://github.com/openclover/clover/blob/master/etc/schema/clover.xsd">clover.xsd</a>.
 * Producers seen: OpenClover and Clover, phpunit, istanbul (nyc, jest).
 *
 * <p>Carried: hits of lines ({@code stmt}; a line that has several is added up). A {@code cond} of
 * Clover's own has two arms, true and false, by name; it is no statement. That of istanbul, which
 * has a {@code count} too, is a statement, and its {@code truecount} and {@code falsecount} are how
 * many of the line's arms are covered and missed. The path is the attribute {@code path}, else
 * {@code name}.
 *
 * <p>Passed over: {@code method} lines (no statement is there), {@code testproject} (Clover keeps
 * tests apart, its own totals are without them), complexities. The metrics of files and of the
 * project are compared with the lines.
 */
public final class CloverFormat implements ReportFormat {
  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public CloverFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "clover";
  }

  /** Cobertura's and SonarQube's roots have the same name, and other children. */
  @Override
  public boolean recognises(ReportFile file) {
    XmlHead head = XmlHead.of(file);
    if (!head.root().equals("coverage")) {
      return false;
    }
    return switch (head.firstChild()) {
      case "project", "testproject" -> true;
      case "" -> head.attributes().contains("clover");
      default -> false;
    };
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new CloverReader(new XmlCursor(file, limits), limits).read();
  }
}
