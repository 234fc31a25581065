package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import java.io.IOException;
import java.io.OutputStream;

/** One form in which an outcome is written. */
public interface SummaryWriter {
  /**
   * Writes the whole summary, UTF-8, lines ended by a line feed; the same outcome gives the same
   * bytes. The stream is flushed, not closed.
   */
  void write(Outcome outcome, OutputStream out) throws IOException;
}
