package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.Fixtures;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A matrix of Python 3.8 to 3.12 at a gate of 100 %. {@code while True:} is a statement from 3.10
 * on: line 6 runs everywhere, line 15 before 3.9 only. See {@code reports/coveragepy-real}.
 */
class PythonVersionsTest {
  private static final List<String> VERSIONS = List.of("3.8", "3.9", "3.10", "3.11", "3.12");

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void makeLogs() {
    sandbox = new Sandbox(folder);
    for (int i = 0; i < VERSIONS.size(); i++) {
      String report = Fixtures.text("reports/coveragepy-real/lines-py" + VERSIONS.get(i) + ".json");
      sandbox.job("8112." + (i + 1), Emitted.file("coverage.json", report));
    }
  }

  @Test
  void missesTheLineThatIsOneWhereItCannotRun() {
    Run run = sandbox.check("--min-line", "100");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .isEqualTo(
            """
            job     reports               lines  only here  remarks
            8112.1        1  62.50 % (10 of 16)          6
            8112.2        1  62.50 % (10 of 16)          0
            8112.3        1  61.11 % (11 of 18)          0
            8112.4        1  61.11 % (11 of 18)          0
            8112.5        1  61.11 % (11 of 18)          0

            file        lines  branches  missed
            lines.py  94.44 %  100.00 %  15

            total: lines 94.44 % (17 of 18), branches 100.00 % (6 of 6)

            warning: lines.py: only 8112.3, 8112.4 and 8112.5 list line 15 as code, and
              none ran it; this counts as missed and decides the verdict (the thresholds are
              met without such lines); if those versions cannot run it, use
              --ignore-variant-only [variant-only]

            lines: 94.44 % (17 of 18), needs 100 %: 1 line short
            verdict: missed
            """);
  }

  @Test
  void passesWithoutIt() {
    Run run = sandbox.check("--min-line", "100", "--min-branch", "100", "--ignore-variant-only");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            job     reports               lines  only here  remarks
            8112.1        1  62.50 % (10 of 16)          6
            8112.2        1  62.50 % (10 of 16)          0
            8112.3        1  61.11 % (11 of 18)          0
            8112.4        1  61.11 % (11 of 18)          0
            8112.5        1  61.11 % (11 of 18)          0

            total: lines 100.00 % (17 of 17), branches 100.00 % (6 of 6)

            warning: lines.py: only 8112.3, 8112.4 and 8112.5 list line 15 as code, and
              none ran it; this does not count (--ignore-variant-only) and decides the
              verdict (the thresholds are missed with such lines) [variant-only]

            lines: 100.00 % (17 of 17), needs 100 %: met
            branches: 100.00 % (6 of 6), needs 100 %: met
            verdict: passed
            """);
  }

  @Test
  void saysThatTheLineDoesNotDecideWhatItDoesNot() {
    assertThat(warning("--min-line", "90"))
        .contains("missed (the thresholds are met with and without such lines); if those");
    assertThat(warning("--max-missed-lines", "0", "--min-file-line", "100"))
        .contains("missed and decides the verdict (the thresholds are met without such lines);");
    assertThat(warning("--min-line", "100", "--skip-job", "8112.1"))
        .contains("missed (the thresholds are missed with and without such lines); if those");
    assertThat(warning()).contains("none ran it; this counts as missed; if those versions");
  }

  /** Where something else than thresholds ends the run, no line decides anything. */
  @Test
  void doesNotSayThatTheLineDecidesWhereTheRunIsNotJudged() {
    sandbox.job("8112.6");

    assertThat(sandbox.check("--min-line", "100").status()).isEqualTo(4);
    assertThat(warning("--min-line", "100"))
        .contains("none ran it; this counts as missed; if those versions");
  }

  private String warning(String... options) {
    return sandbox.check(options).out().replaceAll("\\s+", " ");
  }

  /**
   * Both jobs went from line 14 to 15 and never back to the loop, which is line 7 for Python 3.8,
   * where the loop itself is no statement, and line 6 for 3.10.
   */
  @Test
  void doesNotTakeAnArmForCoveredThatTwoVersionsMissUnderTwoNames() {
    for (String version : List.of("3.8", "3.10")) {
      String report = Fixtures.text("reports/coveragepy-real/loop-py" + version + ".xml");
      sandbox.job("9." + version.substring(2), Emitted.file("coverage.xml", report));
    }

    Run run = sandbox.check("--job", "9.*");

    assertThat(run.out())
        .contains("total: lines 93.75 % (15 of 16), branches 60.00 % (6 of 10), at most 7");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "note: loop.py: on line 14 jobs name the same branches of coverage.xml differently, as"
                + " versions of Python do; the best job's count, use one version or send the data"
                + " files (.coverage) [branches-renamed]");
  }

  /** As {@code coverage combine} says: 20 of 20, 12 of 12. */
  @Test
  void isExactForCoverageXmlOfOneJobAndCoverageJsonOfAnother() {
    sandbox
        .job("7.1", Emitted.file("coverage.json", Fixtures.text("reports/merge-samples/c1.json")))
        .job("7.2", Emitted.file("coverage.xml", Fixtures.text("reports/merge-samples/c9.xml")));

    Run run = sandbox.check("--job", "7.*", "--min-line", "100", "--min-branch", "100");

    assertThat(run.out())
        .contains("total: lines 100.00 % (20 of 20), branches 100.00 % (12 of 12)\n");
    assertThat(run.status()).isZero();
  }

  /** Only the versions before 3.10 list the rest, and they ran all of it together. */
  @Test
  void passesWithTheVersionsThatListNoSuchLine() {
    Run run = sandbox.check("--min-line", "100", "--min-branch", "100", "--job", "8112.[12]");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("16 of 16");
  }
}
