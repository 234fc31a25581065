package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {
  @ParameterizedTest
  @ValueSource(
      ints = {1, 80, 81, 82, 300, 324, 405, 1_000, 5_000, 20_736, 20_817, 100_000, 1_000_000})
  void framesAddAtMostThirtyPercentAndTwoThousandBytesToBareBase64(int size) {
    byte[] encoded = new byte[size];
    new Random(size).nextBytes(encoded);
    FrameHeader header =
        FrameHeader.builder()
            .path("packages/server/build/reports/jacoco/test/jacocoTestReport.xml")
            .format("jacoco")
            .codec("bzip2")
            .payload(encoded, size * 20L, "0123456789abcdef".repeat(4))
            .flags(List.of("integration"))
            .buildId("269612345")
            .jobId("612345678")
            .jobNumber("18112.104")
            .jobName("Python 3.12 on macOS, with all extras")
            .commit("4b825dc642cb6eb9a060e54bf8d69288fbee4904")
            .buildDir("/home/travis/build/an-organisation/a-repository")
            .build();
    long base64 = (size + 2) / 3 * 4L;

    long inLog = 2 + new FrameWriter(header, encoded).charactersInLog();

    assertThat(inLog).isLessThanOrEqualTo(base64 + base64 * 30 / 100 + 2_000);
  }
}
