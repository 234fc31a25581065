package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|''",
        "7|7",
        "7,8|7-8",
        "1,2,3,5,7,8|1-3, 5, 7-8",
        "1,3,5|1, 3, 5",
        "2147483646,2147483647|2147483646-2147483647",
      })
  void joinsNeighbours(String lines, String ranges) {
    int[] numbers =
        java.util.Arrays.stream(lines.split(","))
            .filter(text -> !text.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();

    assertThat(String.join(", ", LineRanges.of(numbers))).isEqualTo(ranges);
  }
}
