package io.github.logcov.encoder;

import java.util.ArrayList;
import java.util.List;

/** How much of the log one call may take: Travis kills a job whose log passes about 4 MB. */
final class Budget {
  private final long maxBytes;
  private final List<String> parts = new ArrayList<>();

  /** The first line feed, a CR LF in the log, is there in any case. */
  private long bytes = 2;

  Budget(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(String name, long bytesInLog) {
    bytes += bytesInLog;
    parts.add(name + " " + bytesInLog);
  }

  /** Refuses when all that was added is more than allowed. */
  void check() throws UsageException {
    if (bytes > maxBytes) {
      throw new UsageException(
          "expected at most "
              + maxBytes
              + " bytes for the log (--max-bytes), found "
              + bytes
              + " ("
              + String.join(", ", parts)
              + "); nothing was printed: send fewer or smaller reports (Travis ends a job at about"
              + " 4 MB of log)");
    }
  }
}
