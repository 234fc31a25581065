package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody is asked. */
class LiveUsageTest {
  /** Nobody answers there, and nobody must be asked. */
  private static final String NOBODY = "http://127.0.0.1:1";

  private static final String ID =
      "%s: expected the id of a build, the digits at the end of its page's address, but found"
          + " \"%s\"";

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  /** Nothing but this message, on one line. */
  private static void assertRefused(Run run, String command, String message) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems()).isEqualTo("logcov " + command + ": " + message + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "wait", "inspect"})
  void wantsABuild(String command) {
    assertRefused(
        sandbox.run(command),
        command,
        "which build? in a job on Travis TRAVIS_BUILD_ID says so, which is not set here; name one"
            + " with --build ID"
            + (command.equals("wait") ? "" : ", or saved logs with --logs PATH..."));
  }

  @Test
  void wantsTheIdOfABuildNotItsNumber() {
    assertRefused(
        sandbox.run("check", "--build", "#8112"), "check", ID.formatted("--build", "#8112"));
    assertRefused(
        sandbox.environment("TRAVIS_BUILD_ID", "8112.1").run("check"),
        "check",
        ID.formatted("TRAVIS_BUILD_ID", "8112.1"));
  }

  @ParameterizedTest
  @CsvSource({"--build, 8112", "--api-url, http://travis.test", "--save-logs, saved"})
  void asksTravisOrReadsSavedLogs(String option, String value) {
    assertRefused(
        sandbox.run("check", "--logs", "logs", option, value),
        "check",
        option + " asks Travis, --logs does without: give one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "1s", "", "9999999999", " 5"})
  void wantsWholeSecondsBetweenPolls(String value) {
    String message = "%s: expected whole seconds, at least 1, but found \"" + value + "\"";

    assertRefused(
        sandbox.run("check", "--build", "1", "--api-url", NOBODY, "--poll=" + value),
        "check",
        message.formatted("--poll"));
    if (!value.isEmpty()) {
      sandbox.environment("TRAVIS_POLLING_INTERVAL", value);
      assertRefused(
          sandbox.run("check", "--build", "1", "--api-url", NOBODY),
          "check",
          message.formatted("TRAVIS_POLLING_INTERVAL"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "+1s", "1d", "s", "", "1,5s"})
  void wantsDurationsWithAUnit(String value) {
    for (String option : new String[] {"--settle", "--wait-timeout"}) {
      assertRefused(
          sandbox.run("check", "--build", "1", "--api-url", NOBODY, option + "=" + value),
          "check",
          option
              + ": expected a number with ms, s, m or h, such as 90s, but found \""
              + value
              + "\"");
    }
  }

  @Test
  void quotesNoTokenThatCannotBeOne() {
    Run run = sandbox.environment("TRAVIS_TOKEN", "s3c\u00ebret").run("check", "--build", "1");

    assertRefused(
        run,
        "check",
        "TRAVIS_TOKEN must be letters, digits and signs of ASCII, without blanks in it, but has"
            + " another character; copy it anew from the settings of your Travis account");
  }

  @Test
  void wantsAnAddressOfAnApi() {
    assertRefused(
        sandbox.run("check", "--build", "1", "--api-url", "travis.test"),
        "check",
        "--api-url must begin with https:// or http://, but was \"travis.test\""
            + "; write the address of the API, such as https://api.travis-ci.com or"
            + " https://travis.example.com/api");
    assertRefused(
        sandbox
            .environment("TRAVIS_API_URL", "https://me:pw@travis.test")
            .run("check", "--build", "1"),
        "check",
        "TRAVIS_API_URL must hold no user name or password (a token goes into TRAVIS_TOKEN)"
            + "; write the address of the API, such as https://api.travis-ci.com or"
            + " https://travis.example.com/api");
  }

  @Test
  void savesLogsWhereNothingElseIs() {
    sandbox.file("saved/notes.txt", "mine");

    assertRefused(
        sandbox.run("check", "--build", "1", "--api-url", NOBODY, "--save-logs", "saved"),
        "check",
        "--save-logs: "
            + directory.resolve("saved")
            + ": expected an empty directory, a new one, or one that was saved before, but it has"
            + " other files, such as notes.txt; name another");
    assertThat(sandbox.read("saved/notes.txt")).isEqualTo("mine");
  }
}
