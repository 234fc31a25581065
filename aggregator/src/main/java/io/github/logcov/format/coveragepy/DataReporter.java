package io.github.logcov.format.coveragepy;

import io.github.logcov.format.MalformedReportException;
import java.io.IOException;
import java.io.InputStream;

/**
 * coverage.py itself, which makes its JSON report of one of its data files. It runs in the
 * checkout, under the project's own configuration. Thread-safe.
 */
@FunctionalInterface
public interface DataReporter {

  /**
   * What {@code coverage combine} and {@code coverage json} make of one data file.
   *
   * @param path of the data file as its job names it, for messages
   * @param data the whole data file; read to its end before anything is started, so that what it
   *     proves at its end is proven
   * @return the JSON; closed by the caller
   * @throws MalformedReportException when coverage.py cannot be asked, with an {@link
   *     io.github.logcov.format.ToolMissingException} as cause; or when it fails, with a {@link
   *     io.github.logcov.format.ToolFailedException}
   * @throws IOException when the data cannot be had
   */
  InputStream json(String path, InputStream data) throws MalformedReportException, IOException;

  /**
   * Nobody to ask.
   *
   * @param why and what to do about it
   */
  static DataReporter none(String why) {
    return (path, data) -> {
      throw CoverageDataFormat.notAsked(why);
    };
  }
}
