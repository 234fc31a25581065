package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameSizeTest {

  @ParameterizedTest
  @CsvSource({
    "1, 16",
    "2, 16",
    "80, 16",
    "81, 16",
    "82, 16",
    "324, 16",
    "325, 16",
    "405, 1",
    "20736, 16",
    "20737, 16",
    "20818, 16",
    "21060, 16",
    "100001, 3",
    "100001, 64",
    "5185, 64"
  })
  void countsWhatTheWriterPrints(int bytes, int parity) {
    byte[] encoded = new byte[bytes];
    FrameHeader header =
        FrameHeader.builder()
            .path("a/" + "b".repeat(bytes % 90) + ".info")
            .codec("gzip")
            .payload(encoded, 7, "0".repeat(64))
            .parity(parity)
            .build();

    assertThat(FrameSize.inLog(header))
        .isEqualTo(new FrameWriter(header, encoded).charactersInLog());
  }
}
