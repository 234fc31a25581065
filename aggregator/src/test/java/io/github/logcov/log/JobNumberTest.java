package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobNumberTest {

  @Test
  void sortsNumbersByTheirPartsAndNamesBehindThem() {
    List<String> sorted =
        List.of(
            "9.1",
            "412",
            // One number in two forms: the text decides.
            "412.01",
            "412.1",
            "8112.9",
            "8112.10",
            "8112.10.1",
            "99999999999999999999.1",
            "100000000000000000000.1",
            "1_Job",
            "1_Job (3.9)",
            "1_Job (3.10)",
            "build",
            "py9",
            "py10",
            "stdin");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(7));

    shuffled.sort(JobNumber.ORDER);

    assertThat(shuffled).containsExactlyElementsOf(sorted);
  }

  @ParameterizedTest
  @CsvSource({
    "8112.10.log, 8112.10",
    "8112.10, 8112.10",
    "8112.10.txt, 8112.10",
    "8112.10.log.gz, 8112.10",
    "8112.10.LOG.BZ2, 8112.10",
    "8112.10.log.txt, 8112.10",
    "8112.10.txt.xz, 8112.10",
    "8112.10.gz, 8112.10",
    "0_build (3.10).txt, 0_build (3.10)",
    ".log, .log",
    "log, log",
    "a.log.1, a.log.1",
  })
  void takesTheNumberFromTheFileName(String file, String number) {
    assertThat(Names.jobNumber(file)).isEqualTo(number);
  }
}
