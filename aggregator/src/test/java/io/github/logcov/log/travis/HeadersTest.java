package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.Fixtures;
import java.io.IOException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

/** The headers of an answer are bounded by OkHttp, at 256 KiB together. */
class HeadersTest {
  @Test
  void takesLongHeadersAndRefusesEndlessOnes() throws IOException {
    assertThat(answered(200_000)).isEqualTo("no failure");
    assertThat(answered(300_000)).startsWith("TRAVIS_");
  }

  private static String answered(int bytes) throws IOException {
    try (FakeTravis travis = new FakeTravis()) {
      MockResponse.Builder answer = new MockResponse.Builder().body(jobs());
      for (int i = 0; i < bytes / 1000; i++) {
        answer.addHeader("X-Filler-" + i, "x".repeat(980));
      }
      travis.says(answer.build());
      return travis.failure(travis.build());
    }
  }

  private static String jobs() {
    return Fixtures.text("travis/jobs.json");
  }
}
