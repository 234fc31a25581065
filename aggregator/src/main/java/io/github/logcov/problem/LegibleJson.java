package io.github.logcov.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream for JSON in UTF-8 that somebody may look at: what is not {@link Legible} or a {@link
 * Lookalike} of a command is written as {@code \\uXXXX}, so that it says the same to a program, and
 * nothing to a terminal or a CI. Such characters stand in strings only, where JSON allows that.
 */
public final class LegibleJson extends OutputStream {
  private static final int ASCII = 0x80;

  private final OutputStream out;
  private final Lookalike lookalike = new Lookalike();

  /** The bytes of a character that is not complete. */
  private final byte[] begun = new byte[4];

  private int length;

  /** A stream to this one, which is flushed and closed with it. */
  public LegibleJson(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int plain = offset;
    for (int i = offset; i < offset + count; i++) {
      byte b = bytes[i];
      boolean odd = lookalike.completes(b);
      if (b >= 0 && b < ASCII - 1 && !odd) {
        // Structure, and most of all text; JSON itself escapes what is below the blank.
        continue;
      }
      out.write(bytes, plain, i - plain);
      plain = i + 1;
      if (b >= 0) {
        escape(b);
      } else {
        take(b);
      }
    }
    out.write(bytes, plain, offset + count - plain);
  }

  /** A byte of a character beyond ASCII. */
  private void take(byte b) throws IOException {
    begun[length++] = b;
    if (length < sizeOf(begun[0])) {
      return;
    }
    String text = new String(begun, 0, length, StandardCharsets.UTF_8);
    if (Legible.is(text)) {
      out.write(begun, 0, length);
    } else {
      for (int i = 0; i < text.length(); i++) {
        escape(text.charAt(i));
      }
    }
    length = 0;
  }

  private static int sizeOf(byte first) {
    int bits = first & 0xff;
    return bits >= 0xf0 ? 4 : bits >= 0xe0 ? 3 : 2;
  }

  private void escape(int unit) throws IOException {
    out.write("\\u%04x".formatted(unit).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
