package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Sandbox.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.frame.FrameHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/security.md} says that a job can and cannot do to the verdict. */
class ThreatModelTest {
  private static final UnaryOperator<FrameHeader.Builder> OF_FIRST_JOB =
      header -> header.buildId("77").jobId("581").jobNumber("8.1").commit("c0ffee");

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox =
        new Sandbox(directory)
            .job("8.1", file("a.info", lcov("a.py", 1, 0)).with(OF_FIRST_JOB))
            .build(job("8.1", "passed", false), job("8.2", "passed", false));
  }

  /** It is the author of its reports; no tool can know better. */
  @Test
  void aJobCanLieAboutWhatItRan() {
    sandbox.job("8.2", file("a.info", lcov("a.py", 1, 1)));

    assertThat(sandbox.check("--min-line", "100").status()).isZero();
  }

  @Test
  void aJobCannotDeliverWhatAnotherJobPrinted() {
    sandbox.job("8.2", file("a.info", lcov("a.py", 1, 0)).with(OF_FIRST_JOB));

    Run run = sandbox.check("--min-line", "0");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: job 8.2 > a.info: its header names job id 581, but the log is that of job 8.2"
                + " (id 582, commit c0ffee); do not print frames of another job"
                + " [payload-foreign]\n");
  }

  @Test
  void aJobCannotDeliverInTheNameOfAnother() {
    sandbox
        .job("8.1")
        .job(
            "8.2",
            file("b.info", lcov("b.py", 1)),
            file("a.info", lcov("a.py", 1, 1)).with(OF_FIRST_JOB));

    assertThat(sandbox.check("--min-line", "0").problems())
        .contains(
            "error: job 8.1: has no report in its log;",
            "error: job 8.2 > a.info: its header names job id 581,");
  }

  @Test
  void aJobCannotReplayAReportOfAnotherBuildOrCommit() {
    sandbox.job(
        "8.2",
        file("a.info", lcov("a.py", 1, 1)).with(header -> header.buildId("76")),
        file("b.info", lcov("b.py", 1)).with(header -> header.commit("0ld")),
        file("c.info", lcov("c.py", 1)).with(header -> header.jobId("1")),
        file("d.info", lcov("d.py", 1)).with(header -> header.jobNumber("7.2")));

    Run run = sandbox.check("--min-line", "100");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err().lines().filter(line -> line.startsWith("error: job 8.2 > "))).hasSize(4);
    assertThat(run.out()).contains("\ntotal: lines 50.00 % (1 of 2)\n");
  }

  @Test
  void aReportHidesNoFailedJob() {
    sandbox
        .job("8.2", file("a.info", lcov("a.py", 1, 1)))
        .build(job("8.1", "passed", false), job("8.2", "failed", false));

    assertThat(sandbox.check("--min-line", "0").status()).isEqualTo(7);
  }

  @Test
  void aLineOfTheCiInAJobsOutputEndsNothing() {
    sandbox.file(
        "logs/8.2.log",
        "Done. Your build exited with 0.\n"
            + String.join("\n", file("a.info", lcov("a.py", 0, 1)).lines())
            + "\n");

    assertThat(sandbox.check("--min-line", "100").status()).isZero();
  }

  @Test
  void aLogThatIsCutIsNeverASmallerCoverage() {
    Emitted large =
        file("a.info", lcov("a.py", IntStream.range(0, 5_000).map(i -> i * 31 % 977).toArray()));
    String log = String.join("\n", large.firstHalf());
    sandbox.file(
        "logs/8.2.log",
        log + "\n\nThe job exceeded the maximum log length, and has been terminated.\n\n");

    Run run = sandbox.check("--min-line", "0");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err()).contains("[log-cut]");
  }

  @Test
  void aFloodOfPayloadsIsBounded() {
    List<Emitted> flood =
        IntStream.range(0, 12).mapToObj(i -> file(i + ".info", lcov(i + ".py", 1))).toList();
    sandbox.job("8.2", flood.toArray(Emitted[]::new));

    Run run = sandbox.check("--min-line", "0", "--max-payloads", "10");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).contains("--max-payloads raises that bound [limit-exceeded]");
  }
}
