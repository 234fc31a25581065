package io.github.logcov.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A standard stream that may be full for a moment: CI systems hand on pipes that do not block, and
 * a plain stream would fail on a full one. The channel below tells full (nothing written) from
 * broken (an exception); what is full is tried again for a while.
 *
 * <p>A pipe that nobody reads any more ({@code | head}) is no failure: who stopped reading wants no
 * more, and no words about it either. What comes then goes nowhere. Any other failure lasts, so
 * that nobody waits for a stream twice.
 */
final class PatientOutput extends OutputStream {
  private static final int TRIES = 3000;
  private static final long PAUSE_MILLIS = 20;

  private final WritableByteChannel channel;
  private final Pause pause;
  private boolean unread;
  private @Nullable IOException failure;

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
    if (failure != null) {
      throw new IOException(failure.getMessage(), failure);
    }
    try {
      if (!unread) {
        writeAll(bytes, offset, length);
      }
    } catch (IOException e) {
      if (!isUnread(e)) {
        failure = e;
        throw e;
      }
      unread = true;
    }
  }

  /** EPIPE, which Java tells in the words of the system: every language has the pipe in them. */
  private static boolean isUnread(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
  }

  private void writeAll(byte[] bytes, int offset, int length) throws IOException {
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
