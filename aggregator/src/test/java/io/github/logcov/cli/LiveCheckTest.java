package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Request;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jobs of a live build are judged, and what comes of their states. */
class LiveCheckTest {
  private static final LogText FIRST = log(file("a.info", lcov("a.py", 1, 0)));
  private static final LogText SECOND = log(file("a.info", lcov("a.py", 0, 1)));

  @TempDir Path directory;

  private static Scenario matrix() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", FIRST))
        .job(Job.over("8112.2", "passed", SECOND));
  }

  private static Scenario staged() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", FIRST).stage("Test"))
        .job(Job.over("8112.2", "passed", SECOND).stage("Test"))
        .job(Job.numbered("8112.3").stage("Coverage").then(Step.start().state("started")))
        .job(Job.numbered("8112.4").stage("Coverage"))
        .job(Job.numbered("8112.5").stage("Deploy"));
  }

  private AtTravis at(Scenario scenario) {
    return new AtTravis(directory, scenario);
  }

  @Test
  void judgesTheJobsOfEarlierStagesInsideAJob() {
    try (AtTravis at = at(staged()).inJob("8112.3", "8112003")) {
      Run run = at.sandbox().run("check", "--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(run.err()).as("Travis may drop it").isEmpty();
      assertThat(run.out())
          .startsWith("logcov: waiting for 2 jobs: 8112.1, 8112.2\nlogcov: 8112.")
          .contains("logcov: 8112.1: 1 whole payload\n", "logcov: 8112.2: 1 whole payload\n")
          .endsWith(
              """
              job     reports             lines  only here  remarks
              8112.1        1  50.00 % (1 of 2)          1
              8112.2        1  50.00 % (1 of 2)          1

              total: lines 100.00 % (2 of 2)

              note: left out: job 8112.3, which runs this; 1 other job of its stage: 8112.4;
                1 job of a later stage: 8112.5 [job-left-out]

              lines: 100.00 % (2 of 2), needs 100 %: met
              verdict: passed
              """);
    }
  }

  @Test
  void judgesAllOtherJobsOfABuildWithoutStages() {
    Scenario scenario = matrix().job(Job.numbered("8112.3").then(Step.start().state("started")));
    try (AtTravis at = at(scenario).inJob("8112.3", "8112003")) {
      Run run = at.sandbox().run("check", "--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out())
          .contains("note: left out: job 8112.3, which runs this [job-left-out]\n")
          .contains("\n8112.1 ", "\n8112.2 ")
          .endsWith("\nlines: 100.00 % (2 of 2), needs 100 %: met\nverdict: passed\n");
    }
  }

  @Test
  void asksAsTheApiWantsToBeAskedAndNoMore() {
    try (AtTravis at = at(staged()).inJob("8112.3", "8112003")) {
      at.sandbox().run("check", "--poll", "600");

      assertThat(at.asked())
          .containsExactlyInAnyOrder(
              "GET /build/8112/jobs?include=job.config",
              "GET /job/8112001/log.txt",
              "GET /job/8112002/log.txt");
      assertThat(at.travis().requests())
          .allSatisfy(
              request -> {
                assertThat(request.header("User-Agent")).contains("logcov/" + Version.current());
                assertThat(request.header("Travis-API-Version")).contains("3");
                assertThat(request.header("Authorization")).isEmpty();
                assertThat(request.header("Accept-Encoding")).contains("gzip");
              });
      assertThat(at.travis().requests().stream().map(LiveCheckTest::accept))
          .containsExactly("application/json", "text/plain", "text/plain");
    }
  }

  private static String accept(Request request) {
    return request.header("Accept").orElse("none");
  }

  @Test
  void asksForNamesOnceOnly() {
    Scenario scenario =
        matrix()
            .change(
                "8112.2",
                job ->
                    Job.numbered("8112.2")
                        .id(job.id())
                        .then(
                            Step.start().state("started"),
                            Step.atPoll(2).state("passed").log(SECOND)));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(at.asked().stream().filter(request -> request.contains("/jobs")))
          .startsWith("GET /build/8112/jobs?include=job.config", "GET /build/8112/jobs")
          .containsOnlyOnce("GET /build/8112/jobs?include=job.config");
      assertThat(run.err())
          .startsWith("logcov: waiting for 2 jobs: 8112.1, 8112.2\n")
          .contains("logcov: 8112.2: passed\n", "logcov: 8112.2: 1 whole payload\n");
    }
  }

  @Test
  void judgesABuildFromOutside() {
    try (AtTravis at = at(staged())) {
      Run run = at.check("--stage", "test", "--min-line", "100", "--json", "out.json");

      assertThat(run.status()).isZero();
      assertThat(run.verdict()).isEqualTo("verdict: passed");
      assertThat(Json.of(at.sandbox().read("out.json")).at("/build").toString())
          .isEqualTo(
              "{\"id\":\"8112\",\"number\":\"8112\","
                  + "\"commit\":\"2ef7bde608ce5404e97d5f042f95f89f1c232871\"}");
    }
  }

  @Test
  void keepsResultsApartFromProgressOutsideTravis() {
    try (AtTravis at = at(matrix())) {
      Run run = at.check();

      assertThat(run.out()).startsWith("job     reports ").doesNotContain("logcov:");
      assertThat(run.err().lines())
          .containsExactlyInAnyOrder(
              "logcov: waiting for 2 jobs: 8112.1, 8112.2",
              "logcov: 8112.1: 1 whole payload",
              "logcov: 8112.2: 1 whole payload");
    }
  }

  @Test
  void wantsAJobToLookAt() {
    Scenario scenario =
        Scenario.build(8112).job(Job.numbered("8112.1").then(Step.start().state("started")));
    try (AtTravis at = at(scenario).inJob("8112.1", "8112001")) {
      Run run = at.sandbox().run("check");

      assertThat(run)
          .isEqualTo(
              new Run(
                  2,
                  """
                  logcov check: the build has no job to look at; left out: job 8112.1, which
                    runs this
                  """,
                  ""));
    }
  }

  @Test
  void choosesJobsByTheirKeysOfTheMatrix() {
    Scenario scenario =
        Scenario.build(8112)
            .job(Job.over("8112.1", "passed", FIRST).config("python", "3.8"))
            .job(Job.over("8112.2", "passed", SECOND).config("python", "3.12"));
    try (AtTravis at = at(scenario)) {
      Run run = at.check("--job", "python 3.8", "--min-line", "50");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("\n8112.1 ").doesNotContain("8112.2");
      assertThat(at.travis().count("/job/8112002/log.txt")).isZero();
    }
  }

  @Test
  void leavesOutWhatIsSkipped() {
    try (AtTravis at = at(matrix())) {
      Run run = at.check("--skip-job", "*.2", "--min-line", "50");

      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("\n8112.1 ").doesNotContain("8112.2");
    }
  }

  @Test
  void refusesAChoiceThatMatchesNothing() {
    try (AtTravis at = at(staged())) {
      assertThat(at.check("--job", "8112.9"))
          .isEqualTo(
              refused(
                  "--job 8112.9 matches no job: it must match a whole number or\n"
                      + "  name, and there are 5 jobs: 8112.1, 8112.2, 8112.3, 8112.4, 8112.5"));
      assertThat(at.check("--stage", "Tset"))
          .isEqualTo(
              refused(
                  "--stage Tset matches no job: it must match a whole stage, and\n"
                      + "  there are 3 stages: Test, Coverage, Deploy"));
      assertThat(at.check("--skip-job", "*"))
          .isEqualTo(
              refused(
                  "no job is left: --job, --stage and --skip-job together leave out\n"
                      + "  all 5 jobs; choose fewer to leave out"));
    }
  }

  @Test
  void saysThatAJobWhichIsNamedWasLeftOut() {
    try (AtTravis at = at(staged()).inJob("8112.3", "8112003")) {
      Run run = at.sandbox().run("check", "--job", "8112.3");

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.out().replace("\n  ", " "))
          .isEqualTo(
              "logcov check: --job 8112.3 matches no job: it must match a whole number or name, and"
                  + " there are 2 jobs: 8112.1, 8112.2; left out: job 8112.3, which runs this; 1"
                  + " other job of its stage: 8112.4; 1 job of a later stage: 8112.5\n");
    }
  }

  private static Run refused(String message) {
    return new Run(2, "", "logcov check: " + message + "\n");
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
