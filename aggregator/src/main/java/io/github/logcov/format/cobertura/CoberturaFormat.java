package io.github.logcov.format.cobertura;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlHead;
import java.io.IOException;

/**
 * Cobertura's coverage.xml and the coverage.xml of all who write that shape.
 *
 * <p>Specification: <a
 * href="https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd">coverage-04.dtd</a>;
 * the attribute {@code missing-branches} is coverage.py's own ({@code coverage/xmlreport.py}).
 * Producers seen: coverage.py, Cobertura, gcovr, coverlet, istanbul, simplecov-cobertura.
 *
 * <p>Carried: hits of lines (coverage.py: 0 or 1) and per line {@code covered/total} arms. Which
 * arms these are is told by coverage.py alone, by naming the missing ones; {@code <condition>}
 * elements tell the counts per condition. Paths are relative to one of several {@code <source>}s,
 * or absolute.
 *
 * <p>Methods are functions, known by class, name, signature and first line, and covered when one of
 * their lines is. coverage.py lists none; a report without any does not measure functions.
 *
 * <p>Passed over: all rates and complexities. The totals of the root are compared with the lines.
 */
public final class CoberturaFormat implements ReportFormat {
  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public CoberturaFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "cobertura";
  }

  /**
   * Clover's root is {@code coverage}, too, with an attribute {@code clover} and a {@code project}
   * inside; so is that of SonarQube's generic format, with a {@code file} inside.
   */
  @Override
  public boolean recognises(ReportFile file) {
    XmlHead head = XmlHead.of(file);
    if (!head.root().equals("coverage") || head.attributes().contains("clover")) {
      return false;
    }
    return switch (head.firstChild()) {
      case "sources", "packages" -> true;
      case "" -> head.attributes().contains("line-rate");
      default -> false;
    };
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new CoberturaReader(new XmlCursor(file, limits), limits).read();
  }
}
