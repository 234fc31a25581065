package io.github.logcov.format;

import java.io.IOException;
import java.util.Optional;

/** One format of coverage reports. Implementations are immutable and can be shared by threads. */
public interface ReportFormat {
  /** The word of the command line, messages and docs, such as {@code lcov}. */
  String name();

  /**
   * Whether this is a report of this format, by its first bytes; never guesses, consumes nothing.
   */
  boolean recognises(ReportFile file);

  /**
   * The name of the format whose reports tell in full what one of this format sums up, where a job
   * sends both: then those decide.
   */
  default Optional<String> sumsUp() {
    return Optional.empty();
  }

  /**
   * Reads the whole report.
   *
   * @throws MalformedReportException with the place, what was expected and what was found; when a
   *     bound was exceeded, its cause is a {@link io.github.logcov.model.LimitExceededException}
   * @throws IOException when the bytes cannot be had (a damaged payload); not the format's fault
   */
  Report read(ReportFile file) throws MalformedReportException, IOException;
}
