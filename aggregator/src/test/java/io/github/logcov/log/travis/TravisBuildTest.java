package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which jobs a build has, and how they are asked for. */
class TravisBuildTest {
  private static final String JOBS = Fixtures.text("travis/jobs.json");
  private static final String STAGES = Fixtures.text("travis/stages.json");
  private static final String NO_STAGES = Fixtures.text("travis/jobs-without-stages.json");

  private FakeTravis travis;

  @BeforeEach
  void start() throws IOException {
    travis = new FakeTravis();
  }

  @AfterEach
  void stop() {
    travis.close();
  }

  private TravisBuild asked(Reach reach, Map<String, String> environment) {
    return asked(FakeTravis.BUILD, reach, environment);
  }

  private TravisBuild asked(String id, Reach reach, Map<String, String> environment) {
    TravisSettings plain =
        travis.settings(travis.root(), id, OwnJob.of(environment), Optional.empty());
    return travis.build(
        new TravisSettings(
            plain.api(),
            id,
            plain.own(),
            reach,
            plain.token(),
            plain.userAgent(),
            plain.timeouts(),
            plain.log()));
  }

  private static List<String> numbers(Siblings siblings) {
    return siblings.jobs().stream().map(Job::number).toList();
  }

  private static List<String> notes(Siblings siblings) {
    return siblings.notes().stream().map(Problem::message).toList();
  }

  @Test
  void tellsAllOfEachJobInTheOrderOfNumbers() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings = asked(Reach.EARLIER_STAGES, inJob("620081131")).siblings();

