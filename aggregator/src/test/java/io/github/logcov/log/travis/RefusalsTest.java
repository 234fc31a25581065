package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.log.LogAbsentException;
import java.io.IOException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each status means. */
class RefusalsTest {
  private static final String JOBS =
      "API/build/290001234/jobs: the answer must be the jobs of build 290001234, but was ";
  private static final String LOG =
      "API/job/620081121/log.txt: the answer must be the log of job 8112.1, but was ";
  private static final String FAULT =
      "; a fault of Travis, or of a proxy before it; try again later, and see"
          + " https://www.traviscistatus.com";
  private static final String STALE =
      "; a stale token breaks what would work without one: unset TRAVIS_TOKEN, or set it to a new"
          + " one when the repository is private";
  private static final String LOGIN =
      "; this Travis, or a proxy before it, answers nobody without a login; set TRAVIS_TOKEN";
  private static final String BANNED =
      "; this address may be banned for a while (up to 5 hours), by Travis or by a proxy between";
  private static final String THROTTLED =
      "; there were too many requests from this address, which other jobs may share (Travis allows"
          + " 500 a minute); wait a minute, or ask less often with --poll";
  private static final String RESTRICTED =
      "403 log_access_denied (\"access denied to log\"); the repository shows its logs to people"
          + " with push access only; switch off \"Access to logs only for write/push users\" in its"
          + " settings on Travis, or set TRAVIS_TOKEN to the token of such a user";
  private static final String EXPIRED =
      "403 log_expired (\"log expired\"); Travis shows logs for 365 days; restart the build, or"
          + " switch on \"Access to old logs\" in the settings of the repository on Travis";
  private static final String WHERE =
      "check the id of the build, and that --api-url or TRAVIS_API_URL name the Travis it is on; is"
          + " it private? Then ";
  private static final String WRONG_API =
      "; check that --api-url or TRAVIS_API_URL name the API of a Travis";
  private static final String TOKEN_WHY = "; or the token is why: try without TRAVIS_TOKEN";
  private static final String HTML =
      "<!DOCTYPE html>\n<html><title>Application Error</title></html>";

  private FakeTravis travis;

  @BeforeEach
  void start() throws IOException {
    travis = new FakeTravis();
  }

  @AfterEach
  void stop() {
    travis.close();
  }

  private static String error(String type, String message) {
    return """
        {
          "@type": "error",
          "error_type": "%s",
          "error_message": "%s"
        }"""
        .formatted(type, message);
  }

