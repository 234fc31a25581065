package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What {@code --save-logs} keeps is judged as the build itself was. */
class SavedRunTest {
  private static final LogText FIRST = log(file("a.info", lcov("a.py", 1, 0)));
  private static final LogText SECOND = log(file("a.info", lcov("a.py", 0, 1)));

  @TempDir Path directory;

  private static Scenario build() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", FIRST).name("first"))
        .job(Job.over("8112.2", "passed", SECOND).stage("Test"));
  }

  private void isJudgedTheSame(int status, Scenario scenario, String... more) {
    try (AtTravis at = new AtTravis(directory, scenario)) {
      String[] thresholds = {"--min-line", "100", "--min-file-line", "10"};
      Run live =
          at.check(
              Stream.of(
                      Stream.of("--save-logs", "saved", "--json", "live.json"),
                      Stream.of(thresholds),
                      Stream.of(more))
                  .flatMap(part -> part)
                  .toArray(String[]::new));
      Run saved =
          at.sandbox()
              .run(
                  Stream.concat(
                          Stream.of("check", "--logs", "saved", "--json", "saved.json"),
                          Stream.of(thresholds))
                      .toArray(String[]::new));

      assertThat(live.status()).isEqualTo(status);
      assertThat(saved.status()).isEqualTo(status);
      assertThat(saved.verdict()).isEqualTo(live.verdict());
      JsonNode now = Json.of(at.sandbox().read("live.json"));
      JsonNode then = Json.of(at.sandbox().read("saved.json"));
      for (String part :
          List.of(
              "verdict", "exitStatus", "build", "totals", "thresholds", "jobs", "files")) {
        assertThat(then.get(part)).as(part).isEqualTo(now.get(part));
      }
      assertThat(problems(then)).isEqualTo(problems(now));
    }
  }

  /** All but notes on the choice of jobs, which was made before the logs were saved. */
  private static List<String> problems(JsonNode summary) {
    List<String> problems = new ArrayList<>();
    for (JsonNode problem : summary.get("problems")) {
      if (!problem.get("slug").asString().equals("job-left-out")) {
        problems.add(problem.toString());
      }
    }
    return problems;
  }

  @Test
  void whereItPassed() {
    isJudgedTheSame(0, build());
  }

  @Test
  void whereItMissed() {
    isJudgedTheSame(3, build(), "--skip-job", "8112.2");
  }

  @Test
  void whereAReportIsMissing() {
    isJudgedTheSame(4, build().job(Job.over("8112.3", "passed", log())));
  }

  @Test
  void whereALogNeverCame() {
    isJudgedTheSame(
        4, build().job(Job.over("8112.3", "passed", LogText.absent())), "--settle", "2s");
  }

  @Test
  void whereALogNeverEnded() {
    isJudgedTheSame(
        4, build().job(Job.over("8112.3", "passed", LogText.of(unfinished()))), "--settle", "2s");
  }

  @Test
  void whereAPayloadIsCut() {
    isJudgedTheSame(
        5,
        build().job(Job.over("8112.3", "passed", log(file("c.info", lcov("c.py", 1))).first(200))),
        "--settle",
        "2s");
  }

  @Test
  void whereAJobFailedAndTheOthersWereNotRead() {
    isJudgedTheSame(7, build().job(Job.over("8112.3", "failed", log())));
  }

  @Test
  void whereAJobFailedWhenOthersHadBeenRead() {
    isJudgedTheSame(
        7,
        build()
            .job(
                Job.numbered("8112.3")
                    .then(Step.start().state("started"), Step.atPoll(3).state("failed"))));
  }

  @Test
  void whereLogsAreRestricted() {
    isJudgedTheSame(6, build().restrictedLogs());
  }

  @Test
  void whereTheTimeWasUp() {
    isJudgedTheSame(
        6,
        build().job(Job.numbered("8112.3").then(Step.start().state("started"))),
        "--wait-timeout",
        "20s");
  }

  @Test
  void whereAnOptionalJobIsLeftOut() {
    isJudgedTheSame(
        0,
        build().job(Job.numbered("8112.3").allowedToFail().then(Step.start().state("started"))),
        "--wait-timeout",
        "20s");
  }
}
