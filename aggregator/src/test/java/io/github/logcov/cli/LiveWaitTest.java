package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wait}: whether the other jobs of a build were good. */
class LiveWaitTest {
  @TempDir Path directory;

  private AtTravis at(Job... jobs) {
    Scenario scenario = Scenario.build(8112);
    for (Job job : jobs) {
      scenario.job(job);
    }
    return new AtTravis(directory, scenario);
  }

  private static Job passed(String number) {
    return Job.over(number, "passed", LogText.absent());
  }

  private static Job started(String number) {
    return Job.numbered(number).then(Step.start().state("started"));
  }

  @Test
  void passesWhenAllOthersPassed() {
    try (AtTravis at =
        at(
                passed("8112.1"),
                started("8112.2").then(Step.atPoll(2).state("passed")),
                started("8112.3"))
            .inJob("8112.3", "8112003")) {
      Run run = at.sandbox().run("wait", "--poll", "1");

      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  """
                  logcov: waiting for 2 jobs: 8112.1, 8112.2
                  logcov: 8112.2: passed
                  logcov wait: all 2 jobs passed
                  """,
                  ""));
      assertThat(at.asked())
          .containsExactly("GET /build/8112/jobs?include=job.config", "GET /build/8112/jobs");
    }
  }

  @Test
  void failsAtOnceWhenOneFailed() {
    try (AtTravis at = at(Job.over("8112.1", "errored", LogText.absent()), started("8112.2"))) {
      Run run = at.fromOutside("wait");

      assertThat(run.status()).isEqualTo(7);
      assertThat(run.out())
          .isEqualTo("logcov wait: given up: job 8112.1 (errored) must have passed\n");
      assertThat(at.withoutHost(run.problems()))
          .isEqualTo(
              """
              logcov: waiting for 2 jobs: 8112.1, 8112.2
              error: job 8112.1: must have passed, but errored; see HOST/job/8112001 [job-failed]
              note: job 8112.2: not looked at any more, since job 8112.1 errored [job-unread]
              """);
    }
  }

  @Test
  void hasNobodyToWaitFor() {
    try (AtTravis at = at(started("8112.1")).inJob("8112.1", "8112001")) {
      assertThat(at.sandbox().run("wait"))
          .isEqualTo(
              new Run(
                  0,
                  """
                  logcov wait: nobody to wait for: there is no other job that must pass, in this
                    stage or before
                  """,
                  ""));
    }
  }

  @Test
  void doesNotLookAtJobsThatMayFail() {
    try (AtTravis at = at(passed("8112.1"), started("8112.2").allowedToFail())) {
      Run run = at.fromOutside("wait");

      assertThat(run.status()).isZero();
      assertThat(run.out()).isEqualTo("logcov wait: the only other job passed\n");
    }
  }

  @Test
  void waitsForItsOwnStageAndThoseBeforeInPullRequestsToo() {
    try (AtTravis at =
        at(
                passed("8112.1").stage("Test"),
                passed("8112.2").stage("After"),
                started("8112.3").stage("After"),
                started("8112.4").stage("Deploy"))
            .inJob("8112.3", "8112003")
            .environment("TRAVIS_EVENT_TYPE", "pull_request")
            .environment("TRAVIS_PULL_REQUEST", "7")) {
      Run run = at.sandbox().run("wait");

      assertThat(run.status()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              logcov: waiting for 2 jobs: 8112.1, 8112.2
              logcov wait: all 2 jobs passed
              """);
    }
  }

  @Test
  void doesNotWaitWhenItsOwnTestsFailed() {
    try (AtTravis at =
        at(passed("8112.1")).inJob("8112.9", "9").environment("TRAVIS_TEST_RESULT", "1")) {
      assertThat(at.sandbox().run("wait"))
          .isEqualTo(
              new Run(
                  7,
                  """
                  logcov wait: the tests of this job failed (TRAVIS_TEST_RESULT is 1): not
                    waiting
                  """,
                  ""));
      assertThat(at.asked()).isEmpty();
    }
  }

  @Test
  void givesUpAtItsDeadline() {
    try (AtTravis at = at(started("8112.1"))) {
      Run run = at.fromOutside("wait", "--wait-timeout", "3s");

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.out())
          .isEqualTo(
              "logcov wait: given up: the time was up, and still open: job 8112.1 (started)\n");
      assertThat(run.problems())
          .isEqualTo(
              """
              logcov: waiting for 1 job: 8112.1
              error: 3s are over (--wait-timeout), and still open: 8112.1 (started); look at what \
              keeps them, or wait longer [wait-timeout]
              note: job 8112.1: not looked at any more, since the time was up (--wait-timeout 3s) \
              [job-unread]
              """);
    }
  }

  @Test
  void saysInItsLastLineThatTravisCouldNotBeAsked() {
    try (AtTravis at =
        new AtTravis(directory, Scenario.build(8112).job(passed("8112.1")).hidden())) {
      Run run = at.fromOutside("wait");

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.out())
          .isEqualTo("logcov wait: given up: Travis could not be asked; why stands above\n");
    }
  }

  @Test
  void saysThatThereIsNoToxIni() {
    Run run = new Sandbox(directory).run("wait", "--tox-ini");

    assertThat(run)
        .isEqualTo(
            new Run(
                2, "", "logcov wait: --tox-ini: tox.ini cannot be read: there is no such file\n"));
  }

  @Test
  void asksToxIniBeforeTheTestsOfTheJob() {
    try (AtTravis at =
        at(passed("8112.1"))
            .inJob("8112.9", "9")
            .environment("TOXENV", "py311")
            .environment("TRAVIS_TEST_RESULT", "1")) {
      at.sandbox().file("tox.ini", "[travis:after]\nenvlist = py312\n");

      assertThat(at.sandbox().run("wait", "--tox-ini").status()).isZero();
      assertThat(at.asked()).isEmpty();
    }
  }

  @Test
  void waitsInTheEnvironmentThatToxIniNames() {
    try (AtTravis at =
        at(passed("8112.1")).inJob("8112.9", "9").environment("TOXENV", "py311,py312")) {
      at.sandbox().file("tox.ini", "[travis:after]\nenvlist = py3{11,12}\n");

      Run run = at.sandbox().run("wait", "--tox-ini");

      assertThat(run.status()).isZero();
      assertThat(run.out()).endsWith("logcov wait: the only other job passed\n");
    }
  }

  @Test
  void doesNotWaitInAnotherEnvironment() {
    try (AtTravis at = at(passed("8112.1")).inJob("8112.9", "9").environment("TOXENV", "py38")) {
      at.sandbox().file("tox.ini", "[travis:after]\nenvlist = py312\n");

      Run run = at.sandbox().run("wait", "--tox-ini");

      assertThat(run.status()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              logcov wait: this job is not the one that waits: tox.ini:2: envlist has
                "py312", and this job runs "py38"
              """);
      assertThat(at.asked()).isEmpty();
    }
  }

  @Test
  void refusesAToxIniThatDoesNotSayWhoWaits() {
    try (AtTravis at = at(passed("8112.1")).inJob("8112.9", "9")) {
      at.sandbox().file("tox.ini", "[tox]\nenvlist = py312\n");

      Run run = at.sandbox().run("wait", "--tox-ini");

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.all())
          .isEqualTo(
              """
              logcov wait: --tox-ini: tox.ini: expected a section [travis:after] that says
                which job waits, but there is none
              """);
      assertThat(at.asked()).isEmpty();
    }
  }
}
