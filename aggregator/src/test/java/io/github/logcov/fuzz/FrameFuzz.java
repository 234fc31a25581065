package io.github.logcov.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.LogFrames;
import io.github.logcov.frame.Scratch;
import io.github.logcov.payload.MalformedPayloadException;
import io.github.logcov.payload.Payload;
import io.github.logcov.payload.PayloadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reader of frames: what it calls whole has the SHA-256 that its header names, or is refused
 * when it is unpacked; it never fails otherwise.
 */
class FrameFuzz {
  private static final FrameLimits LIMITS =
      FrameLimits.defaults().withMaxPayloads(5).withMaxRecords(200).withMaxHeaderLines(40);

  private static final List<String> LOG =
      Fixtures.text("frames/gzip-every-field-parity-64.log").lines().toList();

  /** A log may be anything. */
  @MethodSource("logs")
  @FuzzTest
  void log(byte[] log) throws Exception {
    check(log);
  }

  /**
   * Records whose checks are right, whatever they say: a kind, a number and some digits each, of
   * one of two payloads.
   */
  @MethodSource("records")
  @FuzzTest
  void records(byte[] data) throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    int at = 0;
    while (at + 6 <= data.length) {
      int kind = "HDPE".charAt(data[at] & 3);
      int salt = data[at + 1] & 63;
      int length = data[at + 2] & 127;
      int number = (data[at + 3] & 0xff) << 8 | data[at + 4] & 0xff;
      int geometry = data[at + 5] & 63;
      at += 6;
      byte[] digits = new byte[11 + Math.min(length, data.length - at)];
      byte[] head = {(byte) (data[at - 6] >> 2 & 1), 0, 0, 0, 0, (byte) salt, (byte) geometry};
      System.arraycopy(head, 0, digits, 0, head.length);
      digits[7] = (byte) DIGITS.indexOf(kind);
      digits[8] = (byte) (number >> 12);
      digits[9] = (byte) (number >> 6 & 63);
      digits[10] = (byte) (number & 63);
      for (int i = 11; i < digits.length; i++) {
        digits[i] = (byte) (data[at++] & 63);
      }
      log.writeBytes(record(digits));
    }
    check(log.toByteArray());
  }

  /** A golden log, of which lines are left out, doubled, moved, cut or overwritten. */
  @MethodSource("edits")
  @FuzzTest
  void edits(byte[] edits) throws Exception {
    List<String> lines = new ArrayList<>(LOG);
    for (int i = 0; i + 3 < edits.length && !lines.isEmpty() && lines.size() < 200; i += 4) {
      int at = (edits[i + 1] & 0xff) % lines.size();
      int other = (edits[i + 2] & 0xff) % lines.size();
      String line = lines.get(at);
      int place = line.isEmpty() ? 0 : (edits[i + 2] & 0xff) % line.length();
      char with = (char) (edits[i + 3] & 0xff);
      switch (edits[i] & 7) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(other, line);
        case 2 -> lines.set(at, lines.set(other, line));
        case 3 -> lines.set(at, line.substring(0, place));
        case 4 -> lines.set(at, line.substring(place));
        case 5 -> lines.set(at, line.substring(0, place) + with + line.substring(place));
        case 6 -> lines.set(at, line.substring(0, place) + "[secure]" + line.substring(place));
        default ->
            lines.set(
                at,
                line.isEmpty()
                    ? line
                    : line.substring(0, place) + with + line.substring(place + 1));
      }
    }
    check(String.join("\n", lines).getBytes(ISO_8859_1));
  }

  static Stream<byte[]> logs() {
    return Seeds.of("frames", "log");
  }

  static Stream<byte[]> records() {
    return Stream.of(
        new byte[] {1, 0, 4, 0, 0, 15, 1, 2, 3, 4, 3, 0, 0, 0, 1, 15},
        new byte[] {0, 0, 8, 0, 1, 15, 29, 39, 24, 10, 28, 3, 52, 10, 2, 0, 2, 0, 0, 15, 9, 9});
  }

  static Stream<byte[]> edits() {
    return Stream.of(new byte[] {0, 3, 0, 0}, new byte[] {5, 2, 9, 'A', 2, 1, 5, 0, 1, 4, 4, 4});
  }

  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static byte[] record(byte[] digits) {
    StringBuilder line = new StringBuilder("~lc1");
    long h = 0;
    for (byte digit : digits) {
      h = (h * 1_000_003 + digit + 1) % 16_777_213;
      line.append(DIGITS.charAt(digit));
    }
    for (int shift = 18; shift >= 0; shift -= 6) {
      line.append(DIGITS.charAt((int) (h >> shift) & 63));
    }
    return line.append("~\n").toString().getBytes(US_ASCII);
  }

  private static void check(byte[] log) throws Exception {
    List<String> found = read(new ByteArrayInputStream(log));
    assertThat(read(new Drops(log))).isEqualTo(found);
  }

  private static List<String> read(InputStream log) throws Exception {
    List<String> found = new ArrayList<>();
    try (LogFrames frames = new FrameReader(LIMITS, Scratch.inMemory()).read(log)) {
      // Those that are read, and one that tells of the limit each.
      assertThat(frames.frames().size()).isLessThan(200);
      assertThat(frames.frames().stream().filter(Frame::isWhole).count())
          .isLessThanOrEqualTo(LIMITS.maxPayloads());
      for (Frame frame : frames.frames()) {
        found.add(frame.id() + " " + frame.firstLogLine() + " " + frame.damage());
        frame.damage().forEach(d -> assertThat(d.message()).matches("[ -~]{1,2000}"));
        if (frame.isWhole()) {
          found.add(payload(frame));
        }
      }
      found.add(frames.termination().orElse("") + frames.hasTravisClosingLine());
    }
    return found;
  }

  private static String payload(Frame frame) throws Exception {
    assertThat(frame.header()).isPresent();
    assertThat(frame.header().get().id()).isEqualTo(frame.id());
    try (InputStream in = new Payload(frame, new PayloadLimits(1 << 20)).open()) {
      byte[] bytes = in.readAllBytes();
      String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat(digest).isEqualTo(frame.header().get().sha256());
      return digest;
    } catch (MalformedPayloadException e) {
      return "refused";
    }
  }
}