  private static Stream<Arguments> lists() {
    String missing = error("not_found", "build not found (or insufficient access)");
    String found404 = "404 not_found (\"build not found (or insufficient access)\"); " + WHERE;
    return Stream.of(
        row(404, missing, false, "BUILD_UNKNOWN NONE", found404 + "set TRAVIS_TOKEN"),
        row(
            404,
            missing,
            true,
            "BUILD_UNKNOWN NONE",
            found404 + "TRAVIS_TOKEN must be the token of somebody who may see it"),
        row(
            404,
            HTML,
            false,
            "BUILD_UNKNOWN NONE",
            "404 (an HTML page); " + WHERE + "set TRAVIS_TOKEN"),
        row(401, "", false, "TRAVIS_REFUSED NONE", "401" + LOGIN),
        row(401, "no", true, "TOKEN_REFUSED NONE", "401 (\"no\")" + STALE),
        row(
            403,
            error("login_required", "login required"),
            false,
            "TRAVIS_REFUSED NONE",
            "403 login_required (\"login required\")" + LOGIN),
        row(
            403,
            error("login_required", "login required"),
            true,
            "TOKEN_REFUSED NONE",
            "403 login_required (\"login required\")" + STALE),
        row(
            403,
            error("wrong_credentials", "access denied"),
            true,
            "TOKEN_REFUSED NONE",
            "403 wrong_credentials (\"access denied\")" + STALE),
        row(403, "access denied", true, "TOKEN_REFUSED NONE", "403 (\"access denied\")" + STALE),
        row(403, "access denied", false, "TRAVIS_REFUSED NONE", "403 (\"access denied\")" + BANNED),
        row(403, "Forbidden\n", false, "TRAVIS_REFUSED NONE", "403 (\"Forbidden\")" + BANNED),
        row(
            403,
            "Forbidden\n",
            true,
            "TRAVIS_REFUSED NONE",
            "403 (\"Forbidden\")" + BANNED + TOKEN_WHY),
        row(
            400,
            error("wrong_params", "wrong parameters"),
            false,
            "TRAVIS_REFUSED NONE",
            "400 wrong_params (\"wrong parameters\")" + WRONG_API),
        row(
            405,
            error("method_not_allowed", "method not allowed"),
            true,
            "TRAVIS_REFUSED NONE",
            "405 method_not_allowed (\"method not allowed\")" + WRONG_API + TOKEN_WHY),
        row(
            429,
            "Retry later\n",
            false,
            "TRAVIS_THROTTLED THROTTLED",
            "429 (\"Retry later\")" + THROTTLED),
        row(408, "", false, "TRAVIS_FAULT SOON", "408" + FAULT),
        row(425, "", false, "TRAVIS_FAULT SOON", "425" + FAULT),
        row(
            500,
            "Sorry, we experienced an error.\n",
            false,
            "TRAVIS_FAULT SOON",
            "500 (\"Sorry, we experienced an error.\")" + FAULT),
        row(
            500,
            "{\"error\":\"Travis encountered an error, sorry :(\"}",
            false,
            "TRAVIS_FAULT SOON",
            "500 (\"Travis encountered an error, sorry :(\")" + FAULT),
        row(501, "", false, "TRAVIS_FAULT SOON", "501" + FAULT),
        row(502, HTML, false, "TRAVIS_FAULT SOON", "502 (an HTML page)" + FAULT),
        row(503, HTML, false, "TRAVIS_FAULT SOON", "503 (an HTML page)" + FAULT),
        row(504, "", false, "TRAVIS_FAULT SOON", "504" + FAULT),
        row(304, "", false, "TRAVIS_FAULT SOON", "304" + FAULT),
        row(599, "[1,2]", false, "TRAVIS_FAULT SOON", "599 (\"[1,2]\")" + FAULT));
  }

