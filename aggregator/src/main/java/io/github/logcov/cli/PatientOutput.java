package io.github.logcov.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * A standard stream that may be full for a moment: CI systems hand on pipes that do not block, and
 * a plain stream would fail on a full one. The channel below tells full (nothing written) from
 * broken (an exception); what is full is tried again for a while.
 */
final class PatientOutput extends OutputStream {
  private static final int TRIES = 500;
  private static final long PAUSE_MILLIS = 20;

  private final WritableByteChannel channel;
  private final Pause pause;

  /** Waits so many milliseconds. */
  interface Pause {
    void sleep(long millis) throws InterruptedException;
  }

  PatientOutput(WritableByteChannel channel, Pause pause) {
    this.channel = channel;
    this.pause = pause;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
    int tries = 0;
    while (left.hasRemaining()) {
      if (channel.write(left) > 0) {
        tries = 0;
      } else if (++tries > TRIES) {
        throw new IOException("nobody reads standard output");
      } else {
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
}
