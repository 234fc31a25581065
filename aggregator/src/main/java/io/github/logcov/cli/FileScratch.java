package io.github.logcov.cli;

import io.github.logcov.frame.Scratch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file for each log whose payloads are too large for memory. */
final class FileScratch implements Scratch {
  @Override
  public Region open() throws IOException {
    Path file = Files.createTempFile("logcov-", ".scratch");
    return new FileRegion(
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE));
  }

  private record FileRegion(FileChannel channel) implements Region {
    @Override
    public void append(byte[] bytes, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
      long end = channel.size();
      while (buffer.hasRemaining()) {
        end += channel.write(buffer, end);
      }
    }

    @Override
    public void read(long position, byte[] to, int offset, int length) throws IOException {
      ByteBuffer buffer = ByteBuffer.wrap(to, offset, length);
      while (buffer.hasRemaining()) {
        int n = channel.read(buffer, position + buffer.position() - offset);
        if (n < 0) {
          throw new EOFException("the temporary file ends at " + channel.size());
        }
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
