package io.github.logcov.log;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary file in which contents are laid out one behind another, to be read in any order and
 * by several threads at once. Names from outside never become names of files here. Deleted on
 * close, and at the end of the program at the latest.
 */
final class Spool implements Closeable {

  private final Path file;
  private final OutputStream out;
  private final long maxBytes;
  private long size;

  private Spool(Path file, long maxBytes) throws IOException {
    this.file = file;
    this.out = Files.newOutputStream(file);
    this.maxBytes = maxBytes;
  }

  /**
   * An empty one.
   *
   * @throws SpoolFailedException when there can be none
   */
  static Spool create(long maxBytes) {
    try {
      Path file = Files.createTempFile("logcov-", ".spool");
      file.toFile().deleteOnExit();
      return new Spool(file, maxBytes);
    } catch (IOException e) {
      throw new SpoolFailedException(e);
    }
  }

  /** More was to be laid out than is allowed. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1L;

    FullException(long maxBytes) {
      super("the logs may take " + maxBytes + " bytes, but take more");
    }
  }

  /**
   * Lays a content out. The stream is read to its end and left open.
   *
   * @throws SpoolFailedException when it cannot be kept
   * @throws IOException when it cannot be read
   */
  BuildLog append(InputStream content) throws IOException {
    long start = size;
    byte[] buffer = new byte[1 << 16];
    for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
      if (size + n > maxBytes) {
        throw new FullException(maxBytes);
      }
      write(buffer, n);
      size += n;
    }
    long end = size;
    return () -> open(start, end);
  }

  private void write(byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new SpoolFailedException(e);
    }
  }

  private InputStream open(long start, long end) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      channel.position(start);
      return new Slice(Channels.newInputStream(channel), end - start);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The first bytes of a stream, as if there were no others. */
  private static final class Slice extends FilterInputStream {
    private long left;

    Slice(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (left == 0) {
        return length == 0 ? 0 : -1;
      }
      int count = super.read(target, offset, (int) Math.min(left, length));
      left -= Math.max(count, 0);
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(left, count));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(left, super.available());
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
