package io.github.logcov.encoder;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/**
 * Prints records one per write, and again when the output was full; what fails otherwise is final.
 *
 * <p>Standard output of a CI job may be non-blocking; then a write of a full pipe fails after a
 * part of it (travis-ci issues 4704 and 8920). A line feed and the whole record once more mend
 * that, since torn and doubled records do no harm.
 */
final class RecordOutput {
  private static final long FIRST_PAUSE_MILLIS = 1;
  private static final long LONGEST_PAUSE_MILLIS = 100;

  /** With the pauses above half a minute without any progress. */
  private static final int MOST_TRIES = 300;

  private final OutputStream out;
  private final Sleeper sleeper;
  private final byte[] buffer = new byte[192];

  RecordOutput(OutputStream out, Sleeper sleeper) {
    this.out = out;
    this.sleeper = sleeper;
  }

  /** Prints the line feed that frees us of somebody's half line. */
  void begin() throws IOException {
    line(new byte[0], 0);
  }

  /** Prints a line and its line feed. */
  void line(byte[] ascii, int length) throws IOException {
    buffer[0] = '\n';
    System.arraycopy(ascii, 0, buffer, 1, length);
    buffer[length + 1] = '\n';
    long pause = FIRST_PAUSE_MILLIS;
    for (int tries = 0; ; tries++) {
      try {
        int from = tries == 0 ? 1 : 0;
        out.write(buffer, from, length + 2 - from);
        out.flush();
        return;
      } catch (WouldBlockException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
      pause(pause);
      pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
  }

  private void pause(long millis) throws IOException {
    try {
      sleeper.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to write again");
    }
  }
}
