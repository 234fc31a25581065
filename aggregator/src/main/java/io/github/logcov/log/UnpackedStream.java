package io.github.logcov.log;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Makes an {@link IOException} of whatever a decompressor throws at hostile bytes. */
final class UnpackedStream extends FilterInputStream {
  UnpackedStream(InputStream in) {
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
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  static IOException damaged(RuntimeException e) {
    return new IOException("what is packed is damaged", e);
  }
}
