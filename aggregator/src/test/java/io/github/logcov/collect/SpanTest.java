package io.github.logcov.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lengths of time as people write them. */
class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "500, 500ms",
    "1000, 1s",
    "1550, 1.5s",
    "59999, 59.9s",
    "60000, 1m",
    "90999, 1m30s",
    "250000, 4m10s",
    "3600000, 1h",
    "3605000, 1h0m5s",
    "5400000, 1h30m"
  })
  void readsAsPeopleWriteIt(long millis, String expected) {
    assertThat(Span.of(Duration.ofMillis(millis))).isEqualTo(expected);
  }
}
