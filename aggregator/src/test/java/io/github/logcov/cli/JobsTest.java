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

/** Which jobs are looked at, and what they owe. */
class JobsTest {
  private static final Emitted WHOLE = file("a.info", lcov("a.py", 1, 1));

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static List<String> jobsOf(Run run) {
    return run.out().lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
  }

  private static List<String> numbersOf(Run run) {
    return jobsOf(run).stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
  }

  @Test
  void putsJob9BeforeJob10() {
    sandbox.job("8112.10", WHOLE).job("8112.9", WHOLE).job("8112.1", WHOLE);

    assertThat(numbersOf(sandbox.check())).containsExactly("8112.1", "8112.9", "8112.10");
  }

  @Test
  void refusesOneNumberTwiceAndNamesBothFiles() {
    sandbox.job("8.1", WHOLE).file("logs/8.1.txt", "");

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .contains("each job must have one log, but job 8.1 has two: ", "8.1.log and ", "8.1.txt;");
  }

  @Test
  void matchesAJobWhole() {
    sandbox.job("412.1", WHOLE).job("412.10", WHOLE);

    assertThat(numbersOf(sandbox.check("--job", "412.1"))).containsExactly("412.1");
    assertThat(numbersOf(sandbox.check("--job", "412.1*"))).containsExactly("412.1", "412.10");
  }

  @Test
  void refusesAJobThatIsNotThere() {
    Run run = sandbox.job("412.10", WHOLE).job("412.11", WHOLE).check("--job", "412.1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems())
        .isEqualTo(
            "logcov check: --job 412.1 matches no job: it must match a whole number or name, and"
                + " there are 2 jobs: 412.10, 412.11\n");
  }

  @Test
  void choosesAStageWhateverItsCase() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2")
        .build(
            "{\"number\": \"8.1\", \"stage\": \"Test\"}",
            "{\"number\": \"8.2\", \"stage\": \"Deploy\"}");

    Run run = sandbox.check("--stage", "TEST");

    assertThat(run.status()).isZero();
    assertThat(numbersOf(run)).containsExactly("8.1");
  }

  @Test
  void refusesAStageThatIsNotThere() {
    Run run = sandbox.job("8.1", WHOLE).check("--stage", "lint");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("logcov check: --stage lint matches no job: ");
  }

