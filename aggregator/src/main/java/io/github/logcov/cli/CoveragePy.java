package io.github.logcov.cli;

import io.github.logcov.format.Bound;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.coveragepy.CoverageDataFormat;
import io.github.logcov.format.coveragepy.DataReporter;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.payload.ScratchFailedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The coverage.py of this machine, started for each data file: {@code coverage combine}, for the
 * {@code [paths]} of the configuration, then {@code coverage json}. It works in the checkout, on a
 * copy of the data in a temporary folder; a {@code .coverage} of the user is not touched.
 *
 * <p>The data comes from a log, so from anybody. It is a database that SQLite reads, and names
 * files that coverage.py opens; neither executes what is in it. What it can take is bounded: bytes
 * of the data, time, and, where the system has such limits, memory and the sizes of files.
 */
final class CoveragePy implements DataReporter {
  /** Data files are some kB, some MB with contexts; a log of 4 MB does not carry more. */
  static final int MAX_DATA_BYTES = 64 << 20;

  /** Enough for a database that is merged into an empty one, four times over. */
  private static final long MIN_FILE_LIMIT = 4L * MAX_DATA_BYTES;

  private static final long MEMORY_LIMIT = 1L << 30;

  private final List<Python> pythons;
  private final Path checkout;
  private final Duration timeout;
  private final long maxReportBytes;

  /**
   * @param pythons the first one that has coverage.py is used
   * @param checkout where it works
   * @param timeout for one data file
   * @param maxReportBytes bound on its JSON
   */
  CoveragePy(List<Python> pythons, Path checkout, Duration timeout, long maxReportBytes) {
    this.pythons = List.copyOf(pythons);
    this.checkout = checkout;
    this.timeout = timeout;
    this.maxReportBytes = maxReportBytes;
  }

  @Override
  public InputStream json(String path, InputStream data)
      throws MalformedReportException, IOException {
    TemporaryFolder folder = TemporaryFolder.make();
    boolean made = false;
    try {
      // Its end proves the payload; before that nothing is started.
      copy(data, folder.path().resolve("data"));
      Path json = report(folder.path(), path);
      if (size(json) > maxReportBytes) {
        throw Bound.at(
            "",
            new LimitExceededException(
                "what coverage.py makes of it has more than %d bytes; --max-report-bytes raises that bound"
                    .formatted(maxReportBytes),
                "--max-report-bytes"));
      }
      InputStream opened = open(json, folder);
      made = true;
      return opened;
    } finally {
      if (!made) {
        folder.close();
      }
    }
  }

  private static void copy(InputStream data, Path to) throws MalformedReportException, IOException {
    byte[] buffer = new byte[1 << 16];
    int bytes = 0;
    try (OutputStream out = created(to)) {
      for (int n = data.read(buffer); n >= 0; n = data.read(buffer)) {
        bytes += n;
        if (bytes > MAX_DATA_BYTES) {
          throw CoverageDataFormat.failed(
              "it has more than " + MAX_DATA_BYTES + " bytes, and so it is not asked");
        }
        try {
          out.write(buffer, 0, n);
        } catch (IOException e) {
          throw new ScratchFailedException(e);
        }
      }
    }
  }

  private static OutputStream created(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  private Path report(Path folder, String path) throws MalformedReportException {
    for (Python python : pythons) {
      long fileLimit = Math.max(maxReportBytes, MIN_FILE_LIMIT);
      Python.Ended ended = python.report(folder, checkout, timeout, MEMORY_LIMIT, fileLimit);
      switch (ended.how()) {
        case REPORTED -> {
          return folder.resolve(Python.REPORT);
        }
        case FAILED ->
            throw CoverageDataFormat.failed(
                ended.said().replace(folder.resolve("data").toString(), path));
        case TOO_SLOW ->
            throw CoverageDataFormat.failed(
                "it must end within " + timeout.toMillis() + " ms, but did not");
        case ABSENT -> {
          // The next one may have it.
        }
      }
    }
    throw CoverageDataFormat.notAsked(
        "there is no coverage.py here (%s -m coverage); install it where logcov check runs (pip install coverage), or name a Python that has it with --python"
            .formatted(String.join(", ", pythons.stream().map(Python::program).toList())));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  /** The file; closing it removes the folder. */
  private static InputStream open(Path file, TemporaryFolder folder) {
    try {
      return new FilterInputStream(Files.newInputStream(file)) {
        @Override
        public void close() throws IOException {
          super.close();
          folder.close();
        }
      };
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }
}
