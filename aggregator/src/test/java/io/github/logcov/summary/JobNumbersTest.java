package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of jobs in few characters. */
class JobNumbersTest {
  private static final List<String> TWELVE =
      IntStream.rangeClosed(1, 12).mapToObj(i -> "8112." + i).toList();

  private static List<String> jobs(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "8112.1 | 8112.1",
        "8112.1 8112.2 | 8112.1, .2",
        "8112.1 8112.3 8112.4 8112.5 | 8112.1, .3-.5",
        "8112.9 8112.10 8112.11 | 8112.9-.11",
        "8112.1 8113.1 8113.2 | 8112.1, 8113.1, .2",
        "8112.1 8112.2 8112.3 8113.4 | 8112.1-.3, 8113.4",
        "py38 py39 | py38, py39",
        "3.8 3.9 3.10 | 3.8-.10",
        "a.01 a.02 a.03 | a.01, a.02, a.03",
        ".1 .2 .3 | .1, .2, .3",
        "1 2 3 | 1, 2, 3",
        "8.9999999999 8.10000000000 | 8.9999999999, 8.10000000000",
      })
  void areListedAsRanges(String jobs, String text) {
    assertThat(JobNumbers.list(jobs(jobs))).isEqualTo(text);
  }

  @Test
  void areAllOrAllButSomeWhereThatIsShorter() {
    JobNumbers numbers = new JobNumbers(TWELVE);

    assertThat(numbers.of(List.of())).isEqualTo("-");
    assertThat(numbers.of(TWELVE)).isEqualTo("all 12");
    assertThat(numbers.of(TWELVE.subList(0, 5))).isEqualTo("8112.1-.5");
    assertThat(numbers.of(TWELVE.stream().filter(job -> !job.equals("8112.4")).toList()))
        .isEqualTo("all but 8112.4");
    assertThat(
            numbers.of(
                TWELVE.stream().filter(job -> !List.of("8112.4", "8112.8").contains(job)).toList()))
        .isEqualTo("all but 8112.4, .8");
    assertThat(new JobNumbers(List.of("8112.1")).of(List.of("8112.1"))).isEqualTo("8112.1");
  }

  @Test
  void areHarmlessWhateverTheirNames() {
    String evil = "\u001b[2J::x\u202e";

    assertThat(JobNumbers.list(List.of(evil, evil + ".1", "x".repeat(500))))
        .isEqualTo(
            "\\u{1B}[2J:\\u{3A}x\\u{202E}, \\u{1B}[2J:\\u{3A}x\\u{202E}.1, "
                + "x".repeat(37)
                + "...");
  }
}
