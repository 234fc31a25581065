package io.github.logcov.cli;

import static io.github.logcov.cli.LiveBuilds.SECOND;
import static io.github.logcov.cli.LiveBuilds.matrix;
import static io.github.logcov.cli.LiveBuilds.staged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.Request;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which jobs of a live build are judged, and how Travis is asked for them. */
class LiveCheckTest {
  @TempDir Path directory;

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
}
