package io.github.logcov.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.problem.Origin;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void nameTheFirstJobInTheOrderOfNumbers() {
    Mentions mentions = Mentions.of("8.10", false).and("8.9", false).and("8.11", false);

    assertThat(mentions.origin()).isEqualTo(Origin.ofJob("8.9"));
    assertThat(mentions).hasToString("3 jobs");
  }

  @Test
  void countAJobOnce() {
    Mentions one = Mentions.of("8.1", false);

    assertThat(one.and("8.1", false)).hasToString("job 8.1");
    assertThat(one.and("8.2", false).and("8.1", false)).hasToString("2 jobs");
    assertThat(one.and(Mentions.of("8.2", false).and("8.1", false))).hasToString("2 jobs");
  }

  @Test
  void areRequiredWhereAnyJobIs() {
    Mentions tolerated = Mentions.of("8.1", false);

    assertThat(tolerated.required()).isFalse();
    assertThat(tolerated.and("8.1", true).required()).isTrue();
    assertThat(tolerated.and("8.2", true).and("8.3", false).required()).isTrue();
    assertThat(tolerated.and(Mentions.of("8.2", true)).required()).isTrue();
  }

  /** Files share them. */
  @Test
  void doNotChange() {
    Mentions shared = Mentions.of("8.1", false);

    shared.and("8.2", true);

    assertThat(shared).hasToString("job 8.1");
    assertThat(shared.required()).isFalse();
  }
}
