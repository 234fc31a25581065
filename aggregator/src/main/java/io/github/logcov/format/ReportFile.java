package io.github.logcov.format;

import java.io.IOException;
import java.io.InputStream;

/**
 * A report as it came out of a payload: its name, its first bytes, and its content, which can be
 * streamed once.
 */
public final class ReportFile {
  /** With the path of the payload and the decoded bytes; the stream is closed by the caller. */
  public ReportFile(String path, InputStream content) throws IOException {
    throw new UnsupportedOperationException();
  }
}
