package io.github.logcov.format.coveragepy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ToolMissingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoverageDataFormatTest {
  private static final String JSON =
      """
      {"meta": {"branch_coverage": false},
       "files": {"a.py": {"executed_lines": [1], "missing_lines": [2],
                          "summary": {"num_statements": 2}}}}
      """;

  @Test
  void readsTheReportThatCoveragePyMakes() throws Exception {
    byte[] data = data();
    AtomicInteger closed = new AtomicInteger();
    DataReporter reporter =
        (path, content) -> {
          assertThat(path).isEqualTo("build/.coverage");
          assertThat(content.readAllBytes()).isEqualTo(data);
          return counting(JSON, closed);
        };

    var report =
        new CoverageDataFormat(FormatLimits.DEFAULT, reporter).read(file("build/.coverage", data));

    var ofJson =
        new CoveragePyFormat(FormatLimits.DEFAULT)
            .read(file("coverage.json", JSON.getBytes(StandardCharsets.UTF_8)));
    assertThat(report).isEqualTo(ofJson);
    assertThat(closed).hasValue(1);
  }

  @Test
  void recognisesNoOtherDatabase() throws Exception {
    byte[] other = data();
    byte[] table = "coverage_schema".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < other.length - table.length; i++) {
      if (Arrays.equals(other, i, i + table.length, table, 0, table.length)) {
        other[i] = 'x';
      }
    }
    CoverageDataFormat format =
        new CoverageDataFormat(FormatLimits.DEFAULT, DataReporter.none("nobody is asked"));

    assertThat(format.recognises(file(".coverage", data()))).isTrue();
    assertThat(format.recognises(file(".coverage", other))).isFalse();
    assertThat(format.recognises(file(".coverage", Arrays.copyOf(data(), 16)))).isFalse();
  }

  @Test
  void saysWhatToEmitWhenNobodyIsAsked() throws Exception {
    CoverageDataFormat format =
        new CoverageDataFormat(
            FormatLimits.DEFAULT, DataReporter.none("there is none; install it"));
    ReportFile file = file(".coverage", data());

    MalformedReportException refused =
        catchThrowableOfType(MalformedReportException.class, () -> format.read(file));

    assertThat(refused)
        .hasMessage(
            "a data file of coverage.py lists no statements, so coverage.py itself has to read it,"
                + " and there is none; install it; or emit coverage.xml or coverage.json in the"
                + " jobs instead")
        .hasCauseInstanceOf(ToolMissingException.class);
    assertThat(refused.place()).isEmpty();
  }

  private static byte[] data() {
    return Fixtures.bytes("reports/coveragepy-real/data-6.5.0-a1.coverage");
  }

  private static ReportFile file(String path, byte[] content) throws IOException {
    return new ReportFile(path, new ByteArrayInputStream(content));
  }

  private static InputStream counting(String text, AtomicInteger closed) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
