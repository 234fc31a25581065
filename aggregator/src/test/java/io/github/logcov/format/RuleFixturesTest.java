package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.clover.CloverFormat;
import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.format.coveragepy.CoveragePyFormat;
import io.github.logcov.format.gcovr.GcovrFormat;
import io.github.logcov.format.gocover.GoCoverFormat;
import io.github.logcov.format.istanbul.IstanbulFormat;
import io.github.logcov.format.jacoco.JacocoXmlFormat;
import io.github.logcov.format.lcov.LcovFormat;
import io.github.logcov.format.llvmcov.LlvmCovFormat;
import io.github.logcov.format.opencover.OpenCoverFormat;
import io.github.logcov.format.simplecov.SimpleCovFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One fixture per rule, named after it, and beside it ({@code .expected}) all that reading it
 * gives. What it gave this time is kept in target/actual, for diffing and copying.
 */
class RuleFixturesTest {
  private static final String EXPECTED = ".expected";

  static Stream<Arguments> fixtures() {
    return Stream.of(
            fixtures(Fixtures.LCOV, new LcovFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.COBERTURA, new CoberturaFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.COVERAGEPY, new CoveragePyFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.JACOCO, new JacocoXmlFormat(FormatLimits.DEFAULT, List.of())),
            fixtures(Fixtures.GOCOVER, new GoCoverFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.CLOVER, new CloverFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.OPENCOVER, new OpenCoverFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.SIMPLECOV, new SimpleCovFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.GCOVR, new GcovrFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.LLVMCOV, new LlvmCovFormat(FormatLimits.DEFAULT)),
            fixtures(Fixtures.ISTANBUL, new IstanbulFormat(FormatLimits.DEFAULT)))
        .flatMap(fixtures -> fixtures);
  }

  private static Stream<Arguments> fixtures(String folder, ReportFormat format) {
    return Fixtures.names(folder).stream()
        .filter(name -> name.matches(".*\\.(info|xml|json|out)"))
        .map(name -> Arguments.of(folder + "/" + name, format));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void readsEachFixtureAsExpected(String path, ReportFormat format) throws IOException {
    String actual = Fixtures.outcome(format, Fixtures.bytes(path));

    keep(path + EXPECTED, actual);
    String expected = new String(Fixtures.bytes(path + EXPECTED), StandardCharsets.UTF_8);
    assertThat(actual).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fixtures")
  void recognisesEachFixtureAsItsFormat(String path, ReportFormat format) {
    ReportFile file = Fixtures.file(Fixtures.bytes(path));

    assertThat(ReportFormats.all(FormatLimits.DEFAULT).recognise(file).map(ReportFormat::name))
        .contains(format.name());
  }

  @Test
  void everyExpectationHasItsFixture() {
    for (String folder :
        List.of(
            Fixtures.LCOV,
            Fixtures.COBERTURA,
            Fixtures.COVERAGEPY,
            Fixtures.JACOCO,
            Fixtures.GOCOVER,
            Fixtures.CLOVER,
            Fixtures.OPENCOVER,
            Fixtures.SIMPLECOV,
            Fixtures.GCOVR,
            Fixtures.LLVMCOV,
            Fixtures.ISTANBUL)) {
      List<String> names = Fixtures.names(folder);
      assertThat(names.stream().filter(name -> name.endsWith(EXPECTED)))
          .allSatisfy(name -> assertThat(names).contains(name.replace(EXPECTED, "")));
    }
  }

  private static void keep(String path, String text) throws IOException {
    Path file = Path.of("target", "actual", path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
