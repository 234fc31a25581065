package io.github.logcov.format;

import java.io.IOException;

/** One format of coverage reports. */
public interface ReportFormat {
  /** The word of the command line, messages and docs, such as {@code lcov}. */
  String name();

  /**
   * Whether this is a report of this format, by its first bytes; never guesses, never throws away
   * bytes.
   */
  boolean recognises(ReportFile file) throws IOException;

  /**
   * Reads the whole report.
   *
   * @throws MalformedReportException with the place, what was expected and what was found
   * @throws IOException when the bytes cannot be had (a damaged payload); not the format's fault
   */
  Report read(ReportFile file) throws MalformedReportException, IOException;
}
