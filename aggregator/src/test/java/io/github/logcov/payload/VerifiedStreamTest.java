package io.github.logcov.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.Scratch;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A payload gives exactly the bytes that went in, or it fails; and it fails before it grows. */
class VerifiedStreamTest {
  private static final byte[] TEXT = "SF:a.py\nDA:1,1\nend_of_record\n".repeat(50).getBytes(UTF_8);

  @ParameterizedTest
  @EnumSource(Codec.class)
  void givesTheBytesThatWentIn(Codec codec) throws IOException {
    Payload payload = payload(codec, codec.compress(TEXT), TEXT.length, sha256(TEXT));

    assertThat(payload.open().readAllBytes()).isEqualTo(TEXT);
    assertThat(payload.open().readAllBytes()).as("a second time").isEqualTo(TEXT);
  }

  @Test
  void countsBytesThatAreReadOneByOneOrSkipped() throws IOException {
    try (InputStream in = gzip(TEXT, TEXT.length, sha256(TEXT)).open()) {
      assertThat(in.read()).isEqualTo('S');
      in.skipNBytes(TEXT.length - 1);
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesABadDigest(Codec codec) {
    Payload payload = payload(codec, codec.compress(TEXT), TEXT.length, "0".repeat(64));

    MalformedPayloadException failure = failure(payload);

    assertThat(failure.type()).isEqualTo(ProblemType.PAYLOAD_CORRUPT);
    assertThat(failure)
        .hasMessage(
            "SHA-256 is "
                + sha256(TEXT)
                + ", its header names "
                + "0".repeat(64)
                + "; the file cannot be trusted, restart the job");
  }

  @Test
  void refusesFewerBytesThanTheHeaderNames() {
    assertThat(failure(gzip(TEXT, TEXT.length + 1, sha256(TEXT))))
        .hasMessage(
            "1450 bytes came out, its header names 1451; the file cannot be trusted, restart the"
                + " job");
  }

  @Test
  void refusesMoreBytesThanTheHeaderNames() {
    byte[] start = Arrays.copyOf(TEXT, TEXT.length - 1);

    assertThat(failure(gzip(TEXT, start.length, sha256(start))))
        .hasMessage(
            "more than the 1449 bytes that its header names came out; the file cannot be trusted,"
                + " restart the job");
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesWhatFollowsTheCompressedBytes(Codec codec) {
    byte[] packed = codec.compress(TEXT);
    byte[] longer = Arrays.copyOf(packed, packed.length + 20);
    Arrays.fill(longer, packed.length, longer.length, (byte) 'x');

    MalformedPayloadException failure = failure(payload(codec, longer, TEXT.length, sha256(TEXT)));

    assertThat(failure.type()).isEqualTo(ProblemType.PAYLOAD_CORRUPT);
    assertThat(failure).hasMessageStartingWith("cannot be unpacked as " + codec.label() + " (");
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesCompressedBytesThatEndEarly(Codec codec) {
    byte[] packed = codec.compress(TEXT);
    byte[] shorter = Arrays.copyOf(packed, packed.length - 5);

    assertThat(failure(payload(codec, shorter, TEXT.length, sha256(TEXT))).type())
        .isEqualTo(ProblemType.PAYLOAD_CORRUPT);
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void refusesBytesOfAnotherKind(Codec codec) {
    assertThat(failure(payload(codec, TEXT, TEXT.length, sha256(TEXT))))
        .hasMessageStartingWith("cannot be unpacked as " + codec.label() + " (")
        .hasMessageEndingWith("); restart the job");
  }

  @Test
  void unpacksNothingOfWhatIsSaidToBeTooLarge() {
    // Not even the first bytes are looked at: they are no gzip at all.
    Payload payload =
        payload(Codec.GZIP, TEXT, 1L << 30, "0".repeat(64), new PayloadLimits((1L << 30) - 1));

    MalformedPayloadException failure = failure(payload);

    assertThat(failure.type()).isEqualTo(ProblemType.PAYLOAD_TOO_LARGE);
    assertThat(failure)
        .hasMessage(
            "unpacks to 1073741824 bytes, the bound is 1073741823; raise it with"
                + " --max-report-bytes");
  }

  @Test
  void takesWhatIsExactlyAsLargeAsTheBound() throws IOException {
    Payload payload =
        payload(
            Codec.GZIP,
            Codec.GZIP.compress(TEXT),
            TEXT.length,
            sha256(TEXT),
            new PayloadLimits(TEXT.length));

    assertThat(payload.open().readAllBytes()).isEqualTo(TEXT);
  }

  @Test
  void stopsABombAtTheSizeThatItsHeaderNames() throws IOException {
    byte[] bomb = gigabyteOfZeros();

    long read = 0;
    MalformedPayloadException failure = null;
    try (InputStream in = payload(Codec.GZIP, bomb, 1000, "0".repeat(64)).open()) {
      byte[] buffer = new byte[8192];
      while (failure == null) {
        try {
          read += Math.max(0, in.read(buffer));
        } catch (MalformedPayloadException e) {
          failure = e;
        }
      }
    }

    assertThat(read).isLessThanOrEqualTo(1000);
    assertThat(failure).hasMessageStartingWith("more than the 1000 bytes that its header names");
  }

  @Test
  void tellsCopiesOfOneFileFromOtherFiles() {
    Payload payload = gzip(TEXT, TEXT.length, sha256(TEXT));
    Payload salted = changed(header -> header.salt(9));

    assertThat(payload.isCopyOf(salted)).isTrue();
    assertThat(payload.isCopyOf(changed(header -> header.path("b.info")))).isFalse();
    assertThat(payload.isCopyOf(changed(header -> header.carried(true)))).isFalse();
    assertThat(payload.isCopyOf(changed(header -> header.flags(List.of("unit"))))).isFalse();
    assertThat(payload.isCopyOf(changed(header -> header.sha256("0".repeat(64))))).isFalse();
  }

  @Test
  void isMadeOfWholeFramesOnly() {
    byte[] packed = Codec.GZIP.compress(TEXT);
    String lines = lines(header(Codec.GZIP, packed, 1, sha256(TEXT)).build(), packed);
    Frame cut = frame(lines.substring(0, lines.indexOf('\n', 128) + 1));

    assertThatThrownBy(() -> new Payload(cut, PayloadLimits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not whole");
  }

  /** A thousand gzip members of a megabyte each: 1 MB that unpacks to a gigabyte. */
  private static byte[] gigabyteOfZeros() {
    byte[] member = Codec.GZIP.compress(new byte[1 << 20]);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (int i = 0; i < 1024; i++) {
      bomb.writeBytes(member);
    }
    return bomb.toByteArray();
  }

  private static MalformedPayloadException failure(Payload payload) {
    return catchThrowableOfType(
        MalformedPayloadException.class,
        () -> {
          try (InputStream in = payload.open()) {
            in.readAllBytes();
          }
        });
  }

  private static Payload gzip(byte[] text, long decodedBytes, String sha256) {
    return payload(Codec.GZIP, Codec.GZIP.compress(text), decodedBytes, sha256);
  }

  private static Payload payload(Codec codec, byte[] packed, long decodedBytes, String sha256) {
    return payload(codec, packed, decodedBytes, sha256, PayloadLimits.DEFAULT);
  }

  private static Payload payload(
      Codec codec, byte[] packed, long decodedBytes, String sha256, PayloadLimits limits) {
    return new Payload(
        frame(lines(header(codec, packed, decodedBytes, sha256).build(), packed)), limits);
  }

  private static Payload changed(java.util.function.UnaryOperator<FrameHeader.Builder> change) {
    byte[] packed = Codec.GZIP.compress(TEXT);
    FrameHeader.Builder header = header(Codec.GZIP, packed, TEXT.length, sha256(TEXT));
    return new Payload(frame(lines(change.apply(header).build(), packed)), PayloadLimits.DEFAULT);
  }

  private static FrameHeader.Builder header(
      Codec codec, byte[] packed, long decodedBytes, String sha256) {
    return FrameHeader.builder()
        .path("a.info")
        .codec(codec.label())
        .payload(packed, decodedBytes, sha256);
  }

  private static String lines(FrameHeader header, byte[] packed) {
    StringBuilder lines = new StringBuilder();
    try {
      new FrameWriter(header, packed)
          .write((ascii, length) -> lines.append(new String(ascii, 0, length, UTF_8)).append('\n'));
    } catch (IOException e) {
      throw new IllegalStateException("memory does no I/O", e);
    }
    return lines.toString();
  }

  private static Frame frame(String log) {
    try {
      return new FrameReader(FrameLimits.defaults(), Scratch.inMemory())
          .read(new ByteArrayInputStream(log.getBytes(UTF_8)))
          .frames()
          .get(0);
    } catch (IOException e) {
      throw new IllegalStateException("memory does no I/O", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
