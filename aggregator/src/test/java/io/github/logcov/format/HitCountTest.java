package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitCountTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "007, 7",
    "1.0, 1",
    "12.500e1, 125",
    "0.001e3, 1",
    "1e3, 1000",
    "1E+3, 1000",
    "1000e-3, 1",
    "0e999999999999, 0",
    "0e-999999999999, 0",
    "1.8e+19, 9223372036854775807",
    "1e99999999999999999999, 9223372036854775807",
    "9223372036854775806, 9223372036854775806",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "-1, -1",
    "-1.0, -1",
    "-99999999999999999999, -9223372036854775807",
  })
  void readsWholeNumbers(String text, long value) {
    assertThat(HitCount.parse(text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        " 1",
        "1 ",
        "1.",
        ".5",
        "1.5",
        "1e-1",
        "1e",
        "1e+",
        "e3",
        "1e3.0",
        "0x1",
        "1,0",
        "NaN",
        "Infinity",
        "--1",
        "\u0661"
      })
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> HitCount.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void readsAMillionDigits() {
    assertThat(HitCount.parse("9".repeat(1_000_000))).isEqualTo(Long.MAX_VALUE);
    assertThat(HitCount.parse("0".repeat(1_000_000) + "5")).isEqualTo(5);
    assertThat(HitCount.parse("1" + "0".repeat(1_000_000) + "e-1000000")).isEqualTo(1);
  }
}
