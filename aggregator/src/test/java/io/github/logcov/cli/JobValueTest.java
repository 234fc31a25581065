package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code check --job-value}: what each job is worth, and which would do. */
class JobValueTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static String job(String number, boolean allowFailure, String times) {
    return """
        {"id": "5%s", "number": "%s", "state": "passed", "allowFailure": %b, %s}"""
        .formatted(number.replace(".", ""), number, allowFailure, times);
  }

  private static String took(int minutes) {
    return """
        "startedAt": "2026-01-02T03:00:00Z", "finishedAt": "2026-01-02T03:%02d:00Z\""""
        .formatted(minutes);
  }

  private JsonNode value(String... options) {
    List<String> all = new ArrayList<>(List.of("--json", "out.json", "--job-value"));
    all.addAll(List.of(options));
    assertThat(sandbox.check(all.toArray(String[]::new)).status()).isZero();
    return Json.of(sandbox.read("out.json")).at("/jobValue");
  }

  /** Four jobs; the third one runs what the first two do together, but takes long. */
  private void fourJobs() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 1, 0, 0, 0, 0)))
        .job("8.2", file("a.info", lcov("a.py", 1, 0, 1, 0, 0, 0)))
        .job("8.3", file("a.info", lcov("a.py", 1, 1, 1, 0, 0, 0)))
        .job("8.4", file("a.info", lcov("a.py", 1, 0, 0, 1, 1, 0)))
        .build(
            job("8.1", false, took(2)),
            job("8.2", false, took(3)),
            job("8.3", false, took(6)),
            job("8.4", true, took(1)));
  }

  @Test
  void showsSharesCheapestJobsAndFragileLines() {
    fourJobs();

    Run run = sandbox.check("--job-value", "--show", "none");

    assertThat(run.out().substring(run.out().indexOf("\n\n") + 2))
        .isEqualTo(
            """
            job             lines  took  only here  union without it
            8.1  33.33 % (2 of 6)    2m          0  83.33 % (5 of 6), adds nothing
            8.2  33.33 % (2 of 6)    3m          0  83.33 % (5 of 6), adds nothing
            8.3  50.00 % (3 of 6)    6m          0  83.33 % (5 of 6), adds nothing
            8.4  50.00 % (3 of 6)    1m          2  50.00 % (3 of 6)

            the cheapest jobs that keep the 5 covered lines: 8.1, .2, .4 (6m of 12m);
              proven, no choice is cheaper. Branches may be fewer: which job took which is
              not known.
            run no line that no other job runs: 8.1-.3; of these only 8.3 can go together

            covered by one job alone: 2 of 5 covered lines
            file  job  lines  which
            a.py  8.4      2  4-5

            covered only by jobs that need not pass: 2 of 5 covered lines
            file  job  lines  which
            a.py  8.4      2  4-5

            total: lines 83.33 % (5 of 6)

            verdict: passed (no threshold given)
            """);
  }

  @Test
  void countsEachJobAsOneWhereADurationIsNotKnown() {
    fourJobs();
    sandbox.build(
        job("8.1", false, took(2)),
        job("8.2", false, took(3)),
        job("8.3", false, "\"startedAt\": \"2026-01-02T03:00:00Z\""),
        job("8.4", false, took(1)));

    JsonNode value = value();

    assertThat(value.at("/cheapest"))
        .isEqualTo(
            Json.of(
                """
                {"jobs": ["8.3", "8.4"], "spare": ["8.1", "8.2"], "unit": "job", "cost": 2,
                 "costOfAll": 4, "method": "exact"}"""));
    assertThat(value.at("/jobs/2/seconds").isNull()).isTrue();
    assertThat(value.at("/jobs/0/seconds").asInt()).isEqualTo(120);
    assertThat(value.at("/optionalOnly")).isEqualTo(Json.of("{\"total\": 0, \"files\": []}"));
    assertThat(sandbox.check("--job-value").out())
        .contains(
            "the cheapest jobs that keep the 5 covered lines: 8.3, .4 (2 of 4 jobs, each\n"
                + "  counted as 1: not all durations are known); proven, no choice is cheaper.");
  }

  @Test
  void takesNoTimeThatMakesNoSenseForADuration() {
    fourJobs();
    String backwards =
        "\"startedAt\": \"2026-01-02T03:00:00Z\", \"finishedAt\": \"2026-01-01T00:00:00Z\"";
    String ages =
        "\"startedAt\": \"0001-01-01T00:00:00Z\", \"finishedAt\": \"9999-01-01T00:00:00Z\"";
    sandbox.build(
        job("8.1", false, backwards),
        job("8.2", false, ages),
        job("8.3", false, took(6)),
        job("8.4", false, took(0)));

    JsonNode value = value();

    assertThat(value.at("/cheapest/unit").asString()).isEqualTo("job");
    assertThat(value.at("/jobs/0/seconds").isNull()).isTrue();
    assertThat(value.at("/jobs/1/seconds").isNull()).isTrue();
    assertThat(value.at("/jobs/3/seconds").asInt()).isZero();
  }

  @Test
  void isInTheJsonOnlyWhereItWasAskedFor() {
    fourJobs();
    sandbox.check("--json", "out.json");

    assertThat(Json.of(sandbox.read("out.json")).has("jobValue")).isFalse();
    assertThat(sandbox.check("--json", "out.json").out()).doesNotContain("cheapest");
  }

  @Test
  void leavesOutJobsWithoutAReport() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1))).job("8.2");

    Run run = sandbox.check("--job-value", "--no-coverage-job", "8.2", "--show", "none");

    assertThat(run.out())
        .contains(
            """
            job              lines  only here  union without it
            8.1  100.00 % (1 of 1)          1  none

            the only job is needed to keep the 1 covered line
            every job runs lines that no other one runs
            """);
  }

  @Test
  void saysThatNoJobDeliveredAnything() {
    Run run = sandbox.job("8.1").check("--job-value");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out()).contains("\njob value: no job delivered a report\n");
  }

  @Test
  void needsNoJobWhereNothingRan() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 0)));

    assertThat(sandbox.check("--job-value").out())
        .contains(
            """
            job            lines  only here  union without it
            8.1  0.00 % (0 of 1)          0  none, adds nothing

            no line is covered, so no job is needed to keep that
            runs no line that no other job runs: 8.1

            covered by one job alone: 0 of 0 covered lines

            """);
  }

  @Test
  void isInTheTextThatIsWrittenToAFile() {
    fourJobs();
    sandbox.check("--job-value", "--report", "text=out.txt");

    assertThat(sandbox.read("out.txt")).contains("the cheapest jobs that keep the 5 covered lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python-matrix", "python-missed", "python-lcov", "c-matrix"})
  void isWhatRunsWithoutAJobSayOfRecordedBuilds(String build) {
    compare(Sandbox.recorded(build).toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void isWhatRunsWithoutAJobSayOfRandomBuilds(int seed) {
    Random random = new Random(seed);
    for (int job = 1; job <= 5; job++) {
      StringBuilder report = new StringBuilder();
      for (String path : List.of("a.py", "b.py", "c.py")) {
        if (random.nextInt(4) > 0) {
          // Versions list more or fewer lines.
          int lines = 1 + random.nextInt(30);
          int often = 1 + random.nextInt(3);
          report.append(
              lcov(
                  path,
                  IntStream.range(0, lines)
                      .map(line -> random.nextInt(4) < often ? 1 : 0)
                      .toArray()));
        }
      }
      sandbox.job("8." + job, file("a.info", report.append(lcov("d.py", 1)).toString()));
    }
    compare("logs");
  }

  /** Leaves out each job in turn, and all spare ones at once. */
  private void compare(String logs) {
    JsonNode all = run(logs, "--job-value");
    JsonNode value = all.at("/jobValue");
    List<JsonNode> jobs = new ArrayList<>();
    value.at("/jobs").forEach(jobs::add);
    assertThat(jobs).hasSizeGreaterThan(1);
    long alone = 0;
    for (JsonNode job : jobs) {
      String number = job.at("/number").asString();
      JsonNode others = run(logs, "--skip-job", number);

      assertThat(job.at("/without")).as(number).isEqualTo(others.at("/totals/line"));
      alone += job.at("/onlyHere").asLong();
    }
    for (int i = 0; i < jobs.size(); i++) {
      assertThat(jobs.get(i).at("/onlyHere")).isEqualTo(all.at("/jobs/" + i + "/onlyHere"));
      assertThat(jobs.get(i).at("/line")).isEqualTo(all.at("/jobs/" + i + "/line"));
    }
    assertThat(value.at("/alone/total").asLong()).isEqualTo(alone);
    List<String> kept = new ArrayList<>();
    value.at("/cheapest/jobs").forEach(number -> kept.addAll(List.of("--job", number.asString())));
    assertThat(run(logs, kept.toArray(String[]::new)).at("/totals/line/covered"))
        .isEqualTo(all.at("/totals/line/covered"));
  }

  private JsonNode run(String logs, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--logs", logs, "--json", "out.json", "--show", "none"));
    arguments.addAll(Arrays.asList(options));
    assertThat(sandbox.run(arguments.toArray(String[]::new)).status()).isZero();
    return Json.of(sandbox.read("out.json"));
  }
}
