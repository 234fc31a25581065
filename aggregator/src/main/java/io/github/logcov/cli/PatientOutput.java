package io.github.logcov.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;

/**
 * Writes to a standard stream that may be full for a moment: CI systems hand on pipes that do not block, and what is written to a full one
 * fails. Pieces are small enough to go into a pipe whole or not at all (POSIX: 512 bytes), and are tried again for a while.
 */
final class PatientOutput extends OutputStream {
  private static final int PIECE = 512;
  private static final int TRIES = 100;
  private static final long PAUSE_MILLIS = 20;

  private final OutputStream stream;
  private final Pause pause;
  private boolean givenUp;

  /** Waits so many milliseconds. */
  interface Pause {
    void sleep(long millis) throws InterruptedException;
  }

  PatientOutput(OutputStream stream, Pause pause) {
    this.stream = stream;
    this.pause = pause;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int at = offset; at < offset + length; at += PIECE) {
      writePiece(bytes, at, Math.min(PIECE, offset + length - at));
    }
  }

  private void writePiece(byte[] bytes, int offset, int length) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        stream.write(bytes, offset, length);
        return;
      } catch (IOException e) {
        // Once given up, there is no waiting for each of the pieces that are left.
        if (givenUp || tried == TRIES) {
          givenUp = true;
          throw e;
        }
        sleep();
      }
    }
  }

  private void sleep() throws IOException {
    try {
      pause.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while standard output was full");
    }
  }

  @Override
  public void flush() throws IOException {
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
