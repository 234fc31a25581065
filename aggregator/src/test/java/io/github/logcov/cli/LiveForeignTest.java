package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.Scenario;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Payloads in the log of a live job that are not its own. */
class LiveForeignTest {
  @TempDir Path directory;

  private AtTravis at(Scenario scenario) {
    return new AtTravis(directory, scenario);
  }

  @Test
  void refusesThePayloadOfAnotherJobOrCommit() {
    Scenario scenario =
        Scenario.build(8112)
            .job(
                Job.over(
                    "8112.1",
                    "passed",
                    log(file("a.info", lcov("a.py", 1)).with(header -> header.jobId("42")))))
            .job(
                Job.over(
                    "8112.2",
                    "passed",
                    log(
                        file("a.info", lcov("a.py", 1))
                            .with(header -> header.commit("0".repeat(40))))));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--min-line", "0");

      assertThat(run.status()).isEqualTo(5);
      assertThat(run.problems())
          .contains("logcov: 8112.1: no payload of its own\n")
          .endsWith(
              """
              error: job 8112.1 > a.info: its header names job id 42, but the log is that of \
              job 8112.1 (id 8112001, commit 2ef7bde608ce5404e97d5f042f95f89f1c232871); do \
              not print frames of another job [payload-foreign]
              error: job 8112.2 > a.info: its header names commit \
              0000000000000000000000000000000000000000, but the log is that of job 8112.2 \
              (id 8112002, commit 2ef7bde608ce5404e97d5f042f95f89f1c232871); do not print \
              frames of another job [payload-foreign]
              error: there is no coverage at all: not one line in what the jobs delivered \
              and --flag, --include and --exclude leave [coverage-empty]
              """);
    }
  }

  @Test
  void findsNoCommitToDifferFromWhereTravisNamesNone() {
    Scenario scenario =
        Scenario.build(8112)
            .commit(Optional.empty())
            .job(
                Job.over(
                    "8112.1",
                    "passed",
                    log(
                        file("a.info", lcov("a.py", 1))
                            .with(header -> header.commit("0".repeat(40))))));
    try (AtTravis at = at(scenario)) {
      assertThat(at.check().status()).isZero();
    }
  }
}
