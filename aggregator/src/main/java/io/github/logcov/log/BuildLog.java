package io.github.logcov.log;

import java.io.IOException;
import java.io.InputStream;

/** The log of one job, to be streamed. */
public interface BuildLog {
  /** A new stream over the raw bytes, from the beginning; the caller closes it. */
  InputStream open() throws IOException;
}
