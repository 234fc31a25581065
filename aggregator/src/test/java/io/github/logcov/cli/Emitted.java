package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** The lines that emit prints for one file, with whatever a test wants to be odd about them. */
final class Emitted {
  private final byte[] content;
  private final String path;
  private UnaryOperator<FrameHeader.Builder> header = UnaryOperator.identity();

  private Emitted(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /** A file with this text. */
  static Emitted file(String path, String text) {
    return new Emitted(path, text.getBytes(UTF_8));
  }

  /** A file with these bytes. */
  static Emitted file(String path, byte[] content) {
    return new Emitted(path, content);
  }

  /** Changes the header, after the facts of the file were put into it. */
  Emitted with(UnaryOperator<FrameHeader.Builder> change) {
    UnaryOperator<FrameHeader.Builder> before = header;
    header = builder -> change.apply(before.apply(builder));
    return this;
  }

  Emitted flags(String... flags) {
    return with(builder -> builder.flags(List.of(flags)));
  }

  Emitted carried() {
    return with(builder -> builder.carried(true));
  }

  Emitted salt(int salt) {
    return with(builder -> builder.salt(salt));
  }

  /** The lines, without line ends. */
  List<String> lines() {
    byte[] encoded = Codec.GZIP.compress(content);
    FrameHeader.Builder builder =
        FrameHeader.builder()
            .path(path)
            .codec("gzip")
            .payload(encoded, content.length, sha256(content))
            .buildDir("/home/travis/build/example/project");
    List<String> lines = new ArrayList<>();
    try {
      new FrameWriter(header.apply(builder).build(), encoded)
          .write((ascii, length) -> lines.add(new String(ascii, 0, length, ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** The first half of the lines: what a killed job leaves. */
  List<String> firstHalf() {
    List<String> lines = lines();
    return lines.subList(0, lines.size() / 2);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
