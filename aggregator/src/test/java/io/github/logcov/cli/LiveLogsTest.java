package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.AtTravis.text;
import static io.github.logcov.cli.AtTravis.unfinished;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that come late, in part, or damaged, of jobs that passed. */
class LiveLogsTest {
  private static final Emitted REPORT = file("a.info", lcov("a.py", 1, 1));

  /** So long that its frame has many lines, which compression cannot shorten much. */
  private static final Emitted LONG =
      file(
          "long.info",
          lcov("a.py", 1, 1)
              + IntStream.range(0, 2000)
                  .mapToObj(i -> "TN:" + Integer.toHexString((i * 0x9E3779B9) ^ (i << 7)) + "\n")
                  .collect(Collectors.joining()));

  @TempDir Path directory;

  private AtTravis at(Step... steps) {
    return new AtTravis(directory, Scenario.build(8112).job(Job.numbered("8112.1").then(steps)));
  }

  private static Step passed(String log) {
    return Step.start().state("passed").log(log);
  }

  @Test
  void missesAReportThatIsNotThereWhenTheLogSettled() {
    try (AtTravis at = at(passed(unfinished()))) {
      Run run = at.check("--settle", "5s");

      assertThat(run.status()).isEqualTo(4);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: no payload yet; its log will be read again
              logcov: 8112.1: no payload yet
              error: job 8112.1: has no report in its log, which has no last line of Travis \
              either 5s after the job was done; restart the job, or give its log longer with \
              --settle [coverage-missing]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
      assertThat(run.verdict())
          .isEqualTo("verdict: incomplete (2 errors above); the figures are of what could be read");
    }
  }

  @Test
  void readsALogWithoutAPayloadTwiceWhenTravisClosedIt() {
    try (AtTravis at = at(passed(text()))) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(4);
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(2);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: no payload; its log will be read again
              logcov: 8112.1: no payload
              error: job 8112.1: has no report in its log; print one there (sh \
              logcov-emit.sh coverage.xml), or say that the job measures nothing with \
              --no-coverage-job '8112.1', or leave it out with --skip-job '8112.1' [coverage-missing]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void missesALogThatNeverComes() {
    try (AtTravis at = at(Step.start().state("passed").log(LogText.absent()))) {
      Run run = at.check("--settle", "5s");

      assertThat(run.status()).isEqualTo(4);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: its log is not there yet (the answer was 404 not_found \
              ("log not found")); its log will be read again
              logcov: 8112.1: its log is not there yet (the answer was 404 not_found \
              ("log not found"))
              error: job 8112.1: its log is not there yet (the answer was 404 not_found \
              ("log not found")) 5s after the job was done; restart the job, or give its log \
              longer with --settle [coverage-missing]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void missesALogThatStaysWithoutText() {
    try (AtTravis at = at(Step.start().state("passed").log(LogText.blank()))) {
      Run run = at.check("--settle", "5s");

      assertThat(run.status()).isEqualTo(4);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: its log has no text yet (Travis says null); its log will be read again
              logcov: 8112.1: its log has no text yet (Travis says null)
              error: job 8112.1: its log has no text yet (Travis says null) 5s after the job \
              was done; restart the job, or give its log longer with --settle [coverage-missing]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void givesUpALogThatWasRemovedAtOnce() {
    try (AtTravis at = at(passed("Log removed by Ada Lovelace at 2026-11-21 09:30:00 UTC"))) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(4);
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(1);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: its log was removed by Ada Lovelace at 2026-11-21 09:30:00 UTC
              error: job 8112.1: its log was removed by Ada Lovelace at 2026-11-21 09:30:00 \
              UTC; restart the job [coverage-missing]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void waitsForTheTailOfALog() {
    String whole = text(LONG);
    try (AtTravis at =
        at(
            Step.start().state("passed").log(LogText.absent()),
            Step.atRead(2).log(LogText.blank()),
            Step.atRead(3).log(LogText.of(whole).share(0.6)),
            Step.atRead(4).log(whole))) {
      Run run = at.check("--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(4);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: its log is not there yet (the answer was 404 not_found \
              ("log not found")); its log will be read again
              logcov: 8112.1: its log has no text yet (Travis says null); its log will be read again
              logcov: 8112.1: 0 whole payloads, 1 not whole yet; its log will be read again
              logcov: 8112.1: 1 whole payload
              """);
    }
  }

  @Test
  void isUnreadableWhenAPayloadStaysCut() {
    try (AtTravis at = at(passed(String.join("\r\n", LONG.firstHalf())))) {
      Run run = at.check("--settle", "5s");

      assertThat(run.status()).isEqualTo(5);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: 0 whole payloads, 1 not whole yet; its log will be read again
              logcov: 8112.1: 0 whole payloads, 1 not whole yet
              error: job 8112.1 > long.info: cut after line 75 of 135; the log ends there: \
              what printed it was stopped; restart the job [payload-truncated]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void reportsAMaskedPayloadAtOnce() {
    // The value of a variable that is in every line, which no parity brings back.
    List<String> lines = new ArrayList<>(LONG.lines());
    for (int i = 3; i < lines.size() - 6; i++) {
      String line = lines.get(i);
      lines.set(i, line.substring(0, 20) + "[secure]" + line.substring(24));
    }
    try (AtTravis at = at(passed(Sandbox.logText(List.of(lines))))) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(5);
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(1);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: 0 whole payloads, 1 damaged
              error: job 8112.1 > long.info: lines 1 to 135 of 135 are missing: the CI masked 135 \
              lines with [secure], since a secret value occurs there; set LOGCOV_SALT to another \
              number in that job [payload-masked]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void reportsACensoredPayloadAtOnce() {
    List<String> lines = new ArrayList<>(LONG.lines());
    for (int i = 4; i < 30; i++) {
      lines.set(i, "*".repeat(lines.get(i).length()));
    }
    try (AtTravis at = at(passed(Sandbox.logText(List.of(lines))))) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(5);
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(1);
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              logcov: 8112.1: 0 whole payloads, 1 damaged
              error: job 8112.1 > long.info: lines 2 to 12 and 17 to 27 of 135 are missing: \
              the log scanner wrote asterisks over 26 lines; restart the job [payload-censored]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void mendsACensoredLine() {
    List<String> lines = new ArrayList<>(LONG.lines());
    lines.set(5, "*".repeat(lines.get(5).length()));
    try (AtTravis at = at(passed(Sandbox.logText(List.of(lines))))) {
      Run run = at.check("--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(run.out())
          .contains("\n8112.1        1  100.00 % (2 of 2)          2  1 line repaired\n");
    }
  }

  @Test
  void waitsForNoReportOfAJobThatMeasuresNothing() {
    try (AtTravis at =
        new AtTravis(
            directory,
            Scenario.build(8112)
                .job(Job.over("8112.1", "passed", LogText.absent()))
                .job(Job.over("8112.2", "passed", log(REPORT))))) {
      Run run = at.check("--no-coverage-job", "8112.1", "--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(1);
    }
  }
}
