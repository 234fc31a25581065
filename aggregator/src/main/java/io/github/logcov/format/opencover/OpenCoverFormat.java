package io.github.logcov.format.opencover;

import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlHead;
import java.io.IOException;

/**
 * OpenCover's XML.
 *
 * <p>Specification: the classes in <a
 * href="https://github.com/OpenCover/opencover/tree/master/main/OpenCover.Framework/Model">OpenCover.Framework/Model</a>,
 * which are serialised as they are. Producers seen: OpenCover, coverlet.
 *
 * <p>Carried: hits of lines, by the sequence points that begin there (a line that has several is
 * added up); arms of branches by name: which decision of its line it is, and the path out of it.
 * The decisions of a line are numbered as the report lists them, anew in every module, since their
 * offsets change with each compilation, and a source file may be compiled into several modules.
 * Files are named by a table in each module. Methods with sequence points are functions, known by
 * class, name and first line, and covered when one of their points was visited.
 *
 * <p>Passed over: whatever is skipped ({@code skippedDueTo}), hidden sequence points, entries of
 * methods ({@code MethodPoint}), complexities. The summary of the session is compared with the
 * points; OpenCover counts a branch more for each method.
 */
public final class OpenCoverFormat implements ReportFormat {
  private final FormatLimits limits;

  /** With the bounds a report has to keep. */
  public OpenCoverFormat(FormatLimits limits) {
    this.limits = limits;
  }

  @Override
  public String name() {
    return "opencover";
  }

  @Override
  public boolean recognises(ReportFile file) {
    return XmlHead.of(file).root().equals("CoverageSession");
  }

  @Override
  public Report read(ReportFile file) throws MalformedReportException, IOException {
    return new OpenCoverReader(new XmlCursor(file, limits), limits).read();
  }
}
