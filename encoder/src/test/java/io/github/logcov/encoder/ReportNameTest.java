package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportNameTest {
  @ParameterizedTest
  @CsvSource({
    "lcov.info,lcov",
    "a.info,lcov",
    "jacoco.exec,jacoco-exec",
    "jacoco.xml,jacoco",
    "jacocoTestReport.xml,jacoco",
    "coverage.xml,cobertura",
    "coverage-unit.xml,cobertura",
    "cobertura.xml,cobertura",
    ".resultset.json,simplecov",
    "gcovr.json,gcovr",
    "coverage-final.json,istanbul",
    "coverage.json,coveragepy",
    "cover.out,gocover",
    "coverage.out,gocover",
    "clover.xml,clover",
    "coverage.opencover.xml,opencover",
    "opencover.xml,opencover",
    "Coverage.xml,",
    "x.json,",
    "report.xml,",
    "lcov.info.gz,",
    "xcoverage.xml,"
  })
  void tellsTheFormatFromTheBaseName(String name, String format) {
    assertThat(ReportName.format(name)).isEqualTo(format);
  }
}
