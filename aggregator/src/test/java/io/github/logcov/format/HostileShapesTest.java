package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.coveragepy.CoveragePyFormat;
import io.github.logcov.format.jacoco.JacocoXmlFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports that are no larger than others, and of a shape that would cost more. */
class HostileShapesTest {
  private static final ReportFormat JACOCO = new JacocoXmlFormat(FormatLimits.DEFAULT, List.of());

  @ParameterizedTest
  @CsvSource({"' a%d=\"\"', 1000", "' xmlns:a%d=\"x\"', 1000"})
  void boundsTheAttributesOfAnElement(String attribute, int most) throws IOException {
    assertThat(withAttributes(attribute, most)).isEmpty();
    assertThat(withAttributes(attribute, most + 1))
        .matches("malformed 1:\\d+: an element may have 1000 attributes, but this one has more\n");
  }

  @Test
  void holdsNoMillionAttributes() throws IOException {
    // Few enough characters for a tag, and more attributes than the parser takes.
    assertThat(withAttributes(" a%d=''", 100_000)).startsWith("malformed 1:");
    assertThat(withAttributes(" a%d=''", 1_000_000))
        .matches(
            "malformed 1:\\d*: (a tag, text or comment has more than 1048576 characters;.*"
                + "|well-formed XML was expected)\n");
  }

  @Test
  void holdsNoNumberOfMillionsOfDigits() throws IOException {
    String number = "{'meta': {'branch_coverage': false, 'format': " + "1".repeat(8_000_000);

    assertThat(
            Fixtures.outcome(
                new CoveragePyFormat(FormatLimits.DEFAULT),
                number.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "malformed $.meta.format: a string, or the space between two, has more than 1048576"
                + " characters; --max-string raises that bound\n");
  }

  private static String withAttributes(String attribute, int count) throws IOException {
    StringBuilder report = new StringBuilder("<report name='x'><sessioninfo");
    for (int i = 0; i < count; i++) {
      report.append(attribute.replace("%d", Integer.toString(i)));
    }
    report.append("/></report>");
    return Fixtures.outcome(JACOCO, report.toString().getBytes(StandardCharsets.UTF_8));
  }
}
