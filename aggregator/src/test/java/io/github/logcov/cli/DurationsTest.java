package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations of options, and how often the jobs are looked at. */
class DurationsTest {
  private static final String VARIABLE = "TRAVIS_POLLING_INTERVAL";

  @ParameterizedTest
  @CsvSource({
    "90s, PT90S",
    "40m, PT40M",
    "500ms, PT0.5S",
    "1h, PT1H",
    "0s, PT0S",
    "1.5m, PT90S",
    "0.25s, PT0.25S"
  })
  void readsANumberWithAUnit(String text, Duration expected) throws UsageException {
    assertThat(Durations.parse("--settle", text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "90",
        "s",
        "-1s",
        "1 s",
        "1d",
        "1S",
        "1m30s",
        "1.s",
        ".5s",
        "9999999999h",
        "٣s"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Durations.parse("--settle", text))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--settle: expected a number with ms, s, m or h, such as 90s, but found \""
                + text
                + "\"");
  }

  @Test
  void takesTheOptionBeforeTheVariableBeforeFiveSeconds() throws UsageException {
    assertThat(Durations.poll("2", Map.of(VARIABLE, "7"))).isEqualTo(Duration.ofSeconds(2));
    assertThat(Durations.poll(null, Map.of(VARIABLE, "7"))).isEqualTo(Duration.ofSeconds(7));
    assertThat(Durations.poll(null, Map.of(VARIABLE, ""))).isEqualTo(Duration.ofSeconds(5));
    assertThat(Durations.poll(null, Map.of())).isEqualTo(Duration.ofSeconds(5));
    assertThat(Durations.poll("2", Map.of(VARIABLE, "x"))).isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "", "-1", "1.5", "5s", "x", "9999999999"})
  void refusesAPollThatIsNoWholeNumberOfSeconds(String text) {
    assertThatThrownBy(() -> Durations.poll(text, Map.of()))
        .isInstanceOf(UsageException.class)
        .hasMessage("--poll: expected whole seconds, at least 1, but found \"" + text + "\"");
  }

  @Test
  void namesTheVariableThatMakesNoSense() {
    assertThatThrownBy(() -> Durations.poll(null, Map.of(VARIABLE, "0")))
        .isInstanceOf(UsageException.class)
        .hasMessage("TRAVIS_POLLING_INTERVAL: expected whole seconds, at least 1, but found \"0\"");
  }
}
