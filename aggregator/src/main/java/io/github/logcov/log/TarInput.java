package io.github.logcov.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a tar archive: a long name or an extended header is read into memory as a whole,
 * however long it says that it is, so between two entries there may be so many bytes and no more.
 */
final class TarInput extends FilterInputStream {
  /** Of all that describes one entry; a name and some times take 2 kB. */
  static final int MAX_HEADER_BYTES = 1 << 20;

  private static final long BLOCK = 512;

  private long position;
  private long end = MAX_HEADER_BYTES;

  TarInput(InputStream in) {
    super(in);
  }

  /** An entry was met; {@code size} bytes of content follow. */
  void content(long size) {
    // Content takes whole blocks.
    long blocks = Math.min(size, Long.MAX_VALUE / 2) + BLOCK - 1 & -BLOCK;
    end = position + blocks + MAX_HEADER_BYTES;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, (int) Math.min(length, left(length)));
    position += Math.max(count, 0);
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left(count)));
    position += skipped;
    return skipped;
  }

  private long left(long wanted) throws IOException {
    if (position == end && wanted > 0) {
      throw new IOException(
          "the headers of one entry may take "
              + MAX_HEADER_BYTES
              + " bytes, but take more; pack the logs anew");
    }
    return end - position;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
