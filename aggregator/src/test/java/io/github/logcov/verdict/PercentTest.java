package io.github.logcov.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.Ratio;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0.00",
    "1, 1, 100.00",
    "1, 2, 50.00",
    "2, 3, 66.66",
    "99999, 100000, 99.99",
    "9223372036854775806, 9223372036854775807, 99.99",
    "99996, 100000, 99.99",
    "1, 100000, 0.001",
    "19, 1000000, 0.001",
    "1, 9223372036854775807, 0.00000000000000001",
    "1, 10000, 0.01",
    "1195, 1495, 79.93",
  })
  void isCutAndNeverShowsAFalse0Or100(long covered, long total, String shown) {
    assertThat(Percent.of(new Ratio(covered, total))).contains(shown);
  }

  @Test
  void isAbsentWhereThereIsNothingToCover() {
    assertThat(Percent.of(Ratio.NONE)).isEmpty();
    assertThat(Percent.of(Ratio.NONE, Threshold.parse(Metric.LINE, "80"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "80, 100, 80, 80.00",
    "8000, 10001, 80, 79.99",
    "2, 3, 66.666, 66.666",
    "2, 3, 66.667, 66.66",
    "2, 3, 66.66, 66.66",
    "800009, 1000000, 80.001, 80.00",
    "800010, 1000000, 80.001, 80.001",
    "800019, 1000000, 80.001, 80.001",
    "99999, 100000, 99.999, 99.999",
    "99999, 100000, 100, 99.99",
    "0, 7, 0, 0.00",
    "0, 7, 0.0000001, 0.00",
    "1, 100000, 0.0001, 0.001",
  })
  void neverContradictsTheThresholdBesideIt(
      long covered, long total, String minimum, String shown) {
    Ratio ratio = new Ratio(covered, total);
    Threshold threshold = Threshold.parse(Metric.LINE, minimum);

    assertThat(Percent.of(ratio, threshold)).contains(shown);
    assertThat(new BigDecimal(shown).compareTo(threshold.bound()) >= 0)
        .isEqualTo(threshold.isMetBy(ratio));
  }
}
