package io.github.logcov.frame;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log is hostile input: what it can make the reader remember is bounded. */
class LimitsTest {
  @Test
  void payloadsBeyondTheLimitAreToldOfOnce() throws IOException {
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      byte[] encoded = Samples.bytes(i, 50);
      log.addAll(Samples.lines(encoded));
    }

    List<Frame> frames = read(log, FrameLimits.defaults().withMaxPayloads(3));

    assertThat(frames).hasSize(4);
    assertThat(frames.subList(0, 3)).allMatch(Frame::isWhole);
    assertThat(frames.get(3).damage())
        .extracting(FrameDamage::toString)
        .containsExactly("TOO_LARGE: the log holds more than 3 payloads, the limit");
  }

  @Test
  void aPayloadOrPathBeyondItsLimitIsRefused() throws IOException {
    byte[] encoded = Samples.bytes(1, 5_000);
    FrameLimits limits = FrameLimits.defaults();

    assertThat(read(Samples.lines(encoded), limits.withMaxEncodedBytes(4_999)).get(0).damage())
        .extracting(FrameDamage::toString)
        .containsExactly("TOO_LARGE: 5000 encoded bytes are more than the limit of 4999");
    assertThat(read(Samples.lines(encoded), limits.withMaxPathBytes(11)).get(0).damage())
        .extracting(FrameDamage::toString)
        .containsExactly("TOO_LARGE: its path has 12 bytes, more than the limit of 11");
    assertThat(
            read(Samples.lines(encoded), limits.withMaxEncodedBytes(5_000).withMaxPathBytes(12))
                .get(0))
        .matches(Frame::isWhole);
  }

  @Test
  void aGreatLineNumberCostsNoMoreThanASmallOne() throws IOException {
    RecordLine line = new RecordLine(12345, 64);
    List<String> log = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int length =
          line.write(0, Kind.DATA, Grammar.MAX_NUMBER - 1 - 5_000 * i, new byte[108], 0, 108);
      log.add(new String(line.ascii(), 0, length, US_ASCII));
    }
    CountingScratch scratch = new CountingScratch();

    List<Frame> frames =
        new FrameReader(FrameLimits.defaults(), scratch)
            .read(new ByteArrayInputStream(String.join("\n", log).getBytes(US_ASCII)))
            .frames();

    assertThat(frames.get(0).damage())
        .extracting(FrameDamage::cause)
        .containsExactly(FrameDamage.Cause.HEADER_MISSING);
    assertThat(scratch.bytes).isEqualTo(50 * 81);
  }

  @Test
  void slotsOfScatteredLinesStaySmallAndRight() {
    SlotMap map = new SlotMap();
    for (int i = 0; i < 10_000; i++) {
      map.put(i * 26, i);
    }
    map.replaceAll((line, slot) -> line == 26 ? SlotMap.NONE : slot);

    assertThat(map.size()).isEqualTo(9_999);
    assertThat(map.get(26)).isEqualTo(SlotMap.NONE);
    assertThat(map.get(27)).isEqualTo(SlotMap.NONE);
    for (int i = 2; i < 10_000; i++) {
      assertThat(map.get(i * 26)).isEqualTo(i);
    }
  }

  private static List<Frame> read(List<String> log, FrameLimits limits) throws IOException {
    return new FrameReader(limits, Scratch.inMemory())
        .read(new ByteArrayInputStream(String.join("\n", log).getBytes(US_ASCII)))
        .frames();
  }
}
