package io.github.logcov.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A print stream behind a {@link TokenMask}, which knows whether the one below has failed. */
final class MaskedPrint extends PrintStream {
  private final TokenMask.Masked masked;

  private MaskedPrint(TokenMask.Masked masked) {
    super(masked, true, StandardCharsets.UTF_8);
    this.masked = masked;
  }

  static MaskedPrint of(PrintStream below, TokenMask mask) {
    return new MaskedPrint(mask.over(new Checked(below)));
  }

  /** No more will be printed. */
  void finish() {
    try {
      masked.finish();
    } catch (IOException e) {
      setError();
    }
  }

  /** A print stream hides its failures; here they show again. */
  private static final class Checked extends OutputStream {
    private final PrintStream below;

    Checked(PrintStream below) {
      this.below = below;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      below.write(bytes, offset, length);
      check();
    }

    @Override
    public void flush() throws IOException {
      below.flush();
      check();
    }

    private void check() throws IOException {
      if (below.checkError()) {
        throw new IOException("cannot be written");
      }
    }
  }
}
