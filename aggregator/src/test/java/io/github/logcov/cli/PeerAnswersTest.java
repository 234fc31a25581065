package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What logcov says of the recorded builds is what coverage.py and lcov said of the same reports;
 * see the READMEs in {@code fixtures/builds} and {@code fixtures/answers}.
 */
class PeerAnswersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"python-matrix", "python-missed", "python-masked"})
  void unitesCoverageXmlAsCoveragePyCombinesItsData(String build) throws IOException {
    byte[] expected = Fixtures.bytes("answers/" + build + "/combine.json");

    CheckRun run = check(build);

    assertThat(PeerAnswer.ofSummary(run.json())).isEqualTo(PeerAnswer.ofCoveragePy(expected));
    assertThat(PeerAnswer.totalsOfSummary(run.json()))
        .isEqualTo(PeerAnswer.totalsOfCoveragePy(expected));
    assertThat(run.status()).as(run.printed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"python-lcov", "c-matrix"})
  void unitesTracefilesAsLcovDoes(String build) throws IOException {
    PeerAnswer expected =
        PeerAnswer.ofTracefile(Fixtures.text("answers/" + build + "/lcov-a.info"));

    CheckRun run = check(build);

    assertThat(PeerAnswer.ofSummary(run.json())).isEqualTo(expected);
    assertThat(PeerAnswer.totalsOfSummary(run.json())).isEqualTo(expected.totals());
    assertThat(run.status()).as(run.printed()).isZero();
  }

  /** Two functions are there once for each of two systems; lcov takes those of one name for one. */
  @Test
  void countsTheFunctionsThatLcovCountsAndThoseOfTheOtherSystem() throws IOException {
    String expected = Fixtures.text("answers/c-matrix/lcov-a.info");

    CheckRun run = check("c-matrix");

    assertThat(PeerAnswer.sum(expected, "FNH:")).isEqualTo(11);
    assertThat(PeerAnswer.sum(expected, "FNF:")).isEqualTo(11);
    assertThat(run.printed()).contains("100.00 % (13 of 13)").doesNotContain("functions-differ");
  }

  @Test
  void passesTheMatrixThatIsCompleteTogether() throws IOException {
    CheckRun run = check("python-matrix", "--min-line", "100", "--min-branch", "100");

    assertThat(PeerAnswer.totalsOfSummary(run.json())).isEqualTo(List.of(192, 192, 84, 84));
    assertThat(run.status()).as(run.printed()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8112.1", "8112.2", "8112.3", "8112.4"})
  void failsEachJobOfThatMatrixAlone(String job) throws IOException {
    CheckRun run = check("python-matrix", "--job", job, "--min-line", "100");

    assertThat(run.status()).as(run.printed()).isEqualTo(3);
  }

  @Test
  void failsForTheLineThatNobodyRuns() throws IOException {
    CheckRun run = check("python-missed", "--min-line", "100");

    assertThat(PeerAnswer.totalsOfSummary(run.json())).isEqualTo(List.of(193, 194, 85, 86));
    assertThat(PeerAnswer.ofSummary(run.json()).files().get("tidytext/tidy.py").missedLines())
        .containsExactly(17);
    assertThat(run.status()).as(run.printed()).isEqualTo(3);
  }

  @Test
  void refusesTheBuildWithACutPayload() throws IOException {
    CheckRun run = check("python-cut", "--min-line", "50");

    assertThat(run.status()).as(run.printed()).isEqualTo(5);
    assertThat(run.printed()).contains("8115.4");
  }

  private CheckRun check(String build, String... options) throws IOException {
    return CheckRun.of(folder, Fixtures.path("builds/" + build), options);
  }
}
