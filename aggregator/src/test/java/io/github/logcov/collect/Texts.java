package io.github.logcov.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Logs as jobs leave them. */
final class Texts {
  /** Travis' last line. */
  static final String CLOSING = "\nDone. Your build exited with 0.\n";

  /** Where a line of a frame says what it is. */
  private static final int KIND = 11;

  private Texts() {}

  /** The lines of a payload of some size, which depends on its path alone. */
  static String payload(String path) {
    byte[] content = new byte[6000];
    new Random(path.hashCode()).nextBytes(content);
    byte[] packed = Codec.GZIP.compress(content);
    FrameHeader header =
        FrameHeader.builder()
            .path(path)
            .codec("gzip")
            .payload(packed, content.length, sha256(content))
            .build();
    StringBuilder lines = new StringBuilder("$ sh logcov-emit.sh\n");
    try {
      new FrameWriter(header, packed)
          .write((ascii, length) -> lines.append(new String(ascii, 0, length, UTF_8)).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toString();
  }

  /** A log with all these payloads and the last line. */
  static String whole(String... paths) {
    StringBuilder text = new StringBuilder();
    List.of(paths).forEach(path -> text.append(payload(path)));
    return text + CLOSING;
  }

  /** The beginning of a payload. */
  static String half(String path) {
    String whole = payload(path);
    return whole.substring(0, whole.length() / 2);
  }

  /** A payload with lines that a mask went over, more of them than parity brings back. */
  static String masked(String path) {
    String[] lines = payload(path).split("\n");
    for (int i = 10; i < lines.length - 12; i++) {
      lines[i] = lines[i].substring(0, 40) + "[secure]" + lines[i].substring(50);
    }
    return String.join("\n", lines) + "\n";
  }

  /** A payload of whose header both copies a mask went over. */
  static String maskedWithItsHeader(String path) {
    return maskedWithItsHeader(path, null);
  }

  /**
   * The same.
   *
   * @param line what is written over each of their lines; null for a mask in it
   */
  static String maskedWithItsHeader(String path, String line) {
    String[] lines = payload(path).split("\n");
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].charAt(KIND) == 'H') {
        String masked = lines[i].substring(0, 14) + "[secure]" + lines[i].substring(20);
        lines[i] = line == null ? masked : line;
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
