package io.github.logcov.frame;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Makes an {@link IOException} of whatever a decompressor throws at hostile bytes (index errors,
 * mostly).
 */
final class CheckedStream extends FilterInputStream {
  CheckedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    try {
      return super.read(to, offset, length);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static IOException damaged(RuntimeException e) {
    return new IOException("damaged stream", e);
  }
}
