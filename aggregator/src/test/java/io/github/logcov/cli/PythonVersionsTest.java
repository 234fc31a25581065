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
              none ran it; this counts as missed and decides the verdict (the thresholds
              are met without such lines); if those versions cannot run it, use
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
    assertThat(sandbox.check("--min-line", "90").out())
        .contains(
            "counts as missed (the thresholds\n  are met with and without such lines); if those");
    assertThat(sandbox.check("--max-missed-lines", "0", "--min-file-line", "100").out())
        .contains("counts as missed and decides the verdict");
    assertThat(sandbox.check("--min-line", "100", "--skip-job", "8112.1").out())
        .contains("(the thresholds\n  are missed with and without such lines); if those");
    assertThat(sandbox.check().out())
        .contains("none ran it; this counts as missed; if those versions");
  }

  /** Where something else than thresholds ends the run, no line decides anything. */
  @Test
  void doesNotSayThatTheLineDecidesWhereTheRunIsNotJudged() {
    sandbox.job("8112.6");

    Run run = sandbox.check("--min-line", "100");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("none ran it; this counts as missed; if those versions");
  }

  /** Only the versions before 3.10 list the rest, and they ran all of it together. */
  @Test
  void passesWithTheVersionsThatListNoSuchLine() {
    Run run = sandbox.check("--min-line", "100", "--min-branch", "100", "--job", "8112.[12]");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("16 of 16");
  }
}
