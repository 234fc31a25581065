package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.log.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import mockwebserver3.MockResponse;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where redirects lead, and what goes with them. */
class RedirectsTest {
  private static final String JOBS = Fixtures.text("travis/jobs.json");
  private static final String AFTER =
      "; check that --api-url or TRAVIS_API_URL name the API of a Travis";

  private FakeTravis travis;
  private FakeTravis other;

  @BeforeEach
  void start() throws IOException {
    travis = new FakeTravis();
    other = new FakeTravis();
  }

  @AfterEach
  void stop() {
    travis.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void takesTheTokenAlongOnTheSameHostAndPort(int status) throws UnavailableException {
    travis
        .says(new MockResponse.Builder().code(status).addHeader("Location", "/v3/jobs#top").build())
        .says(200, JOBS);

    travis.buildWithToken().siblings();

    travis.request();
    var second = travis.request();
    assertThat(second.getTarget()).isEqualTo("/v3/jobs");
    assertThat(second.getHeaders().get("Authorization")).isEqualTo("token " + FakeTravis.TOKEN);
    assertThat(second.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(second.getHeaders().get("Travis-API-Version")).isEqualTo("3");
  }

  @Test
  void leavesTheTokenBehindOnAnotherPortAndTakesItUpOnTheWayBack() throws Exception {
    travis
        .says(FakeTravis.redirect(other.root() + "/log?X-Amz-Signature=secret"))
        .says(200, "a log\n");
    other.says(FakeTravis.redirect(travis.root() + "/back"));

    try (var log = travis.buildWithToken().openLog(FakeTravis.job())) {
      assertThat(new String(log.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("a log\n");
    }

    var there = other.request();
    assertThat(there.getTarget()).isEqualTo("/log?X-Amz-Signature=secret");
    assertThat(there.getHeaders().get("Authorization")).isNull();
    assertThat(there.getHeaders().get("Accept")).isEqualTo("text/plain");
    travis.request();
    assertThat(travis.request().getHeaders().get("Authorization"))
        .isEqualTo("token " + FakeTravis.TOKEN);
    assertThat(travis.log)
        .containsExactly(
            "GET " + travis.root() + "/job/620081121/log.txt 302",
            "GET " + other.root() + "/log 302",
            "GET " + travis.root() + "/back 200");
  }

  @Test
  void leavesTheTokenBehindOnAnotherNameOfTheSameHost() throws UnavailableException {
    // MockWebServer listens on the loopback address, which has two names.
    String name = travis.server.getHostName().equals("localhost") ? "127.0.0.1" : "localhost";
    travis
        .says(FakeTravis.redirect("http://" + name + ":" + travis.server.getPort() + "/jobs"))
        .says(200, JOBS);

    travis.buildWithToken().siblings();

    travis.request();
    assertThat(travis.request().getHeaders().get("Authorization")).isNull();
  }

  @Test
  void doesNotSayThatATokenIsWhyWhereItWasNotSent() {
    travis.says(FakeTravis.redirect(other.root() + "/x?signature=secret"));
    other.says(403, "<Error><Code>AccessDenied</Code></Error>");

    assertThat(travis.failure(travis.buildWithToken()).replace(other.root(), "OTHER"))
        .isEqualTo(
            "TRAVIS_REFUSED NONE: API/build/290001234/jobs (redirected to OTHER/x): the answer must"
                + " be the jobs of build 290001234, but was 403"
                + " (\"<Error><Code>AccessDenied</Code></Error>\"); this address may be banned for"
                + " a while (up to 5 hours), by Travis or by a proxy between");
  }

  @Test
  void followsFiveAndNoMore() throws UnavailableException {
    for (int i = 1; i <= 5; i++) {
      travis.says(FakeTravis.redirect("/" + i));
    }
    travis.says(200, JOBS);
    assertThat(travis.build().siblings().jobs()).hasSize(6);

    for (int i = 1; i <= 6; i++) {
      travis.says(FakeTravis.redirect("/" + i));
    }
    assertThat(travis.failure(travis.build()))
        .isEqualTo(
            "TRAVIS_FAULT NONE: API/build/290001234/jobs: at most 5 redirects are followed, but"
                + " there is one more, to API/6"
                + AFTER);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.com/log?x, 'leads to \"ftp://example.com/log\"'",
    "file:///etc/passwd, 'leads to \"file:///etc/passwd\"'",
    "javascript:alert(1), 'leads to \"javascript:alert(1)\"'",
    "'http://[', 'leads to \"http://[\"'",
    "Abc123SecretSecret:x, 'leads to \"[token]:x\"'",
    "'', leads nowhere"
  })
  void refusesWhatIsNotHttp(String location, String told) {
    travis.says(FakeTravis.redirect(location));

    assertThat(travis.failure(travis.buildWithToken()))
        .isEqualTo(
            "TRAVIS_FAULT NONE: API/build/290001234/jobs: a redirect must lead to an address of"
                + " http or https, but "
                + told
                + AFTER);
  }

  @Test
  void refusesPlainHttpWithAToken() {
    TravisBuild build =
        travis.build(
            travis.settings(
                "http://travis.invalid/api",
                FakeTravis.BUILD,
                OwnJob.NONE,
                Token.of(FakeTravis.TOKEN)));

    assertThat(travis.failure(build))
        .isEqualTo(
            "TOKEN_REFUSED NONE: http://travis.invalid/api/build/290001234/jobs: is plain http,"
                + " which would show the token to everybody on the way; write https in --api-url or"
                + " TRAVIS_API_URL, or unset TRAVIS_TOKEN");
    assertThat(travis.log).as("requests").isEmpty();
  }

  @Test
  void refusesToBeLedToPlainHttpWithAToken() {
    travis.says(FakeTravis.redirect("http://logs.invalid/1?secret"));

    assertThat(travis.failure(travis.buildWithToken()))
        .isEqualTo(
            "TOKEN_REFUSED NONE: API/build/290001234/jobs: redirects to plain http"
                + " (http://logs.invalid/1), which is not followed when there is a token; unset"
                + " TRAVIS_TOKEN if all that is asked for is public");
  }

  @Test
  void namesTheHostThatCouldNotBeReached() throws IOException {
    String closed = other.root();
    other.close();
    travis.says(FakeTravis.redirect(closed + "/jobs?secret"));

    assertThat(travis.failure(travis.build()).replace(closed, "OTHER"))
        .startsWith(
            "TRAVIS_UNREACHABLE SOON: API/build/290001234/jobs (redirected to OTHER/jobs): no"
                + " connection to port "
                + HttpUrl.get(closed).port()
                + " of ");
  }

  @Test
  void takesNoUserNameFromARedirect() throws UnavailableException {
    travis
        .says(FakeTravis.redirect(travis.root().replace("http://", "http://me:pw@") + "/jobs"))
        .says(200, JOBS);

    travis
        .build(travis.settings(travis.root(), FakeTravis.BUILD, OwnJob.NONE, Optional.empty()))
        .siblings();

    travis.request();
    assertThat(travis.request().getHeaders().get("Authorization")).isNull();
    assertThat(travis.log.toString()).doesNotContain("pw");
  }
}
