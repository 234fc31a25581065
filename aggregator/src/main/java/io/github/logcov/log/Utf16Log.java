package io.github.logcov.log;

import java.io.IOException;
import java.io.InputStream;

/**
 * A log that PowerShell wrote with {@code >}: UTF-16. Frames are ASCII, so the text is handed out
 * with one byte for each ASCII character and {@code ?} for every other code unit.
 */
final class Utf16Log extends InputStream {

  private final InputStream in;
  private final int low;
  private final byte[] units = new byte[1 << 14];

  private Utf16Log(InputStream in, boolean littleEndian) {
    this.in = in;
    this.low = littleEndian ? 0 : 1;
  }

  /**
   * Whether these first bytes are a byte order mark of UTF-16; every other one is left to the
   * reader of frames.
   */
  static boolean recognises(byte[] head) {
    return head.length >= 2
        && ((head[0] == (byte) 0xff && head[1] == (byte) 0xfe)
            || (head[0] == (byte) 0xfe && head[1] == (byte) 0xff));
  }

  /** The log behind its byte order mark. */
  static InputStream of(InputStream in, byte[] head) throws IOException {
    in.skipNBytes(2);
    return new Utf16Log(in, head[0] == (byte) 0xff);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int bytes = in.readNBytes(units, 0, (int) Math.min(units.length, 2L * length));
    for (int i = 0; i + 1 < bytes; i += 2) {
      boolean ascii = units[i + 1 - low] == 0 && units[i + low] >= 0;
      target[offset + i / 2] = ascii ? units[i + low] : (byte) '?';
    }
    // An odd byte at the end is half a character of a log that was cut.
    return bytes < 2 ? -1 : bytes / 2;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
