package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Sandbox.job;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With which status a run ends, and which one wins. */
class StatusTest {
  private static final Emitted HALF = file("a.info", lcov("a.py", 1, 0));

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  @Test
  void passesWithoutAThreshold() {
    Run run = sandbox.job("8.1", HALF).check();

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                job  reports             lines  only here  remarks
                8.1        1  50.00 % (1 of 2)          1

                file    lines  missed
                a.py  50.00 %  2

                total: lines 50.00 % (1 of 2)

                verdict: passed (no threshold given)
                """,
                ""));
  }

  @Test
  void passesAtTheThreshold() {
    Run run = sandbox.job("8.1", HALF).check("--min-line", "50");

    assertThat(run.status()).isZero();
    assertThat(run.out()).endsWith("\nlines: 50.00 % (1 of 2), needs 50 %: met\nverdict: passed\n");
  }

  @Test
  void missesBelowTheThreshold() {
    Run run = sandbox.job("8.1", HALF).check("--min-line", "50.0001");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .endsWith("\nlines: 50.00 % (1 of 2), needs 50.0001 %: 1 line short\nverdict: missed\n");
  }

  @Test
  void isIncompleteWhenAJobDeliveredNothing() {
    Run run = sandbox.job("8.1", HALF).job("8.2").check("--min-line", "50");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.2: has no report in its log; print one there (sh logcov-emit.sh
              coverage.xml), or say that the job measures nothing with --no-coverage-job
              '8.2', or leave it out with --skip-job '8.2' [coverage-missing]
            """);
    assertThat(run.verdict())
        .isEqualTo("verdict: incomplete (1 error above); the figures are of what could be read");
  }

  @Test
  void isUnreadableWhenAReportIsMalformed() {
    Run run = sandbox.job("8.1", HALF).job("8.2", file("b.info", "SF:b.py\nDA:x\n")).check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err()).startsWith("error: job 8.2 > b.info:2: DA ");
  }

  @Test
  void isUnavailableWhenAJobIsNotDone() {
    sandbox.job("8.1", HALF).build(job("8.1", "started", false));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(6);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.1: must have passed, but is still started; see
              https://ci.test/8.1 [job-unfinished]
            """);
  }

  @Test
  void saysThatARequiredJobFailed() {
    sandbox.job("8.1", HALF).build(job("8.1", "failed", false));

    Run run = sandbox.check("--min-line", "0");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.1: must have passed, but failed; see https://ci.test/8.1
              [job-failed]
            """);
    assertThat(run.verdict()).startsWith("verdict: job-failed (1 error above)");
  }

  @Test
  void isWrongUsageBeforeAnythingIsRead() {
    Run run = sandbox.job("8.1", file("b.info", "SF:\n")).check("--min-line", "101");

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                """
                logcov check: --min-line "101" is not a percentage from 0 to 100 such as 80 or
                  99.5
                """));
  }

  @Test
  void letsTheGravestStatusWinAndPrintsEveryProblem() {
    // 7 by 8.1, 6 by 8.2, 5 by 8.3, 4 by 8.4, 3 by the threshold, 1 by --json; and without 8.1 and
    // 8.2 there is no coverage at all.
    sandbox
        .job("8.1", HALF)
        .job("8.2", HALF)
        .log("8.3", List.of(file("c.info", lcov("c.py", new int[5000])).firstHalf()))
        .job("8.4")
        .build(
            job("8.1", "failed", false),
            job("8.2", "created", false),
            job("8.3", "passed", false),
            job("8.4", "passed", false));

    List<String> lessAndLess =
        List.of("8.1", "8.2", "8.3", "8.4").stream().map(first -> statusWithout(first)).toList();

    assertThat(lessAndLess).containsExactly("7 4", "6 3", "5 3", "4 2");
    Run unwritable = sandbox.check("--min-line", "99", "--json", "nowhere/out.json");
    assertThat(unwritable.status()).isEqualTo(1);
    assertThat(unwritable.err().lines().filter(line -> line.startsWith("error: "))).hasSize(5);
    assertThat(unwritable.verdict()).startsWith("verdict: failed (5 errors above)");
    Run usage = sandbox.check("--json", "nowhere/out.json", "--job", "9.1");
    assertThat(usage.status()).isEqualTo(2);
  }

  /** Status and number of errors when only this job and those behind it are looked at. */
  private String statusWithout(String first) {
    String[] options = {"--min-line", "99", "--job", "8.[" + first.charAt(2) + "-4]"};
    Run run = sandbox.check(options);
    long errors = run.err().lines().filter(line -> line.startsWith("error: ")).count();
    return run.status() + " " + errors;
  }

  @Test
  void missesNothingWhileSomethingGraverIsWrong() {
    sandbox.job("8.1", HALF).job("8.2");

    Run run = sandbox.check("--min-line", "99");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("lines: 50.00 % (1 of 2), needs 99 %: 1 line short\n");
  }

  @Test
  void tellsAllJobsThatFailedInOneMessage() {
    String plain = "{\"number\": \"%s\", \"state\": \"errored\"}";
    sandbox
        .job("8.1", HALF)
        .job("8.2", HALF)
        .job("8.10", HALF)
        .build(plain.formatted("8.1"), plain.formatted("8.2"), plain.formatted("8.10"));

    Run run = sandbox.check();

    assertThat(run.err())
        .isEqualTo("error: jobs 8.1, 8.2 and 8.10: must have passed, but errored [job-failed]\n");
  }
}