  @Test
  void notesASkipThatSkipsNothing() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2", WHOLE).check("--skip-job", "docs");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo("note: --skip-job docs names none of the 2 jobs [job-unmatched]\n");
  }

  @Test
  void refusesToLookAtNoJobAtAll() {
    Run run = sandbox.job("8.1", WHOLE).check("--skip-job", "*");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith("logcov check: no job is left: ");
  }

  @Test
  void saysWhatAJobThatDeliveredNothingDied() {
    sandbox
        .job("8.1", WHOLE)
        .file(
            "logs/8.2.log",
            "tests\n\nThe job exceeded the maximum time limit for jobs, and has been terminated.\n");

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .startsWith(
            "error: job 8.2: has no report in its log; the log ends with: The job exceeded\n"
                + "  the maximum time limit for jobs");
  }

  @Test
  void asksNoReportOfAJobWithoutCoverage() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2").check("--no-coverage-job", "8.2");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(jobsOf(run).get(1))
        .isEqualTo("8.2        0               none          0  measures nothing");
  }

  @Test
  void wantsAJobWithoutCoverageToPass() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2")
        .build(job("8.1", "passed", false), job("8.2", "canceled", false));

    Run run = sandbox.check("--no-coverage-job", "8.2");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.err()).startsWith("error: job 8.2: must have passed, but was canceled; see ");
  }

  @Test
  void warnsOfAnOptionalJobThatDeliveredNothing() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2").check("--optional-job", "8.2");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("warning: job 8.2: has no report in its log; ");
    assertThat(run.verdict()).isEqualTo("verdict: passed (no threshold given)");
  }

  @Test
  void saysNothingOfAnOptionalJobWithoutCoverage() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2")
        .build(job("8.1", "passed", false), job("8.2", "passed", true));

    Run run = sandbox.check("--no-coverage-job", "8.2");

    assertThat(run.err()).isEmpty();
    assertThat(jobsOf(run).get(1)).endsWith("  optional, measures nothing");
  }

  @Test
  void warnsOfDamageInAnOptionalJob() {
    sandbox
        .job("8.1", WHOLE)
        .log("8.2", List.of(file("b.info", lcov("b.py", new int[5000])).firstHalf()));

    Run run = sandbox.check("--optional-job", "8.*2");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("warning: job 8.2 > b.info: cut after line ");
    assertThat(run.err()).doesNotContain("coverage-missing");
  }

  @Test
  void countsWhatAnOptionalJobDelivers() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1, 0))).job("8.2", WHOLE);

    assertThat(sandbox.check("--optional-job", "8.2", "--min-line", "100").status()).isZero();
  }

  @Test
  void mindsNoFailedJobThatMayFail() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2", WHOLE)
        .build(job("8.1", "passed", false), job("8.2", "failed", true));

    Run run = sandbox.check();

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo("note: job 8.2: failed, which it may; see https://ci.test/8.2 [job-failed]\n");
    assertThat(jobsOf(run).get(1)).endsWith("  failed, optional");
  }

  @Test
  void warnsOfAnOptionalJobThatIsNotDone() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2", WHOLE)
        .build(job("8.1", "passed", false), job("8.2", "started", false));

    Run run = sandbox.check("--optional-job", "8.2");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("warning: job 8.2: is still started, so its coverage may not");
  }

  @Test
  void missesTheLogOfAJobThatTheBuildNames() {
    sandbox.job("8.1", WHOLE).build(job("8.1", "passed", false), job("8.2", "passed", false));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.2: build.json names this job, but there is no log of it; save the
              logs again [coverage-missing]
            """);
  }

  @Test
  void notesAPatternOfOptionalJobsThatMatchesNothing() {
    Run run =
        sandbox
            .job("8.1", WHOLE)
            .job("8.2", WHOLE)
            .check("--optional-job", "x", "--no-coverage-job", "y");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            """
            note: --no-coverage-job y names none of the 2 jobs [job-unmatched]
            note: --optional-job x names none of the 2 jobs [job-unmatched]
            """);
  }

  @Test
  void namesLinesThatOnlySomeJobsListAndLetsThemNotCountOnRequest() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 1)))
        .job("8.2", file("a.info", lcov("a.py", 1, 1, 0, 0)));

    Run counted = sandbox.check("--min-line", "100");
    Run ignored = sandbox.check("--min-line", "100", "--ignore-variant-only");

    assertThat(counted.status()).isEqualTo(3);
    assertThat(counted.problems())
        .isEqualTo(
            "warning: a.py: only 8.2 lists lines 3, 4 as code, and did not run them; this counts as"
                + " missed and decides the verdict (the thresholds are met without such lines); if"
                + " those versions cannot run them, use --ignore-variant-only [variant-only]\n");
    assertThat(ignored.status()).isZero();
    assertThat(ignored.problems())
        .isEqualTo(
            "warning: a.py: only 8.2 lists lines 3, 4 as code, and did not run them; this does not"
                + " count (--ignore-variant-only) and decides the verdict (the thresholds are missed"
                + " with such lines) [variant-only]\n");
    assertThat(ignored.out()).contains("\ntotal: lines 100.00 % (2 of 2)\n");
  }

  @Test
  void saysOfEachLineWhichJobsListIt() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)))
        .job("8.2", file("a.info", lcov("a.py", 1, 0)))
        .job("8.3", file("a.info", lcov("a.py", 1, 0, 0)));

    assertThat(sandbox.check().problems())
        .isEqualTo(
            "warning: a.py: only 8.2 and 8.3 list line 2 as code, and neither ran it; only 8.3"
                + " lists line 3 as code, and did not run it; this counts as missed; if those"
                + " versions cannot run them, use --ignore-variant-only [variant-only]\n");
  }

  @Test
  void countsLinesThatOnlyOneJobRan() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 1, 0)))
        .job("8.2", file("a.info", lcov("a.py", 1, 0, 0)));

    assertThat(jobsOf(sandbox.check()))
        .containsExactly(
            "8.1        1  66.66 % (2 of 3)          1",
            "8.2        1  33.33 % (1 of 3)          0");
  }
}
