package io.github.logcov.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.model.Ratio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {
  /** The first four pass in coverage.py, which compares a rounded number. */
  @ParameterizedTest
  @CsvSource({
    "895, 1000, 90, 5",
    "97469, 100000, 97.47, 1",
    "8016, 10000, 80.2, 4",
    "995, 1000, 99.9, 4",
    "99996, 100000, 100, 4",
    "99999, 100000, 100, 1",
    "100000, 100000, 100, 0",
    "0, 1, 0, 0",
    "0, 1, 0.00000000000000000000001, 1",
    "0, 1, 100, 1",
    "1, 3, 33.333333333333333333333333333333333, 0",
    "1, 3, 33.333333333333333333333333333333334, 1",
    "80, 100, 80.0, 0",
    "79, 100, 80.0, 1",
    "0, 9223372036854775807, 100, 9223372036854775807",
    "9223372036854775806, 9223372036854775807, 100, 1",
    "0, 0, 100, 0",
  })
  void countsTheUnitsThatAreShort(long covered, long total, String minimum, long shortBy) {
    Threshold threshold = Threshold.parse(Metric.LINE, minimum);
    Ratio ratio = new Ratio(covered, total);

    assertThat(threshold.shortBy(ratio)).isEqualTo(shortBy);
    assertThat(threshold.isMetBy(ratio)).isEqualTo(shortBy == 0);
    if (shortBy > 0) {
      assertThat(threshold.isMetBy(new Ratio(covered + shortBy, total))).isTrue();
      assertThat(threshold.isMetBy(new Ratio(covered + shortBy - 1, total))).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "4, 1", "0, 5"})
  void countsTheLinesMissedTooMany(String maximum, long shortBy) {
    assertThat(Threshold.parse(Metric.MISSED_LINES, maximum).shortBy(new Ratio(10, 15)))
        .isEqualTo(shortBy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "100.0", "99.50", "0.1", "080"})
  void readsPercentages(String text) {
    assertThat(Threshold.parse(Metric.BRANCH, text).bound()).isEqualByComparingTo(text);
  }

  @Test
  void keepsTheDecimalsItWasGivenWith() {
    assertThat(Threshold.parse(Metric.LINE, "99.50").boundText()).isEqualTo("99.50");
    assertThat(Threshold.parse(Metric.LINE, "0.00000001").boundText()).isEqualTo("0.00000001");
    assertThat(Threshold.parse(Metric.MISSED_LINES, "2147483647").boundText())
        .isEqualTo("2147483647");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "101",
        "100.1",
        "-1",
        "+1",
        "1e2",
        "1E1",
        "NaN",
        ".5",
        "5.",
        "80%",
        " 80",
        "80 ",
        "80,5",
        "1_0",
        "0x10",
        "\u0661\u0662",
        "80.5.1"
      })
  void rejectsWhatIsNoPercentage(String text) {
    assertThatThrownBy(() -> Threshold.parse(Metric.LINE, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is not a percentage from 0 to 100 such as 80 or 99.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.0", "-1", "2147483648", "1e2", " 1"})
  void rejectsWhatIsNoNumberOfLines(String text) {
    assertThatThrownBy(() -> Threshold.parse(Metric.MISSED_LINES, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is not a whole number from 0 to 2147483647");
  }
}
