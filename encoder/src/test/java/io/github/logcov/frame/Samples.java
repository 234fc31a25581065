package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Payloads and logs for the tests. */
final class Samples {
  private Samples() {}

  static byte[] bytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static FrameHeader.Builder header(byte[] encoded) {
    return FrameHeader.builder()
        .path("coverage.xml")
        .format("cobertura")
        .codec("gzip")
        .payload(encoded, encoded.length * 7L, "0123456789abcdef".repeat(4))
        .jobNumber("8112.1")
        .buildDir("/home/travis/build/example/project");
  }

  /** The lines of a frame, without line ends. */
  static List<String> lines(FrameHeader header, byte[] encoded) {
    List<String> lines = new ArrayList<>();
    try {
      new FrameWriter(header, encoded)
          .write((ascii, length) -> lines.add(new String(ascii, 0, length, ISO_8859_1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  static List<String> lines(byte[] encoded) {
    return lines(header(encoded).build(), encoded);
  }

  static List<String> lines(byte[] encoded, int salt, int parity) {
    return lines(header(encoded).salt(salt).parity(parity).build(), encoded);
  }

  /** Index of data line {@code number} (from 0) among the lines of a frame. */
  static int indexOf(List<String> lines, char kind, int number) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.charAt(11) == kind && number(line) == number) {
        return i;
      }
    }
    throw new IllegalArgumentException("no " + kind + " " + number);
  }

  static int number(String line) {
    int number = 0;
    for (int i = 12; i < 15; i++) {
      number = number << 6 | Digits.VALUE[line.charAt(i)];
    }
    return number;
  }

  static LogFrames read(String log) {
    return read(log.getBytes(ISO_8859_1));
  }

  static LogFrames read(byte[] log) {
    try {
      return new FrameReader(FrameLimits.defaults(), Scratch.inMemory())
          .read(new ByteArrayInputStream(log));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LogFrames read(List<String> lines) {
    return read(String.join("\n", lines) + "\n");
  }

  static byte[] encoded(Frame frame) {
    try (InputStream in = frame.encoded()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      in.transferTo(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
