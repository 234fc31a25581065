package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.LiveBuilds.SECOND;
import static io.github.logcov.cli.LiveBuilds.matrix;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of the states of live jobs, and of what they owe. */
class LiveStatesTest {
  @TempDir Path directory;

  private AtTravis at(Scenario scenario) {
    return new AtTravis(directory, scenario);
  }

  @Test
  void asksNothingOfAJobThatMeasuresNothing() {
    Scenario scenario = matrix().job(Job.over("8112.3", "passed", log()).name("lint"));
    try (AtTravis at = at(scenario)) {
      assertThat(at.check("--no-coverage-job", "lint", "--min-line", "100").status()).isZero();

      Run wanted = at.check("--min-line", "100");
      assertThat(wanted.status()).isEqualTo(4);
      assertThat(wanted.err())
          .endsWith(
              """
              error: job 8112.3: has no report in its log; print one there (sh
                logcov-emit.sh coverage.xml), or say that the job measures nothing with
                --no-coverage-job '8112.3', or leave it out with --skip-job '8112.3'
                [coverage-missing]
              """);
    }
  }

  @Test
  void warnsOfOptionalJobsOnly() {
    Scenario scenario =
        matrix()
            .job(Job.over("8112.3", "failed", log()).name("nightly"))
            .job(Job.over("8112.4", "errored", LogText.absent()).allowedToFail());
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--optional-job", "nightly", "--min-line", "100", "--settle", "1s");

      assertThat(run.status()).isZero();
      assertThat(at.withoutHost(run.problems()))
          .endsWith(
              """
              warning: job 8112.3: has no report in its log; print one there (sh \
              logcov-emit.sh coverage.xml), or say that the job measures nothing with \
              --no-coverage-job '8112.3', or leave it out with --skip-job '8112.3' \
              [coverage-missing]
              warning: job 8112.4: its log is not there yet (the answer was 404 not_found \
              ("log not found")) 1s after the job was done; restart the job, or give its log \
              longer with --settle [coverage-missing]
              note: job 8112.3: failed, which it may; see HOST/job/8112003 [job-failed]
              note: job 8112.4: errored, which it may; see HOST/job/8112004 [job-failed]
              """);
    }
  }

  @Test
  void endsAtOnceWhenAJobFailed() {
    Scenario scenario =
        matrix()
            .job(Job.over("8112.3", "failed", log()))
            .job(Job.numbered("8112.4").then(Step.start().state("started")));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--min-line", "100", "--json", "out.json");

      assertThat(run.status()).isEqualTo(7);
      assertThat(at.withoutHost(run.problems()).lines())
          .containsExactlyInAnyOrder(
              "logcov: waiting for 4 jobs: 8112.1, 8112.2, 8112.3, 8112.4",
              "logcov: 8112.1: 1 whole payload",
              "logcov: 8112.2: 1 whole payload",
              "logcov: 8112.3: no payload",
              "error: job 8112.3: must have passed, but failed; see HOST/job/8112003 [job-failed]",
              "note: job 8112.4: not looked at any more, since job 8112.3 failed [job-unread]");
      // What is there counts in the figures, though they decide nothing.
      assertThat(run.out()).contains("total: lines 100.00 %");
      assertThat(run.verdict())
          .isEqualTo("verdict: job-failed (1 error above); the figures are of what could be read");
      assertThat(at.travis().requests()).hasSize(4);
      assertThat(Json.of(at.sandbox().read("out.json")).at("/problems").toString())
          .doesNotContain("coverage-missing")
          .contains("job-unread");
    }
  }

  @Test
  void failsForACanceledJob() {
    Scenario scenario = matrix().change("8112.2", job -> job.then(Step.start().state("canceled")));
    try (AtTravis at = at(scenario)) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(7);
      assertThat(at.withoutHost(run.problems()).lines())
          .containsExactlyInAnyOrder(
              "logcov: waiting for 2 jobs: 8112.1, 8112.2",
              "logcov: 8112.1: 1 whole payload",
              "logcov: 8112.2: 1 whole payload",
              "error: job 8112.2: must have passed, but was canceled; see HOST/job/8112002"
                  + " [job-failed]");
    }
  }

  @Test
  void waitsForWhatItDoesNotKnow() {
    Scenario scenario =
        matrix()
            .change(
                "8112.2",
                job ->
                    job.steps(
                        List.of(
                            Step.start().state("pondering").log(LogText.absent()),
                            Step.atPoll(2).state("passed").log(SECOND))));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(at.travis().count("/build/8112/jobs")).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void readsAJobAnewThatWasRestarted() {
    Scenario scenario =
        matrix()
            .change(
                "8112.1",
                job ->
                    job.then(
                        Step.atPoll(2).restarted(),
                        Step.atPoll(3)
                            .state("passed")
                            .log(log(file("a.info", lcov("a.py", 0, 1, 1))))))
            .change(
                "8112.2",
                job ->
                    job.steps(
                        List.of(
                            Step.start().state("started").log(LogText.absent()),
                            Step.atPoll(4)
                                .state("passed")
                                .log(log(file("a.info", lcov("a.py", 0, 0, 1)))))));
    try (AtTravis at = at(scenario)) {
      Run run = at.check();

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("\ntotal: lines 66.66 % (2 of 3)\n");
      assertThat(run.err())
          .contains("logcov: 8112.1: restarted (created); what was read of it is dropped\n");
      assertThat(at.travis().count("/job/8112001/log.txt")).isEqualTo(2);
    }
  }
}
