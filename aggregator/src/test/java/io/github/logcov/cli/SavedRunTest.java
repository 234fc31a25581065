package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.AtTravis.unfinished;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Moment;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      isJudgedTheSame(status, at, more);
    }
  }

  private static void isJudgedTheSame(int status, AtTravis at, String... more) {
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
    assertThat(at.sandbox().read("saved.json")).isEqualTo(at.sandbox().read("live.json"));
  }

  @Test
  void whereTheBuildIsUnknown() {
    isJudgedTheSame(6, build().hidden());
  }

  @Test
  void whereTheListIsRefused() {
    isJudgedTheSame(6, build().fault(Fault.status(403).on(Fault.On.JOBS).always()));
  }

  @Test
  void whereTheListIsRefusedLater() {
    isJudgedTheSame(
        6,
        build()
            .job(Job.numbered("8112.3").then(Step.start().state("started")))
            .fault(Fault.status(403).on(Fault.On.JOBS).from(Moment.poll(2)).always()));
  }

  @Test
  void whereALogWasRefusedAfterItHadBeenReadInPart() {
    isJudgedTheSame(
        6,
        build()
            .job(
                Job.over(
                        "8112.3",
                        "passed",
                        LogText.of(unfinished(file("a.info", lcov("a.py", 0, 1)))))
                    .then(Step.atRead(2).fault(Fault.status(403).always()))),
        "--settle",
        "20s");
  }

  @Test
  void whereTheTimeWasUpForALogThatWasThereInPart() {
    Emitted whole = file("c.info", lcov("c.py", 1));
    Emitted cut = file("d.info", lcov("d.py", 1));
    String text =
        Sandbox.logText(List.of(whole.lines(), cut.lines().subList(0, 1)))
            .replaceFirst("\nDone\\. .*\n$", "");
    isJudgedTheSame(
        6,
        build().job(Job.over("8112.3", "passed", LogText.of(text))),
        "--settle",
        "1m",
        "--wait-timeout",
        "20s");
  }

  @Test
  void whereTheOwnJobIsLeftOut() {
    Scenario scenario = build().job(Job.numbered("8112.3").then(Step.start().state("started")));
    try (AtTravis at = new AtTravis(directory, scenario).inJob("8112.3", "8112003")) {
      isJudgedTheSame(0, at);
      assertThat(at.sandbox().read("saved.json")).contains("job-left-out");
    }
  }

  /** What was no error in a run that wanted less must not let one pass that wants all. */
  @Test
  void excusesNothingThatAReplayWantsAndTheRunDidNot() {
    Scenario scenario =
        build()
            .job(Job.over("8112.3", "passed", LogText.absent()))
            .job(Job.numbered("8112.4").then(Step.start().state("started")));
    try (AtTravis at = new AtTravis(directory, scenario)) {
      Run live =
          at.check(
              "--save-logs",
              "saved",
              "--optional-job",
              "*.[34]",
              "--settle",
              "1s",
              "--wait-timeout",
              "20s");
      assertThat(live.status()).isZero();

      Run missing = at.sandbox().run("check", "--logs", "saved", "--skip-job", "*.4");
      assertThat(missing.status()).isEqualTo(4);
      assertThat(missing.problems()).contains("error: job 8112.3: its log is not there yet");
      Run unfinished = at.sandbox().run("check", "--logs", "saved", "--skip-job", "*.3");
      assertThat(unfinished.status()).isEqualTo(6);
      assertThat(unfinished.problems())
          .contains("error: job 8112.4: must have passed, but is still started");
    }
  }

  @Test
  void goesOnWhereTheLogsCannotBeKept() {
    try (AtTravis at = new AtTravis(directory, build())) {
      at.sandbox().file("file", "no folder");

      Run run = at.check("--save-logs", "file/saved", "--json", "live.json");

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("total: lines 100.00 % (2 of 2)");
      assertThat(run.verdict()).startsWith("verdict: failed");
      assertThat(run.problems())
          .contains("error: the logs cannot be saved in ", "name a directory that can be written");
      assertThat(at.sandbox().read("live.json")).contains("\"logs-unwritable\"");
    }
  }

  @Test
  void describesTheJobsBeforeTheirLogsAreRead() {
    Path described = directory.resolve("saved/build.json");
    AtomicReference<String> before = new AtomicReference<>("");
    // The stand-in asks its clock at each request, the last of which is for a log.
    DoubleSupplier clock =
        () -> {
          before.set(Files.exists(described) ? read(described) : "not there");
          return 0;
        };
    try (FakeTravis travis = FakeTravis.start(build(), clock)) {
      new Sandbox(directory)
          .run("check", "--build", "8112", "--api-url", travis.url(), "--save-logs", "saved");
    }

    assertThat(before.get())
        .contains("\"number\": \"8112.1\"", "\"number\": \"8112.2\"", "\"state\": \"passed\"");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
