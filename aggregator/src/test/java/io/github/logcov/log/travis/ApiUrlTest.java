package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the API is found, and the pages. */
class ApiUrlTest {
  private static final String WRITE =
      "; write the address of the API, such as https://api.travis-ci.com or"
          + " https://travis.example.com/api";

  private static ApiUrl api(String option, String variable, String job, String build) {
    Map<String, String> environment = new HashMap<>();
    put(environment, "TRAVIS_API_URL", variable);
    put(environment, "TRAVIS_JOB_WEB_URL", job);
    put(environment, "TRAVIS_BUILD_WEB_URL", build);
    return ApiUrl.of(option.equals("-") ? Optional.empty() : Optional.of(option), environment);
  }

  private static void put(Map<String, String> environment, String name, String value) {
    if (!value.equals("-")) {
      environment.put(name, value);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-, -, -, -, https://api.travis-ci.com",
    "-, '', '', '', https://api.travis-ci.com",
    "-, ' ', -, -, https://api.travis-ci.com",
    "https://a.example/api, https://b.example, https://c.example/s/t/jobs/1, -,"
        + " https://a.example/api",
    "-, https://b.example, https://c.example/s/t/jobs/1, -, https://b.example",
    "-, -, https://c.example/s/t/jobs/1, https://d.example/s/t/builds/1, https://c.example/api",
    "-, -, -, https://d.example/s/t/builds/1, https://d.example/api",
    "-, -, https://travis-ci.com/s/t/jobs/1, -, https://api.travis-ci.com",
    "-, -, https://app.travis-ci.com/github/s/t/jobs/1, -, https://api.travis-ci.com",
    "-, -, https://https://travis.example/s/t/jobs/1, -, https://travis.example/api",
    "-, -, http://https://travis.example/s/t/jobs/1, -, https://travis.example/api",
    "-, -, http://travis.example:8080/s/t/jobs/1, -, http://travis.example:8080/api",
    "-, -, https://travis.example/, -, https://travis.example/api",
    "-, -, https://travis.example, -, https://travis.example/api",
    "-, -, nonsense, https://d.example/s/t/builds/1, https://d.example/api",
    "-, -, nonsense, -, https://api.travis-ci.com",
    "https://a.example/, -, -, -, https://a.example",
    "https://a.example/api/, -, -, -, https://a.example/api",
    "HTTPS://A.Example/x/y, -, -, -, https://a.example/x/y",
    "http://127.0.0.1:1234, -, -, -, http://127.0.0.1:1234",
    "'  https://a.example ', -, -, -, https://a.example"
  })
  void isFound(String option, String variable, String job, String build, String expected) {
    assertThat(api(option, variable, job, build)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', -, '--api-url must begin with https:// or http://'",
    "a.example, -, '--api-url must begin with https:// or http://, but was \"a.example\"'",
    "-, ftp://a, 'TRAVIS_API_URL must begin with https:// or http://, but was \"ftp://a\"'",
    "https://, -, '--api-url must be an address, but was \"https://\"'",
    "https://a b/, -, '--api-url must be an address, but was \"https://a b/\"'",
    "https://me:secret@a.example, -, '--api-url must hold no user name or password (a token goes"
        + " into TRAVIS_TOKEN)'",
    "https://a.example/?x=1, -, '--api-url must end after its path, without ? or #, but was"
        + " \"https://a.example/?x=1\"'",
    "-, https://a.example/#x, 'TRAVIS_API_URL must end after its path, without ? or #, but was"
        + " \"https://a.example/#x\"'"
  })
  void refusesWhatIsNone(String option, String variable, String message) {
    assertThatThrownBy(() -> api(option, variable, "-", "-"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message + WRITE);
  }

  @ParameterizedTest
  @CsvSource({
    // What the job was told, with its own id replaced.
    "-, https://app.travis-ci.com/github/me/thing/jobs/1, me/thing,"
        + " https://app.travis-ci.com/github/me/thing",
    "-, https://https://travis.example/me/thing/jobs/1, me/thing,"
        + " https://travis.example/me/thing",
    "-, https://app.travis-ci.com/github/me/thing/jobs/1, '',"
        + " https://app.travis-ci.com/github/me/thing",
    // Another repository, another Travis, or not told.
    "-, https://app.travis-ci.com/github/me/thing/jobs/1, me/other,"
        + " https://app.travis-ci.com/me/other",
    "https://t.example/api, https://app.travis-ci.com/github/me/thing/jobs/1, me/thing,"
        + " https://t.example/me/thing",
    "-, -, me/thing, https://app.travis-ci.com/me/thing"
  })
  void knowsThePages(String option, String job, String slug, String repository) {
    ApiUrl api = api(option, "-", job, "-");
    Optional<String> told = Optional.of(slug).filter(name -> !name.isEmpty());

    assertThat(api.jobPage(told, "42")).isEqualTo(repository + "/jobs/42");
    assertThat(api.buildPage(told, "43")).isEqualTo(repository + "/builds/43");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1234, me/thing",
    "https://t.example/x/api, me/thing",
    "https://api.travis-ci.com, ''"
  })
  void namesTheApiItselfWhereNoPageIsKnown(String option, String slug) {
    ApiUrl api = api(option, "-", "-", "-");
    Optional<String> told = Optional.of(slug).filter(name -> !name.isEmpty());

    assertThat(api.jobPage(told, "42")).isEqualTo(option + "/job/42");
    assertThat(api.buildPage(told, "43")).isEqualTo(option + "/build/43");
  }

  @Test
  void readsTheOwnJobFromTheEnvironment() {
    assertThat(
            OwnJob.of(
                Map.of(
                    "TRAVIS_BUILD_ID", "1",
                    "TRAVIS_JOB_ID", " 2 ",
                    "TRAVIS_JOB_NUMBER", "3.4",
                    "TRAVIS_BUILD_STAGE_NAME", "")))
        .isEqualTo(
            new OwnJob(Optional.of("1"), Optional.of("2"), Optional.of("3.4"), Optional.empty()));
    assertThat(OwnJob.of(Map.of())).isEqualTo(OwnJob.NONE);
  }
}
