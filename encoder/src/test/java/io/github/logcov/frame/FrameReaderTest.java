package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  @ParameterizedTest
  @ValueSource(
      ints = {
        1,
        2,
        3,
        80,
        81,
        82,
        83,
        84,
        323,
        324,
        325,
        81 * 255,
        81 * 256,
        81 * 256 + 1,
        81 * 257 + 40,
        200_000
      })
  void givesBackWhatWasWritten(int size) {
    byte[] encoded = Samples.bytes(size, size);

    List<Frame> frames = Samples.read(Samples.lines(encoded)).frames();

    assertThat(frames).hasSize(1);
    Frame frame = frames.get(0);
    assertThat(frame.damage()).isEmpty();
    assertThat(frame.header()).contains(Samples.header(encoded).build());
    assertThat(frame.id()).isEqualTo(Samples.header(encoded).build().id());
    assertThat(frame.repaired()).isZero();
    assertThat(Samples.encoded(frame)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,16", "1,2", "7,16", "31,64", "30,63"})
  void readsEverySaltAndParity(int salt, int parity) {
    byte[] encoded = Samples.bytes(1, 81 * 300 + 5);

    Frame frame = Samples.read(Samples.lines(encoded, salt, parity)).frames().get(0);

    assertThat(frame.damage()).isEmpty();
    assertThat(Samples.encoded(frame)).isEqualTo(encoded);
  }

  @Test
  void findsNothingInAnEmptyLog() {
    LogFrames log = Samples.read("");

    assertThat(log.frames()).isEmpty();
    assertThat(log.hasTravisClosingLine()).isFalse();
    assertThat(log.termination()).isEmpty();
  }
}
