package io.github.logcov.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The promise is kept where requests arrive, not only where they start. */
class RateLimitTest {
  private static final int PROMISED = 300;

  @Test
  void letsNoServerSeeMoreInAMinuteThanPromised() {
    FakePace pace = new FakePace();
    Requests requests =
        new Requests(pace, new Teller(WatchListener.NONE, pace), Duration.ofHours(1));
    Random lag = new Random(1);
    List<Duration> arrivals = new ArrayList<>();
    Duration now = Duration.ZERO;
    for (int i = 0; i < 2000; i++) {
      now = requests.opens(now);
      pace.skipTo(now);
      requests.started();
      // Nearly a second; and 4 that are under way may be as late as they like.
      boolean stuck = i % 500 < 4;
      arrivals.add(now.plusMillis(stuck ? 30_000 : lag.nextInt(1000)));
    }

    arrivals.sort(Duration::compareTo);
    for (int i = 0; i + PROMISED < arrivals.size(); i++) {
      assertThat(arrivals.get(i + PROMISED).minus(arrivals.get(i)))
          .as("from arrival %d", i)
          .isGreaterThan(Duration.ofSeconds(60));
    }
  }
}