    assertThat(siblings.build())
        .isEqualTo(
            new BuildInfo(
                Optional.of("290001234"),
                Optional.of("8112"),
                Optional.of("eedba05ac0c04ff1b1d2a9e4a08a8ac8a2d0c9e1"),
                Optional.of(travis.root() + "/build/290001234")));
    Optional<Instant> began = Optional.of(Instant.parse("2026-11-21T09:30:01Z"));
    Optional<Instant> ended = Optional.of(Instant.parse("2026-11-21T09:34:10Z"));
    assertThat(siblings.jobs())
        .containsExactly(
            job(
                "620081121",
                "8112.1",
                "python 3.8, os linux, DB=pg TOKEN=[secure]",
                "passed",
                false,
                new JobTimes(began, ended, Optional.empty())),
            job(
                "620081122",
                "8112.2",
                "python 3.10, os osx",
                "started",
                false,
                new JobTimes(
                    began, Optional.empty(), Optional.of(Instant.parse("2026-11-21T09:29:59Z")))),
            job(
                "620081130",
                "8112.10",
                "lint",
                "failed",
                true,
                new JobTimes(began, ended, Optional.empty())));
  }

  private Job job(
      String id, String number, String name, String state, boolean allowFailure, JobTimes times) {
    return new Job(
        Optional.of(id),
        number,
        Optional.of(name),
        Optional.of("Test"),
        Optional.of(state),
        allowFailure,
        Optional.of(travis.root() + "/job/" + id),
        times);
  }

  private static Map<String, String> inJob(String id) {
    return Map.of("TRAVIS_BUILD_ID", FakeTravis.BUILD, "TRAVIS_JOB_ID", id);
  }

  @Test
  void leavesOutItselfItsStageAndLaterOnes() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings = asked(Reach.EARLIER_STAGES, inJob("620081131")).siblings();

    assertThat(numbers(siblings)).containsExactly("8112.1", "8112.2", "8112.10");
    assertThat(notes(siblings))
        .containsExactly(
            "left out: job 8112.11, which runs this; 1 other job of its stage: 8112.12; 1 job of a"
                + " later stage: 8112.13");
  }

  @Test
  void takesItsOwnStageTooWhenWaiting() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings = asked(Reach.OWN_STAGE_TOO, inJob("620081131")).siblings();

    assertThat(numbers(siblings)).containsExactly("8112.1", "8112.2", "8112.10", "8112.12");
    assertThat(notes(siblings))
        .containsExactly("left out: job 8112.11, which runs this; 1 job of a later stage: 8112.13");
  }

  @Test
  void leavesNothingEarlierForTheFirstStage() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings = asked(Reach.EARLIER_STAGES, inJob("620081121")).siblings();

    assertThat(numbers(siblings)).isEmpty();
    assertThat(notes(siblings))
        .containsExactly(
            "left out: job 8112.1, which runs this; 2 other jobs of its stage: 8112.2, 8112.10; 3"
                + " jobs of later stages: 8112.11, 8112.12, 8112.13");
  }

  @Test
  void knowsItselfByNumberWhereTheIdIsNotKnown() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings =
        asked(Reach.EARLIER_STAGES, Map.of("TRAVIS_JOB_NUMBER", "8112.11")).siblings();

    assertThat(numbers(siblings)).containsExactly("8112.1", "8112.2", "8112.10");
  }

  @Test
  void knowsItsStageByNameWhereTheJobIsNotKnown() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings =
        asked(
                Reach.EARLIER_STAGES,
                Map.of("TRAVIS_BUILD_ID", FakeTravis.BUILD, "TRAVIS_BUILD_STAGE_NAME", "coverage"))
            .siblings();

    assertThat(numbers(siblings)).containsExactly("8112.1", "8112.2", "8112.10");
    assertThat(notes(siblings))
        .containsExactly(
            "left out: 2 jobs of the stage that runs this: 8112.11, 8112.12; 1 job of a later"
                + " stage: 8112.13");
  }

  @Test
  void takesAllOthersWithoutStages() throws UnavailableException {
    travis.says(200, NO_STAGES);

    Siblings siblings =
        asked("290001300", Reach.EARLIER_STAGES, Map.of("TRAVIS_JOB_ID", "620081203")).siblings();

    assertThat(numbers(siblings)).containsExactly("8113.1", "8113.2");
    assertThat(notes(siblings)).containsExactly("left out: job 8113.3, which runs this");
    assertThat(siblings.jobs().get(1).name()).isEmpty();
    assertThat(siblings.jobs().get(1).stage()).isEmpty();
  }

  @Test
  void takesAllOfABuildThatRunsElsewhere() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings =
        asked(
                Reach.EARLIER_STAGES,
                Map.of(
                    "TRAVIS_BUILD_ID", "1",
                    "TRAVIS_JOB_ID", "2",
                    "TRAVIS_JOB_NUMBER", "8112.11",
                    "TRAVIS_BUILD_STAGE_NAME", "Coverage"))
            .siblings();

    assertThat(numbers(siblings))
        .containsExactly("8112.1", "8112.2", "8112.10", "8112.11", "8112.12", "8112.13");
    assertThat(notes(siblings)).isEmpty();
  }

  @Test
  void asksForConfigurationsOnceAndRemembersTheNames() throws UnavailableException {
    travis.says(200, JOBS).says(200, JOBS.replaceAll("(?s),\\s*\"config\": \\{.*?\\}", ""));
    TravisBuild build = travis.build();

    Siblings first = build.siblings();
    Siblings second = build.siblings();

    assertThat(second).isEqualTo(first);
    assertThat(travis.request().getTarget()).isEqualTo("/build/290001234/jobs?include=job.config");
    assertThat(travis.request().getTarget()).isEqualTo("/build/290001234/jobs");
    assertThat(travis.log)
        .containsExactly(
            "GET " + travis.root() + "/build/290001234/jobs?include=job.config 200",
            "GET " + travis.root() + "/build/290001234/jobs 200");
  }

  @Test
  void asksForConfigurationsUntilThereWasAnAnswer() throws UnavailableException {
    travis.says(502, "").says(200, JOBS);
    TravisBuild build = travis.build();

    assertThatThrownBy(build::siblings).isInstanceOf(UnavailableException.class);
    build.siblings();

    travis.request();
    assertThat(travis.request().getTarget()).isEqualTo("/build/290001234/jobs?include=job.config");
  }

  @Test
  void sendsWhatTheApiGoesBy() throws UnavailableException {
    travis.says(200, JOBS);

    travis.build().siblings();

    RecordedRequest request = travis.request();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getHeaders().get("Travis-API-Version")).isEqualTo("3");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("logcov/1.2.3");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    assertThat(request.getHeaders().get("Authorization")).isNull();
  }

  @Test
  void sendsATokenInTheWordsOfTheApi() throws UnavailableException {
    travis.says(200, JOBS);

    travis.buildWithToken().siblings();

    assertThat(travis.request().getHeaders().get("Authorization"))
        .isEqualTo("token " + FakeTravis.TOKEN);
  }

  @Test
  void keepsThePathOfTheApi() throws UnavailableException {
    travis.says(200, JOBS);

    Siblings siblings =
        travis
            .build(
                travis.settings(
                    travis.root() + "/api/", FakeTravis.BUILD, OwnJob.NONE, Optional.empty()))
            .siblings();

    assertThat(travis.request().getTarget())
        .isEqualTo("/api/build/290001234/jobs?include=job.config");
    assertThat(siblings.jobs().get(0).url())
        .contains(travis.root() + "/someone/thing/jobs/620081121");
    assertThat(siblings.build().url()).contains(travis.root() + "/someone/thing/builds/290001234");
  }

  @Test
  void unpacksGzip() throws IOException, UnavailableException {
    Buffer packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8(JOBS);
    }
    travis.says(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(packed).build());

    assertThat(travis.build().siblings().jobs()).hasSize(6);
  }

  @Test
  void asksForTheNumbersOfStagesOnceWhereJobsDoNotTellThem() throws UnavailableException {
    String bare = JOBS.replaceAll("(\"id\": 700[123],)\\s*\"number\": [123],", "$1");
    travis.says(200, bare).says(200, STAGES).says(200, bare);
    TravisBuild build = asked(Reach.EARLIER_STAGES, inJob("620081131"));

    Siblings first = build.siblings();
    build.siblings();

    assertThat(numbers(first)).containsExactly("8112.1", "8112.2", "8112.10");
    travis.request();
    assertThat(travis.request().getTarget()).isEqualTo("/build/290001234/stages");
    assertThat(travis.request().getTarget()).isEqualTo("/build/290001234/jobs");
    assertThat(travis.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void failsWhereTheNumberOfAStageIsToldNowhere() {
    String bare = JOBS.replaceAll("(\"id\": 700[123],)\\s*\"number\": [123],", "$1");
    travis.says(200, bare).says(200, STAGES.replace("\"id\": 7001", "\"id\": 7009"));

    assertThat(travis.failure(travis.build()))
        .isEqualTo(
            "TRAVIS_FAULT SOON: API/build/290001234/jobs: the answer must be the jobs of build"
                + " 290001234, but: the stage of job 8112.10 in it has no number, and none is told"
                + " of it elsewhere; try again later, and check that --api-url or TRAVIS_API_URL"
                + " name the API of a Travis");
  }

  @Test
  void failsWhenAJobVanishes() throws UnavailableException {
    String later = NO_STAGES.replace("\"number\": \"8113.2\"", "\"number\": \"8113.4\"");
    travis.says(200, NO_STAGES).says(200, later.replace("620081202", "620081204"));
    TravisBuild build = asked("290001300", Reach.EARLIER_STAGES, Map.of());
    build.siblings();

    assertThat(travis.failure(build))
        .startsWith(
            "TRAVIS_FAULT SOON: API/build/290001300/jobs: the answer must be the jobs of build"
                + " 290001300, but: it is without job 8113.2, which was in the one before; try");
  }

  @Test
  void failsForGoodWhenAJobIsAddedOrExchanged() throws UnavailableException {
    String fewer = NO_STAGES.replace("290001300", FakeTravis.BUILD);
    String one = "{\"jobs\": [{\"id\": 620081201, \"number\": \"8113.1\", \"state\": \"passed\"}]}";
    travis.says(200, one).says(200, fewer).says(200, one.replace("620081201", "620081209"));
    TravisBuild build = travis.build();
    build.siblings();

    assertThat(travis.failure(build))
        .startsWith(
            "TRAVIS_FAULT NONE: API/build/290001234/jobs: the answer must be the jobs of build"
                + " 290001234, but: it has job 8113.2, 8113.3, which was not in the one before;");
    assertThat(travis.failure(build))
        .startsWith(
            "TRAVIS_FAULT NONE: API/build/290001234/jobs: the answer must be the jobs of build"
                + " 290001234, but: its jobs have other ids than in the one before;");
  }

  @Test
  void keepsStatesThatNobodyKnowsAndCleansWhatIsShown() throws UnavailableException {
    travis.says(
        200,
        """
        {"@type": "jobs", "jobs": [{"id": "7", "number": "1.1", "state": "paused\\u001b[2J\\u202e",
          "config": {"name": "a\\u0007b\\n%s"}}], "@warnings": [{"@type": "warning"}]}
        """
            .formatted(FakeTravis.TOKEN));

    Job job = travis.buildWithToken().siblings().jobs().get(0);

    assertThat(job.state()).contains("paused[2J");
    assertThat(job.name()).contains("ab [token]");
    assertThat(job.id()).contains("7");
  }

  @Test
  void cutsLongNames() throws UnavailableException {
    travis.says(
        200,
        """
        {"@type": "jobs", "jobs": [{"id": 7, "number": "1.1", "state": "passed",
          "config": {"name": "%s"}}]}
        """
            .formatted("x".repeat(5_000_000)));

    assertThat(travis.build().siblings().jobs().get(0).name()).contains("x".repeat(197) + "...");
  }

  @Test
  void failsAfterItWasClosed() {
    TravisBuild build = travis.build();
    build.close();

    assertThat(travis.failure(build))
        .isEqualTo(
            "TRAVIS_UNREACHABLE NONE: API/build/290001234/jobs: was not asked to the end, since"
                + " this run ended before");
    assertThat(travis.server.getRequestCount()).isZero();
  }

  @Test
  void refusesAnIdThatIsNone() {
    assertThatThrownBy(
            () -> travis.settings(travis.root(), "8112/../1", OwnJob.NONE, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the id of a build must be digits, as in the address of its page, such as 290001234,"
                + " but was \"8112/../1\"");
  }

  @Test
  void refusesATimeoutThatWouldLastForEver() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new TravisTimeouts(second, Duration.ZERO, second, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a timeout must be at least 1 ms, but was PT0S");
  }
}
