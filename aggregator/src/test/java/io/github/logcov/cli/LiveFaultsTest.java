package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Fault.On;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.Moment;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Travis that is slow, busy, broken, or says no. */
class LiveFaultsTest {
  private static final String TOKEN = "s3cr3t-T0ken";

  @TempDir Path directory;

  private static Scenario build() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", log(file("a.info", lcov("a.py", 1)))))
        .job(Job.over("8112.2", "passed", log(file("b.info", lcov("b.py", 1)))));
  }

  private AtTravis at(Scenario scenario) {
    return new AtTravis(directory, scenario);
  }

  /** Whatever goes wrong at first, the verdict is the one of an untroubled run. */
  private String passes(Fault fault) {
    try (AtTravis at = at(build().fault(fault))) {
      Run run = at.check("--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(run.verdict()).isEqualTo("verdict: passed");
      return at.withoutHost(run.err());
    }
  }

  private String isUnavailable(Scenario scenario, String... more) {
    try (AtTravis at = at(scenario)) {
      Run run = at.check(more);

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.verdict()).startsWith("verdict: unavailable (1 error above)");
      return at.withoutHost(run.problems());
    }
  }

  @Test
  void obeysRetryAfter() {
    assertThat(passes(Fault.status(429).on(On.JOBS).retryAfter("3")))
        .startsWith("logcov: too many requests from this address; going on in 3s\n");
    assertThat(passes(Fault.status(429).on(On.LOG).retryAfter("2")))
        .contains("logcov: too many requests from this address; going on in 2s\n");
  }

  @Test
  void waitsForTheMinuteToTurnWhereTravisDoesNotSayHowLong() {
    assertThat(passes(Fault.status(429).on(On.JOBS)))
        .startsWith("logcov: too many requests from this address; going on in 32.5s\n");
  }

  @Test
  void asksAgainAfterAPageOfTheRouter() {
    assertThat(passes(Fault.status(503).on(On.JOBS)))
        .startsWith(
            "logcov: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but "
                + "was 503 (an HTML page); a fault of Travis, or of a proxy before it; try again "
                + "later, and see https://www.traviscistatus.com; asking for the jobs again in "
                + "875ms\n");
  }

  @Test
  void asksAgainAfterAPageWithStatus200() {
    assertThat(passes(Fault.html().on(On.JOBS)))
        .startsWith(
            "logcov: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but: "
                + "expected JSON, but found something else at $; try again later, and check that "
                + "--api-url or TRAVIS_API_URL name the API of a Travis; asking for the jobs "
                + "again in 875ms\n");
    assertThat(passes(Fault.html().on(On.LOG)))
        .contains(", but: it is an HTML page; try again later");
  }

  @Test
  void asksAgainAfterABodyThatBreaksOff() {
    assertThat(passes(Fault.cutAfter(100).on(On.JOBS)))
        .startsWith(
            "logcov: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but: "
                + "it is empty or ends too early; try again later, and check that --api-url or "
                + "TRAVIS_API_URL name the API of a Travis; asking for the jobs again in 875ms\n");
    assertThat(passes(Fault.cutAfter(100).on(On.LOG)))
        .contains(
            ": the connection broke off, or the answer is damaged; check the network, and whether"
                + " Travis is up (https://www.traviscistatus.com); asking for the log of 8112.");
  }

  @Test
  void asksAgainAfterMalformedJson() {
    assertThat(passes(Fault.answer(200, "application/json", "{\"jobs\": 3}").on(On.JOBS)))
        .startsWith(
            "logcov: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but: "
                + "expected a list at $.jobs, but found a number; try again later, and check that "
                + "--api-url or TRAVIS_API_URL name the API of a Travis; asking for the jobs "
                + "again in 875ms\n");
  }

  @Test
  void followsARedirect() {
    try (AtTravis archive = at(build());
        AtTravis at =
            at(
                build()
                    .fault(
                        Fault.redirect(archive.travis().url() + "/v3/job/8112001/log.txt")
                            .on(On.LOG)))) {
      assertThat(at.check("--job", "8112.1", "--min-line", "100").status()).isZero();
      assertThat(archive.travis().count("/v3/job/8112001/log.txt")).isEqualTo(1);
    }
  }

  @Test
  void endsAtItsDeadlineHoweverSilentTheServerIs() {
    assertThat(isUnavailable(build().fault(Fault.stalled().always()), "--wait-timeout", "10s"))
        .isEqualTo(
            "error: the jobs of the build could not be listed in 10s (--wait-timeout); no "
                + "answer came [wait-timeout]\n");
    assertThat(
            isUnavailable(
                build().fault(Fault.stalled().on(On.LOG).always()), "--wait-timeout", "10s"))
        .isEqualTo(
            """
            logcov: waiting for 2 jobs: 8112.1, 8112.2
            error: 10s are over (--wait-timeout), and still open: 8112.1 (passed, but its log is \
            not read yet), 8112.2 (passed, but its log is not read yet); look at what keeps them, \
            or wait longer [wait-timeout]
            note: jobs 8112.1 and 8112.2: not looked at any more, since the time was up \
            (--wait-timeout 10s) [job-unread]
            """);
  }

  @Test
  void namesWhatIsStillOpenAtTheDeadline() {
    assertThat(
            isUnavailable(
                build().job(Job.numbered("8112.3").then(Step.start().state("started"))),
                "--wait-timeout",
                "10s"))
        .contains(
            "error: 10s are over (--wait-timeout), and still open: 8112.3 (started); look "
                + "at what keeps them, or wait longer [wait-timeout]\nnote: job 8112.3: not "
                + "looked at any more, since the time was up (--wait-timeout 10s) [job-unread]\n");
  }

  @Test
  void waitsForNoServerThatWantsMoreTimeThanThereIs() {
    assertThat(
            isUnavailable(
                build().fault(Fault.status(503).on(On.JOBS).retryAfter("3600").always()),
                "--wait-timeout",
                "10m"))
        .startsWith(
            "error: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but "
                + "was 503 (an HTML page); a fault of Travis, or of a proxy before it"
                + "; try again later, and see https://www.traviscistatus.com; it asks"
                + " to be left alone for 1h, but --wait-timeout leaves 9m")
        .endsWith(": try again later [travis-fault]\n");
  }

  @Test
  void saysWhatToDoAboutRestrictedLogs() {
    assertThat(isUnavailable(build().restrictedLogs(), "--job", "8112.1"))
        .endsWith(
            "error: job 8112.1: HOST/job/8112001/log.txt: the answer must be the log of job "
                + "8112.1, but was 403 log_access_denied (\"We're sorry, but this data is not "
                + "available. Please check the repository settings in Travis CI.\"); the "
                + "repository shows its logs to people with push access only; switch off \"Access "
                + "to logs only for write/push users\" in its settings on Travis, or set "
                + "TRAVIS_TOKEN to the token of such a user [log-restricted]\n");
  }

  @Test
  void saysWhatToDoAboutExpiredLogs() {
    assertThat(
            isUnavailable(
                build().fault(Fault.error(403, "log_expired", "too old").on(On.LOG).always()),
                "--job",
                "8112.1"))
        .endsWith(
            "error: job 8112.1: HOST/job/8112001/log.txt: the answer must be the log of job "
                + "8112.1, but was 403 log_expired (\"too old\"); Travis shows logs for 365 days; "
                + "restart the build, or switch on \"Access to old logs\" in the settings of the "
                + "repository on Travis [log-expired]\n");
  }

  @Test
  void asksWhetherAnUnknownBuildIsPrivate() {
    assertThat(isUnavailable(build().hidden()))
        .isEqualTo(
            "error: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but "
                + "was 404 not_found (\"build not found (or insufficient access)\"); check the id "
                + "of the build, and that --api-url or TRAVIS_API_URL name the Travis it is on; "
                + "is it private? Then set TRAVIS_TOKEN [build-unknown]\n");
  }

  @Test
  void judgesAPrivateBuildWithAToken() {
    try (AtTravis at =
        at(build().hidden().token(TOKEN)).environment("TRAVIS_TOKEN", " " + TOKEN + "\n")) {
      Run run = at.check("-v", "--min-line", "100");

      assertThat(run.status()).isZero();
      assertThat(at.travis().requests())
          .allSatisfy(
              request -> assertThat(request.header("Authorization")).contains("token " + TOKEN));
      assertThat(run.all()).doesNotContain(TOKEN);
    }
  }

  @Test
  void saysThatAStaleTokenBreaksWhatWorksWithoutOne() {
    try (AtTravis at = at(build()).environment("TRAVIS_TOKEN", TOKEN)) {
      Run run = at.check();

      assertThat(run.status()).isEqualTo(6);
      assertThat(at.withoutHost(run.problems()))
          .isEqualTo(
              "error: HOST/build/8112/jobs: the answer must be the jobs of build 8112, but "
                  + "was 403 (\"access denied\"); a stale token breaks what would work without one: "
                  + "unset TRAVIS_TOKEN, or set it to a new one when the repository is private "
                  + "[token-refused]\n");
    }
  }

  @Test
  void showsNoTokenThatAServerEchoes() {
    Scenario scenario =
        build()
            .token(TOKEN)
            .fault(Fault.error(400, TOKEN, "bad token " + TOKEN).on(On.JOBS).from(Moment.poll(1)));
    try (AtTravis at = at(scenario).environment("TRAVIS_TOKEN", TOKEN)) {
      Run run = at.check("-v", "--json", "out.json");

      assertThat(run.status()).isEqualTo(6);
      assertThat(run.all()).contains("bad token [token]").doesNotContain(TOKEN);
      assertThat(at.sandbox().read("out.json")).doesNotContain(TOKEN);
    }
  }

  @Test
  void sendsNoTokenInTheOpen() {
    Sandbox sandbox = new Sandbox(directory).environment("TRAVIS_TOKEN", TOKEN);

    Run run = sandbox.run("check", "--build", "8112", "--api-url", "http://travis.test/api");

    assertThat(run.status()).isEqualTo(6);
    assertThat(run.problems())
        .isEqualTo(
            "error: http://travis.test/api/build/8112/jobs: is plain http, which would show "
                + "the token to everybody on the way; write https in --api-url or TRAVIS_API_URL, "
                + "or unset TRAVIS_TOKEN [token-refused]\n");
  }

  @Test
  void leavesATokenBehindWhereARedirectLeads() {
    try (AtTravis archive = at(build());
        AtTravis at =
            at(build()
                    .token(TOKEN)
                    .fault(
                        Fault.redirect(archive.travis().url() + "/v3/job/8112001/log.txt")
                            .on(On.LOG)))
                .environment("TRAVIS_TOKEN", TOKEN)) {
      assertThat(at.check("--job", "8112.1", "--min-line", "100").status()).isZero();
      assertThat(archive.travis().requests())
          .singleElement()
          .satisfies(request -> assertThat(request.header("Authorization")).isEmpty());
    }
  }
}
