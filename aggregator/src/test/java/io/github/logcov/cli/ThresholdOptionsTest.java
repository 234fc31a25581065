package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Reports.lcovBranches;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds as options: what they accept, and what they answer. */
class ThresholdOptionsTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  /** Lines 3 of 4 (a.py 1 of 2, b.py 2 of 2), branches 1 of 2, combined 4 of 6. */
  private Sandbox mixed() {
    return sandbox.job(
        "8.1",
        file("a.info", lcov("a.py", 1, 0)),
        file("b.info", lcovBranches("b.py", 0).replace("end_of", "DA:2,1\nend_of")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--min-line|75|0|lines: 75.00 % (3 of 4), needs 75 %: met",
        "--min-line|75.0000000000000000000000001|3|lines: 75.00 % (3 of 4), needs"
            + " 75.0000000000000000000000001 %: 1 line short",
        "--min-line|100|3|lines: 75.00 % (3 of 4), needs 100 %: 1 line short",
        "--min-line|0|0|lines: 75.00 % (3 of 4), needs 0 %: met",
        "--min-branch|50.0|0|branches: 50.00 % (1 of 2), needs 50.0 %: met",
        "--min-branch|51|3|branches: 50.00 % (1 of 2), needs 51 %: 1 branch short",
        "--min-combined|66.66|0|lines and branches: 66.66 % (4 of 6), needs 66.66 %: met",
        "--min-combined|66.67|3|lines and branches: 66.66 % (4 of 6), needs 66.67 %: 1 line or"
            + " branch short",
        "--min-combined|100|3|lines and branches: 66.66 % (4 of 6), needs 100 %: 2 lines or"
            + " branches short",
        "--min-file-line|50|0|lines of each file: none is below 50 %: met",
        "--min-file-line|50.1|3|lines of a.py: 50.00 % (1 of 2), needs 50.1 %: 1 line short",
        "--max-missed-lines|1|0|missed lines: 1, at most 1 are allowed: met",
        "--max-missed-lines|0|3|missed lines: 1, at most 0 are allowed: 1 too many",
      })
  void answers(String option, String bound, int status, String line) {
    Run run = mixed().check(option, bound);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out().substring(run.out().indexOf("total: ")).replaceAll("\n  ", " "))
        .isEqualTo(
            "total: lines 75.00 % (3 of 4), branches 50.00 % (1 of 2)\n\n"
                + line
                + "\nverdict: "
                + (status == 0 ? "passed" : "missed")
                + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "100.0001", "1e2", "-1", "abc", "", "50%", "5 0", "+5", ".5", "٥"})
  void refusesWhatIsNoPercentage(String bound) {
    for (String option :
        new String[] {"--min-line", "--min-branch", "--min-combined", "--min-file-line"}) {
      Run run = mixed().check(option + "=" + bound);

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.problems())
          .isEqualTo(
              "logcov check: %s \"%s\" is not a percentage from 0 to 100 such as 80 or 99.5\n"
                  .formatted(option, bound));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "-1", "", "abc", "99999999999"})
  void refusesWhatIsNoNumberOfLines(String bound) {
    Run run = mixed().check("--max-missed-lines=" + bound);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .isEqualTo(
            "logcov check: --max-missed-lines \"%s\" is not a whole number from 0 to 2147483647\n"
                .formatted(bound));
  }

  @Test
  void wantsAllOfSeveralToHold() {
    Run run = mixed().check("--min-line", "75", "--min-branch", "60", "--max-missed-lines", "0");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .endsWith(
            """

            lines: 75.00 % (3 of 4), needs 75 %: met
            branches: 50.00 % (1 of 2), needs 60 %: 1 branch short
            missed lines: 1, at most 0 are allowed: 1 too many
            verdict: missed
            """);
  }

  @Test
  void refusesAThresholdGivenTwice() {
    Run run = mixed().check("--min-line", "75", "--min-line", "80");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--min-line").contains("only once");
  }

  @Test
  void namesEveryFileBelowTheThreshold() {
    sandbox.job(
        "8.1",
        file("b.info", lcov("b.py", 0, 0)),
        file("a.info", lcov("a.py", 1, 0)),
        file("c.info", lcov("c.py", 1)));

    Run run = sandbox.check("--min-file-line", "100", "--json", "out.json");

    assertThat(run.out())
        .endsWith(
            """

            lines of a.py: 50.00 % (1 of 2), needs 100 %: 1 line short
            lines of b.py: 0.00 % (0 of 2), needs 100 %: 2 lines short
            verdict: missed
            """);
    assertThat(Json.of(sandbox.read("out.json")).at("/thresholds").toString())
        .isEqualTo(
            """
            [{"metric":"file-line","path":"a.py","minimum":"100","met":false,"short":1},\
            {"metric":"file-line","path":"b.py","minimum":"100","met":false,"short":2}]""");
  }

  @Test
  void doesNotMeetAThresholdWithNothingToJudge() throws IOException {
    Path json = directory.resolve("result.json");

    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)))
        .check("--min-branch", "0", "--json", json.toString());

    assertThat(Files.readString(json)).contains("\"met\": false,\n      \"short\": 0");
  }

  @Test
  void isIncompleteWhenNoReportMeasuresTheBranchesOfAThreshold() {
    Run run = sandbox.job("8.1", file("a.info", lcov("a.py", 1))).check("--min-branch", "0");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            """
            error: --min-branch is given, but no report measures branches; measure them
              (coverage run --branch, lcov --rc lcov_branch_coverage=1), or drop the
              threshold [branches-not-measured]
            """);
  }

  @Test
  void isIncompleteWhenExcludeLeavesNothing() {
    Run run = mixed().check("--exclude", "*.py", "--min-line", "0");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).startsWith("error: there is no coverage at all: not one line in what ");
  }

  @Test
  void showsNoHundredThatIsNotTrue() {
    int[] hits = new int[20_000];
    java.util.Arrays.fill(hits, 1);
    hits[7] = 0;

    Run run = sandbox.job("8.1", file("a.info", lcov("a.py", hits))).check("--min-line", "99.995");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\nlines: 99.995 % (19999 of 20000), needs 99.995 %: met\n")
        .contains("\ntotal: lines 99.99 % (19999 of 20000)\n");
  }
}
