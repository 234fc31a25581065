package io.github.logcov.log;

import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The headers of a zip archive's list of entries, counted before anybody makes objects of them: the
 * list is read as a whole when an archive is opened, however long it is, and what the archive says
 * of its length need not be true. So they are looked for wherever they might be. A zip inside of a
 * zip, stored as it is, counts as well; it would be refused in any case.
 */
final class ZipHeaders {
  /** Names, comments and the like of all entries; some 100 bytes each are usual. */
  static final long MAX_BYTES = 64L << 20;

  private static final int HEADER = 46;

  private ZipHeaders() {}

  /**
   * Looks through the archive.
   *
   * @throws LogSourceException when it lists too many entries, or says too much of them
   */
  static void check(Path path, String shown, SavedLogLimits limits)
      throws LogSourceException, IOException {
    check(path, shown, limits, MAX_BYTES);
  }

  static void check(Path path, String shown, SavedLogLimits limits, long maxBytes)
      throws LogSourceException, IOException {
    byte[] buffer = new byte[1 << 16];
    int filled = 0;
    long count = 0;
    long bytes = 0;
    try (InputStream in = Files.newInputStream(path)) {
      while (true) {
        int read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        int at = 0;
        for (; at + HEADER <= filled; at++) {
          if (buffer[at] == 'P' && isHeader(buffer, at)) {
            count++;
            bytes += HEADER + length(buffer, at, 28) + length(buffer, at, 30);
            bytes += length(buffer, at, 32);
          }
        }
        if (count > limits.maxEntries()) {
          throw TarLogs.tooMany(shown, limits);
        }
        if (bytes > maxBytes) {
          throw new LogSourceException(
              ProblemType.LOGS_UNREADABLE,
              shown
                  + ": the list of its files may take "
                  + maxBytes
                  + " bytes, but takes more; unpack the archive and name the directory");
        }
        if (read == 0) {
          return;
        }
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
      }
    }
  }

  private static boolean isHeader(byte[] buffer, int at) {
    return buffer[at + 1] == 'K' && buffer[at + 2] == 1 && buffer[at + 3] == 2;
  }

  private static int length(byte[] buffer, int at, int field) {
    return buffer[at + field] & 0xff | (buffer[at + field + 1] & 0xff) << 8;
  }
}
