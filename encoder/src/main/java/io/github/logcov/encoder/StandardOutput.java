package io.github.logcov.encoder;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Standard output for {@link EmitCommand}. Not {@code System.out}, since a PrintStream swallows
 * errors; and through a channel, which tells a full non-blocking pipe (0 bytes written) from a
 * broken one or a full disk (an exception).
 */
public final class StandardOutput extends OutputStream {
  private final WritableByteChannel channel;

  StandardOutput(WritableByteChannel channel) {
    this.channel = channel;
  }

  /** The standard output of this process, unbuffered; nobody needs to close it. */
  public static OutputStream open() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out).getChannel());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  /**
   * Writes all the bytes.
   *
   * @throws IOException when they cannot be written; a part of them may be
   */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
    while (left.hasRemaining()) {
      if (channel.write(left) <= 0) {
        throw new WouldBlockException();
      }
    }
  }
}
