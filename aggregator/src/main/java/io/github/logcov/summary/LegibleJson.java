package io.github.logcov.summary;

import io.github.logcov.problem.Legible;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Takes JSON in UTF-8 and writes what nobody sees, or what steers a terminal, as {@code \}{@code
 * uXXXX}: all of that stands in texts, where it means the same. So a file that is printed does no
 * harm, and its values are what they were.
 */
final class LegibleJson extends FilterOutputStream {
  private static final int DELETE = 0x7f;

  private final byte[] character = new byte[4];
  private int length;
  private int wanted;

  LegibleJson(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    int done = offset;
    int end = offset + count;
    for (int i = offset; i < end; i++) {
      // Nearly all of it is ASCII and goes through as it comes.
      if (wanted > 0 || bytes[i] < 0 || bytes[i] == DELETE) {
        out.write(bytes, done, i - done);
        write(bytes[i]);
        done = i + 1;
      }
    }
    out.write(bytes, done, end - done);
  }

  @Override
  public void write(int b) throws IOException {
    if (wanted == 0 && (byte) b >= 0 && b != DELETE) {
      out.write(b);
      return;
    }
    if (wanted == 0) {
      wanted = b == DELETE ? 1 : Integer.numberOfLeadingZeros(~(b << 24));
      length = 0;
    }
    character[length++] = (byte) b;
    if (length == wanted) {
      wanted = 0;
      text(new String(character, 0, length, StandardCharsets.UTF_8));
    }
  }

  private void text(String text) throws IOException {
    String shown = text;
    if (!Legible.is(text)) {
      StringBuilder escaped = new StringBuilder();
      text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
      shown = escaped.toString();
    }
    out.write(shown.getBytes(StandardCharsets.UTF_8));
  }
}
