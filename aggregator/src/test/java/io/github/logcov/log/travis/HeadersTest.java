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
    assertThat(answered(262_144)).isEqualTo("no failure");
    assertThat(answered(262_145))
        .isEqualTo(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs: the connection broke off, or the"
                + " headers of the answer have more than 262144 bytes; check the network, and"
                + " whether Travis is up (https://www.traviscistatus.com)");
  }

  /** Status line and headers have so many bytes, ends of lines not counted. */
  private static String answered(int bytes) throws IOException {
    try (FakeTravis travis = new FakeTravis()) {
      MockResponse.Builder answer = new MockResponse.Builder().body(jobs());
      int left = bytes - "HTTP/1.1 200 OK".length();
      for (var header : answer.build().getHeaders()) {
        left -= length(header.getFirst(), header.getSecond());
      }
      for (int i = 10_000; left > 0; i++) {
        String value = "x".repeat(left > 2_000 ? 900 : left - length("X-" + i, ""));
        answer.addHeader("X-" + i, value);
        left -= length("X-" + i, value);
      }
      travis.says(answer.build());
      return travis.failure(travis.build());
    }
  }

  private static int length(String name, String value) {
    return name.length() + ": ".length() + value.length();
  }

  private static String jobs() {
    return Fixtures.text("travis/jobs.json");
  }
}
