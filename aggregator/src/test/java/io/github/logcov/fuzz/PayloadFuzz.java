package io.github.logcov.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.frame.Codec;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.LogFrames;
import io.github.logcov.frame.Scratch;
import io.github.logcov.payload.MalformedPayloadException;
import io.github.logcov.payload.Payload;
import io.github.logcov.payload.PayloadLimits;
import io.github.logcov.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is inside of a frame, unpacked: with a digest that no bytes have, whatever comes out is
 * refused, and never more than the header names is unpacked.
 */
class PayloadFuzz {
  private static final Codec[] CODECS = Codec.values();

  private static final int DECODED = 100_000;

  /** The first byte names the codec. */
  @MethodSource("payloads")
  @FuzzTest
  void payload(byte[] data) throws Exception {
    if (data.length > 1) { // no codec packs anything to nothing, and no frame carries that
      Codec codec = CODECS[(data[0] & 0xff) % CODECS.length];
      unpack(codec, Arrays.copyOfRange(data, 1, data.length));
    }
  }

  static Stream<byte[]> payloads() {
    return Stream.of(
            new byte[0],
            "SF:a.c\nend_of_record\n".getBytes(ISO_8859_1),
            Fixtures.bytes("reports/merge-samples/c1.lcov"))
        .flatMap(content -> Stream.of(CODECS).map(codec -> seed(codec, content)));
  }

  private static byte[] seed(Codec codec, byte[] content) {
    byte[] packed = codec.compress(content);
    byte[] seed = new byte[packed.length + 1];
    seed[0] = (byte) codec.ordinal();
    System.arraycopy(packed, 0, seed, 1, packed.length);
    return seed;
  }

  private static void unpack(Codec codec, byte[] packed) throws Exception {
    FrameHeader header =
        FrameHeader.builder()
            .path("a")
            .codec(codec.label())
            .payload(packed, DECODED, "0".repeat(64))
            .build();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new FrameWriter(header, packed)
        .write(
            (ascii, length) -> {
              log.write(ascii, 0, length);
              log.write('\n');
            });
    FrameReader reader = new FrameReader(FrameLimits.defaults(), Scratch.inMemory());
    try (LogFrames frames = reader.read(new ByteArrayInputStream(log.toByteArray()))) {
      assertThat(frames.frames()).hasSize(1);
      Frame frame = frames.frames().get(0);
      assertThat(frame.damage()).isEmpty();
      assertThat(frame.encoded().readAllBytes()).isEqualTo(packed);
      assertThat(refusal(frame)).isEqualTo(ProblemType.PAYLOAD_CORRUPT);
    }
  }

  private static ProblemType refusal(Frame frame) throws Exception {
    long count = 0;
    try (InputStream in = new Payload(frame, PayloadLimits.DEFAULT).open()) {
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count += n;
        assertThat(count).isLessThanOrEqualTo(DECODED);
      }
      throw new AssertionError("bytes with an impossible digest were taken");
    } catch (MalformedPayloadException e) {
      return e.type();
    }
  }
}
