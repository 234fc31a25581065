package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers with status 200 that are not what was asked for. */
class OddAnswersTest {
  private static final String BEFORE =
      "TRAVIS_FAULT SOON: API/build/290001234/jobs: the answer must be the jobs of build 290001234,"
          + " but: ";
  private static final String AFTER =
      "; try again later, and check that --api-url or TRAVIS_API_URL name the API of a Travis";

  private FakeTravis travis;

  @BeforeEach
  void start() throws IOException {
    travis = new FakeTravis();
  }

  @AfterEach
  void stop() {
    travis.close();
  }

  private static String jobs(String... jobs) {
    return "{\"@type\": \"jobs\", \"jobs\": [" + String.join(",", jobs) + "]}";
  }

  private static Stream<Arguments> answers() {
    String good = "{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\"}";
    String json = "expected JSON, but found something else at $";
    return Stream.of(
        Arguments.of("", "it is empty or ends too early"),
        Arguments.of(
            "{\"@type\": \"jobs\", \"jobs\": [{\"id\": 1,", "it is empty or ends too early"),
        Arguments.of("<!DOCTYPE html><html></html>", json),
        Arguments.of("{\"@type\": \"jobs\", \"jobs\": [}", json + ".jobs[0]"),
        Arguments.of("null", "expected an object at $, but found null"),
        Arguments.of("[]", "expected an object at $, but found a list"),
        Arguments.of("{}", "expected a list at $.jobs, but found nothing"),
        Arguments.of(
            "{\"@type\": \"jobs\", \"jobs\": {}}",
            "expected a list at $.jobs, but found an object"),
        Arguments.of(
            "{\"@type\": \"builds\", \"jobs\": [" + good + "]}",
            "expected an object of type jobs at $, but found one of type \"builds\""),
        Arguments.of(
            "{\"@type\": \"error\", \"error_type\": \"not_found\", \"error_message\": \"no\\u0007!\"}",
            "expected an object of type jobs at $, but found an error (not_found, \"no!\")"),
        Arguments.of(
            "{\"error\": \"sorry\"}",
            "expected an object of type jobs at $, but found an error (sorry)"),
        Arguments.of(jobs(), "expected at least one job at $.jobs, but found none"),
        Arguments.of(jobs(good) + "x", "there is more behind the end of its JSON"),
        Arguments.of(
            jobs("{\"number\": \"8.1\", \"state\": \"passed\"}"),
            "expected an id at $.jobs[0].id, but found nothing"),
        Arguments.of(
            jobs("{\"id\": \"../7\", \"number\": \"8.1\", \"state\": \"passed\"}"),
            "expected an id, which is a whole number at $.jobs[0].id, but found \"../7\""),
        Arguments.of(
            jobs("{\"id\": 1.5, \"number\": \"8.1\", \"state\": \"passed\"}"),
            "expected an id, which is a whole number at $.jobs[0].id, but found \"1.5\""),
        Arguments.of(
            jobs("{\"id\": true, \"number\": \"8.1\", \"state\": \"passed\"}"),
            "expected an id, which is a whole number at $.jobs[0].id, but found true or false"),
        Arguments.of(
            jobs("{\"id\": 1, \"state\": \"passed\"}"),
            "expected the number of a job, such as 8112.10 at $.jobs[0].number, but found nothing"),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": \"8.1/../x\", \"state\": \"passed\"}"),
            "expected the number of a job, such as 8112.10 at $.jobs[0].number, but found"
                + " \"8.1/../x\""),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": 8.10, \"state\": \"passed\"}"),
            "expected a string at $.jobs[0].number, but found a number"),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": \"8.1\"}"),
            "expected a state, such as passed at $.jobs[0].state, but found nothing"),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": \"8.1\", \"state\": 4}"),
            "expected a string at $.jobs[0].state, but found a number"),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\", \"allow_failure\": 0}"),
            "expected true or false at $.jobs[0].allow_failure, but found a number"),
        Arguments.of(
            jobs(
                "{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\", \"finished_at\": \"now\"}"),
            "expected a time such as 2026-11-21T09:30:00Z at $.jobs[0].finished_at, but found"
                + " \"now\""),
        Arguments.of(
            jobs(good, "{\"id\": 2, \"number\": \"8.1\", \"state\": \"passed\"}"),
            "expected a number that no other job has at $.jobs[1].number, but found 8.1"),
        Arguments.of(
            jobs(good, "{\"id\": 1, \"number\": \"8.2\", \"state\": \"passed\"}"),
            "expected an id that no other job has at $.jobs[1].id, but found 1"),
        Arguments.of(
            jobs("{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\", \"build\": {\"id\": 9}}"),
            "job 8.1 in it is one of build 9"),
        Arguments.of("[".repeat(1000), "expected an object at $, but found a list"),
        Arguments.of(
            "{\"x\": " + "[".repeat(1000),
            "expected at most 100 values in each other at $.x"
                + "[0]".repeat(100)
                + ", but found more"),
        Arguments.of(
            "{\"" + "n".repeat(10_000) + "\": " + "[".repeat(1000),
            "expected at most 100 values in each other at $."
                + "n".repeat(253)
                + "..."
                + "n".repeat(297)
                + "..."));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void tellsWhatIsOdd(String body, String complaint) {
    travis.says(200, body);

    assertThat(travis.failure(travis.build())).isEqualTo(BEFORE + complaint + AFTER);
  }

  @Test
  void passesOverWhatItDoesNotKnow() throws Exception {
    travis.says(
        200,
        """
        {"new": [{"deep": [1, null]}], "jobs": [{"id": 1, "number": "8.1", "state": "passed",
          "stage": null, "build": {"@href": "/build/1"}, "commit": null, "new": {"x": 1}}]}
        """);

    assertThat(travis.build().siblings().jobs()).hasSize(1);
  }

  @Test
  void passesOverAHundredValuesInEachOther() throws Exception {
    // The object around it is the first one, lists of job and config are others.
    String deep = "[".repeat(98) + "1" + "]".repeat(98);
    String job = "{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\", \"config\": %s}";
    travis.says(
        200,
        "{\"x\": [%s], \"y\": {\"a\": {}, \"b\": [{}, %s]}, \"jobs\": [%s]}"
            .formatted(
                deep, deep.substring(1, 196), job.formatted("{\"env\": {\"a\": [[1], {}]}}")));

    assertThat(travis.build().siblings().jobs()).hasSize(1);
  }

  @Test
  void readsTheBeginningOfAnErrorOnly() {
    String message = "\"error_message\": \"found\"";
    String pad = "{\"x\": \"" + "x".repeat(4096 - 10 - message.length()) + "\", ";

    travis.says(500, pad + message + "}");
    assertThat(travis.failure(travis.build())).contains("(\"found\")");
    travis.says(500, " " + pad + message + "}");
    assertThat(travis.failure(travis.build())).doesNotContain("found").contains(" was 500");
  }

  @Test
  void shortensTextsThatAreShown() {
    travis.says(200, "{\"@type\": \"" + "x".repeat(200) + "\"}");
    assertThat(travis.failure(travis.build())).contains('"' + "x".repeat(200) + '"');

    travis.says(200, "{\"@type\": \"" + "x".repeat(201) + "\"}");
    assertThat(travis.failure(travis.build()))
        .doesNotContain("x".repeat(200))
        .contains("x".repeat(90), "...");
  }

  @Test
  void doesNotTellATokenThatIsEchoed() {
    travis.says(200, "{\"@type\": \"" + "x".repeat(190) + FakeTravis.TOKEN + "\"}");

    assertThat(travis.failure(travis.buildWithToken())).contains("[token]").doesNotContain("Abc");
  }

  @Test
  void boundsAnAnswerUnpacked() throws IOException {
    Buffer packed = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(packed))) {
      gzip.writeUtf8("{\"x\": \"");
      for (int i = 0; i < 100; i++) {
        gzip.writeUtf8("x".repeat(100_000));
      }
    }
    travis.says(
        new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(packed).build());
    TravisBuild build =
        TravisBuild.of(
            travis.settings(travis.root(), FakeTravis.BUILD, OwnJob.NONE, Optional.empty()),
            1_000_000);

    assertThat(travis.failure(build))
        .isEqualTo(
            "TRAVIS_FAULT SOON: API/build/290001234/jobs: the answer must be the jobs of build"
                + " 290001234 in at most 1000000 bytes, but is longer"
                + AFTER);
  }

  @Test
  void tellsThatGzipIsDamaged() {
    travis.says(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body("this is no gzip")
            .build());

    assertThat(travis.failure(travis.build()))
        .startsWith(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs: the connection broke off, or the"
                + " answer is damaged; check");
  }

  @Test
  void tellsThatABodyWasCut() {
    travis.says(
        new MockResponse.Builder()
            .body(jobs("{\"id\": 1, \"number\": \"8.1\", \"state\": \"passed\"}"))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThat(travis.failure(travis.build()))
        .isEqualTo(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs: the connection broke off, or the answer is"
                + " damaged; check the network, and whether Travis is up (https://www.traviscistatus.com)");
  }
}