  private static Arguments row(
      int status, String body, boolean token, String kind, String message) {
    return Arguments.of(status, body, token, kind, message);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void decidesOnTheStatusOfAList(
      int status, String body, boolean token, String kind, String message) {
    travis.says(status, body);

    String failure = travis.failure(token ? travis.buildWithToken() : travis.build());

    assertThat(failure).isEqualTo(kind + ": " + JOBS + message);
    assertThat(travis.server.getRequestCount()).as("one attempt").isEqualTo(1);
  }

  private static Stream<Arguments> logs() {
    return Stream.of(
        row(
            403,
            error("log_access_denied", "access denied to log"),
            false,
            "LOG_RESTRICTED NONE",
            RESTRICTED),
        row(
            403,
            error("log_access_denied", "access denied to log"),
            true,
            "LOG_RESTRICTED NONE",
            RESTRICTED),
        row(403, error("log_expired", "log expired"), false, "LOG_EXPIRED NONE", EXPIRED),
        row(403, "access denied", true, "TOKEN_REFUSED NONE", "403 (\"access denied\")" + STALE),
        row(403, "Forbidden\n", false, "TRAVIS_REFUSED NONE", "403 (\"Forbidden\")" + BANNED),
        row(
            429,
            "Retry later\n",
            false,
            "TRAVIS_THROTTLED THROTTLED",
            "429 (\"Retry later\")" + THROTTLED),
        row(
            500,
            "Sorry, we experienced an error.\n",
            false,
            "TRAVIS_FAULT SOON",
            "500 (\"Sorry, we experienced an error.\")" + FAULT),
        row(503, HTML, false, "TRAVIS_FAULT SOON", "503 (an HTML page)" + FAULT));
  }

  /** The API labels errors as text where text was asked for. */
  @ParameterizedTest
  @MethodSource("logs")
  void decidesOnTheStatusOfALog(
      int status, String body, boolean token, String kind, String message) {
    travis.says(
        FakeTravis.answer(status, body)
            .newBuilder()
            .addHeader("Content-Type", "text/plain")
            .build());

    String failure = travis.logFailure(token ? travis.buildWithToken() : travis.build());

    assertThat(failure).isEqualTo(kind + ": " + LOG + message);
    assertThat(travis.server.getRequestCount()).as("one attempt").isEqualTo(1);
  }

  private static Stream<Arguments> absent() {
    return Stream.of(
        Arguments.of(
            error("not_found", "log not found"),
            false,
            "is not there yet (the answer was 404 not_found (\"log not found\"))"),
        Arguments.of(
            error("not_found", "log not found (or insufficient access)"),
            true,
            "is not there, or not for everybody (the answer was 404 not_found (\"log not found (or"
                + " insufficient access)\"))"
                + TOKEN_WHY),
        Arguments.of(
            error("not_found", "could not retrieve log"),
            false,
            "is in the archive of Travis, which cannot find it there (the answer was 404 not_found"
                + " (\"could not retrieve log\"))"),
        Arguments.of(HTML, false, "is not there (the answer was 404 (an HTML page))"),
        Arguments.of("", false, "is not there (the answer was 404)"));
  }

  @ParameterizedTest
  @MethodSource("absent")
  void takesALogThatIsNotFoundForOneThatMayCome(String body, boolean token, String message) {
    travis.says(404, body);
    TravisBuild build = token ? travis.buildWithToken() : travis.build();

    LogAbsentException absent =
        catchThrowableOfType(LogAbsentException.class, () -> build.openLog(FakeTravis.job()));

    assertThat(absent).hasMessage(message);
    assertThat(absent.lasting()).isFalse();
  }

  private static Stream<Arguments> pauses() {
    String then = "Sat, 21 Nov 2026 09:31:30 GMT";
    return Stream.of(
        Arguments.of(429, "17", "", " PT17S"),
        Arguments.of(429, " 17 ", "", " PT17S"),
        Arguments.of(429, "0", "", " PT0S"),
        Arguments.of(429, then, "Sat, 21 Nov 2026 09:30:00 GMT", " PT1M30S"),
        Arguments.of(429, then, "Sat, 21 Nov 2026 09:32:00 GMT", " PT0S"),
        Arguments.of(429, then, "", ""),
        Arguments.of(429, "-1", "", ""),
        Arguments.of(429, "soon", "Sat, 21 Nov 2026 09:30:00 GMT", ""),
        Arguments.of(429, "99999999999999999999", "", ""),
        Arguments.of(429, "b\u00e4ld", "", ""),
        Arguments.of(503, "0", "", " PT0S"),
        Arguments.of(503, "99999999999999999999", "", ""),
        Arguments.of(408, "", "", ""));
  }

  @ParameterizedTest
  @MethodSource("pauses")
  void tellsHowLongToPauseAndAsksNoSecondTime(int status, String after, String now, String told) {
    MockResponse.Builder response = FakeTravis.answer(status, "").newBuilder();
    if (!after.isEmpty()) {
      response.addHeaderLenient("Retry-After", after);
    }
    if (!now.isEmpty()) {
      response.addHeader("Date", now);
    }
    travis.says(response.build());

    String hope = status == 429 ? "TRAVIS_THROTTLED THROTTLED" : "TRAVIS_FAULT SOON";
    assertThat(travis.failure(travis.build())).startsWith(hope + told + ": ");
    assertThat(travis.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 429, 500})
  void doesNotTellATokenThatIsEchoed(int status) {
    travis.says(
        status,
        error("x " + FakeTravis.TOKEN, "Abc123\\u200bSecretSecret and " + FakeTravis.TOKEN));

    String failure = travis.failure(travis.buildWithToken());

    assertThat(failure)
        .contains(status + " x [token] (\"[token] and [token]\")")
        .doesNotContain("Secret");
    assertThat(travis.log.toString()).doesNotContain("Secret");
  }

  @Test
  void readsAndShowsLittleOfALongError() {
    travis.says(500, "\u001b[31m" + "y".repeat(3_000_000));

    assertThat(travis.failure(travis.build()))
        .isEqualTo(
            "TRAVIS_FAULT SOON: " + JOBS + "500 (\"[31m" + "y".repeat(193) + "...\")" + FAULT);
  }
}
