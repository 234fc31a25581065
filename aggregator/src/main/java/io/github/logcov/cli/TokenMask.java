package io.github.logcov.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the token out of all that is shown or written, wherever it came from: a job may have
 * printed it into its log, or named a report like it.
 *
 * @param secret the bytes that are looked for
 */
record TokenMask(byte[] secret) {
  /** What stands in its place. */
  private static final byte[] MASK = "[token]".getBytes(StandardCharsets.US_ASCII);

  /** A shorter one is none of Travis, and would be found in words of ours. */
  private static final int SHORTEST = 6;

  /** The mask for the token that the environment holds; empty when there is none. */
  static Optional<TokenMask> of(Map<String, String> environment) {
    String token = environment.getOrDefault("TRAVIS_TOKEN", "").strip();
    return token.length() < SHORTEST
        ? Optional.empty()
        : Optional.of(new TokenMask(token.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A stream that masks on the way to this one. What could be the beginning of the token is held
   * until it is known, flushed or not; only {@link Masked#finish} or closing lets it go.
   */
  Masked over(OutputStream out) {
    return new Masked(out);
  }

  /** The stream. */
  final class Masked extends OutputStream {
    private final OutputStream out;

    /** How many bytes of the secret the last ones written were; these are held. */
    private int held;

    private Masked(OutputStream out) {
      this.out = out;
    }

    @Override
    public synchronized void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] text = new byte[held + length];
      System.arraycopy(secret, 0, text, 0, held);
      System.arraycopy(bytes, offset, text, held, length);
      int done = 0;
      for (int i = 0; i + secret.length <= text.length; ) {
        if (Arrays.equals(text, i, i + secret.length, secret, 0, secret.length)) {
          out.write(text, done, i - done);
          out.write(MASK, 0, MASK.length);
          i += secret.length;
          done = i;
        } else {
          i++;
        }
      }
      held = beginning(text, done);
      out.write(text, done, text.length - held - done);
    }

    /** The length of the longest end of the text that the secret may begin with. */
    private int beginning(byte[] text, int from) {
      int most = Math.min(secret.length - 1, text.length - from);
      for (int length = most; length > 0; length--) {
        if (Arrays.equals(text, text.length - length, text.length, secret, 0, length)) {
          return length;
        }
      }
      return 0;
    }

    @Override
    public synchronized void flush() throws IOException {
      out.flush();
    }

    /** No more will come: what was held is no token. */
    synchronized void finish() throws IOException {
      out.write(secret, 0, held);
      held = 0;
      out.flush();
    }

    @Override
    public synchronized void close() throws IOException {
      try (out) {
        finish();
      }
    }
  }
}
