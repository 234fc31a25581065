package io.github.logcov.cli;

import io.github.logcov.log.travis.Token;
import io.github.logcov.log.travis.TokenSpellings;
import io.github.logcov.problem.LegibleJson;
import io.github.logcov.summary.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the token out of all that is shown or written, wherever it came from: a job may have
 * printed it into its log, or named a report like it.
 *
 * @param spellings the bytes that are looked for, in every way in which they may be written here,
 *     the longest first
 * @param mask what stands in their place
 */
record TokenMask(List<byte[]> spellings, byte[] mask) {

  /** Copies the list. */
  TokenMask {
    spellings = List.copyOf(spellings);
  }

  /** The mask for the token that the environment holds; empty when there is none. */
  static Optional<TokenMask> of(Map<String, String> environment) {
    String token = environment.getOrDefault("TRAVIS_TOKEN", "").strip();
    return token.length() < Token.SHORTEST ? Optional.empty() : Optional.of(of(token));
  }

  private static TokenMask of(String token) {
    Set<String> spellings = new LinkedHashSet<>();
    for (String spelling : TokenSpellings.of(token)) {
      spellings.add(spelling);
      spellings.add(Printable.of(spelling));
      spellings.add(json(spelling));
    }
    return new TokenMask(
        spellings.stream()
            .map(spelling -> spelling.getBytes(StandardCharsets.UTF_8))
            .sorted(Comparator.comparing((byte[] bytes) -> -bytes.length))
            .toList(),
        Token.mask(token).getBytes(StandardCharsets.US_ASCII));
  }

  private static String json(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream json = new LegibleJson(bytes)) {
      String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
      json.write(escaped.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * A stream that masks on the way to this one. What could be the beginning of the token is held
   * until it is known, flushed or not; only {@link Masked#finish} or closing lets it go.
   */
  Masked over(OutputStream out) {
    return new Masked(out, false);
  }

  /** The same for JSON, which stays JSON: numbers and {@code null} are none of the token. */
  Masked overJson(OutputStream out) {
    return new Masked(out, true);
  }

  /** The stream. */
  final class Masked extends OutputStream {
    private final OutputStream out;
    private final boolean stringsOnly;

    /** The last bytes written, as far as a spelling begins with them. */
    private byte[] held = new byte[0];

    /** Of JSON: whether the next byte is in a string, and whether it is behind a backslash. */
    private boolean inString;

    private boolean escaped;

    private Masked(OutputStream out, boolean stringsOnly) {
      this.out = out;
      this.stringsOnly = stringsOnly;
    }

    @Override
    public synchronized void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      byte[] text = Arrays.copyOf(held, held.length + length);
      System.arraycopy(bytes, offset, text, held.length, length);
      int done = 0;
      int at = 0;
      while (at < text.length && !mayBegin(text, at)) {
        int found = found(text, at);
        if (found > 0) {
          out.write(text, done, at - done);
          out.write(mask, 0, mask.length);
          at += found;
          done = at;
        } else {
          pass(text[at++]);
        }
      }
      out.write(text, done, at - done);
      held = Arrays.copyOfRange(text, at, text.length);
    }

    /** The length of the spelling that is here, or 0. */
    private int found(byte[] text, int at) {
      if (!stringsOnly || inString) {
        for (byte[] spelling : spellings) {
          int end = at + spelling.length;
          if (end <= text.length
              && text[at] == spelling[0]
              && Arrays.equals(text, at, end, spelling, 0, spelling.length)) {
            return spelling.length;
          }
        }
      }
      return 0;
    }

    /** Whether all from here to the end is the beginning of a spelling, and no whole one is. */
    private boolean mayBegin(byte[] text, int at) {
      int left = text.length - at;
      for (byte[] spelling : spellings) {
        if (left < spelling.length
            && text[at] == spelling[0]
            && Arrays.equals(text, at, text.length, spelling, 0, left)) {
          return found(text, at) == 0;
        }
      }
      return false;
    }

    private void pass(byte b) {
      if (escaped) {
        escaped = false;
      } else if (b == '"') {
        inString = !inString;
      } else {
        escaped = inString && b == '\\';
      }
    }

    @Override
    public synchronized void flush() throws IOException {
      out.flush();
    }

    /** No more will come: what was held is no token. */
    synchronized void finish() throws IOException {
      out.write(held, 0, held.length);
      held = new byte[0];
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
