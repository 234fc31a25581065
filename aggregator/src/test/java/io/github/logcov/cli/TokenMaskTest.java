package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token is in nothing that is printed or written about a run, wherever it was met. */
class TokenMaskTest {
  private static final String TOKEN = "CanaryCanarz";

  @TempDir Path directory;

  private static Scenario build() {
    return Scenario.build(8112)
        .token(TOKEN)
        .job(
            Job.over(
                    "8112.1",
                    "passed",
                    log(
                        file(TOKEN + "/a.info", lcov("src/" + TOKEN + ".py", 1, 0)),
                        file(TOKEN + ".txt", "no report of " + TOKEN),
                        file("b.info", "SF:x\nDA:" + TOKEN + "\nend_of_record\n").flags(TOKEN)))
                .name("job of " + TOKEN))
        .job(Job.over("8112.2", "passed", LogText.of("$ echo " + TOKEN + "\n" + TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "inspect"})
  void isNowhereInWhatACommandTells(String command) {
    try (AtTravis at = new AtTravis(directory, build()).environment("TRAVIS_TOKEN", TOKEN)) {
      Run run = at.fromOutside(command, "-v", "--settle", "1s", "--json", "out.json");

      assertThat(run.status()).isEqualTo(command.equals("check") ? 5 : 0);
      assertThat(run.out()).contains("[token]").doesNotContain(TOKEN);
      assertThat(run.err()).contains("[token]").doesNotContain(TOKEN);
      assertThat(at.sandbox().read("out.json")).contains("[token]").doesNotContain(TOKEN);
      assertThat(Json.of(at.sandbox().read("out.json")).has("jobs")).isTrue();
    }
  }

  @Test
  void isNotTakenOutOfFilesThatWereCarried() throws IOException {
    try (AtTravis at = new AtTravis(directory, build()).environment("TRAVIS_TOKEN", TOKEN)) {
      Run run = at.fromOutside("extract", "--job", "8112.1", "--to", "out", "--save-logs", "saved");

      assertThat(run.status()).isZero();
      assertThat(run.all()).contains("[token]").doesNotContain(TOKEN);
      assertThat(at.sandbox().read("out/8112.1/" + TOKEN + ".txt"))
          .isEqualTo("no report of " + TOKEN);
      assertThat(Files.readString(directory.resolve("saved/8112.1.log")))
          .isEqualTo(
              AtTravis.text(
                  file(TOKEN + "/a.info", lcov("src/" + TOKEN + ".py", 1, 0)),
                  file(TOKEN + ".txt", "no report of " + TOKEN),
                  file("b.info", "SF:x\nDA:" + TOKEN + "\nend_of_record\n").flags(TOKEN)));
    }
  }

  @Test
  void isInNoTraceOfACrash() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("a fault that quotes " + TOKEN);
          }
        };
    Run run =
        new Sandbox(directory)
            .environment("TRAVIS_TOKEN", TOKEN)
            .input(broken)
            .run("check", "--logs", "-", "--json", "out.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.all()).contains("a fault that quotes [token]").doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "CanaryCanarz, [token]",
    "CanaryCanaryCanarz, Canary[token]",
    "CanaryCanarzCanaryCanarz!, [token][token]!",
    "CanaryCanar, CanaryCanar",
    "CCanaryCanarz Ca, C[token] Ca",
    "none, none"
  })
  void isFoundAcrossAnyBorder(String text, String expected) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int first = 0; first <= bytes.length; first++) {
      for (int second = first; second <= bytes.length; second++) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TokenMask mask = TokenMask.of(Map.of("TRAVIS_TOKEN", " " + TOKEN + "\n")).orElseThrow();
        try (TokenMask.Masked masked = mask.over(out)) {
          masked.write(bytes, 0, first);
          masked.flush();
          masked.write(bytes, first, second - first);
          masked.write(bytes, second, bytes.length - second);
        }
        assertThat(out.toString(UTF_8)).isEqualTo(expected);
      }
    }
  }

  /** As JSON, addresses and pages write it, and as logcov itself escapes what is odd in it. */
  @ParameterizedTest
  @CsvSource({
    "abc, x abc y, x [token] y",
    "s3cr\"e/t\\, 's3cr\"e/t\\ s3cr\\\"e/t\\\\ s3cr\\\"e\\/t\\\\', [token] [token] [token]",
    "a<b&c>d/e, a%3Cb%26c%3Ed%2Fe a%3cb%26c%3ed%2fe a&lt;b&amp;c&gt;d/e, [token] [token] [token]",
    "k::v##w, k:\\u{3A}v#\\u{23}w k:\\u003av#\\u0023w, [token] [token]",
    "token, a token here, a *** here"
  })
  void isFoundInEverySpelling(String token, String text, String expected) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TokenMask mask = TokenMask.of(Map.of("TRAVIS_TOKEN", token)).orElseThrow();
    try (TokenMask.Masked masked = mask.over(out)) {
      masked.write(text.getBytes(UTF_8));
    }

    assertThat(out.toString(UTF_8)).isEqualTo(expected);
  }

  /** A value that is no token at all, such as one somebody forgot to fill in. */
  @ParameterizedTest
  @CsvSource({
    "null, '{\"a\": null, \"null\": \"x null\"}', '{\"a\": null, \"[token]\": \"x [token]\"}'",
    "123, '{\"a\\\\\": 1234, \"b\\\"123\": 123}', '{\"a\\\\\": 1234, \"b\\\"[token]\": 123}'"
  })
  void leavesJsonJson(String token, String json, String expected) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    TokenMask mask = TokenMask.of(Map.of("TRAVIS_TOKEN", token)).orElseThrow();
    for (int cut = 0; cut <= bytes.length; cut++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (TokenMask.Masked masked = mask.overJson(out)) {
        masked.write(bytes, 0, cut);
        masked.write(bytes, cut, bytes.length - cut);
      }
      assertThat(out.toString(UTF_8)).isEqualTo(expected);
    }
  }

  @Test
  void mustBeLongEnoughToBeLookedFor() {
    Sandbox sandbox = new Sandbox(directory).environment("TRAVIS_TOKEN", "xy");

    assertThat(sandbox.run("check", "--build", "1").problems())
        .isEqualTo(
            "logcov check: TRAVIS_TOKEN must have at least 3 characters, or it could not be kept out"
                + " of what is shown, but has 2; copy it anew from the settings of your Travis"
                + " account, or unset it\n");
  }

  @Test
  void isNotInTheDescriptionOfSavedLogs() throws IOException {
    Scenario cut =
        Scenario.build(8112)
            .token(TOKEN)
            .job(
                Job.over("8112.1", "passed", LogText.of("x\n" + TOKEN + "\n"))
                    .name("job of " + TOKEN))
            .job(Job.over("8112.2", "failed", log(file(TOKEN, "x" + TOKEN))));
    try (AtTravis at = new AtTravis(directory, cut).environment("TRAVIS_TOKEN", TOKEN)) {
      Run run = at.check("--save-logs", "saved", "--settle", "1s");

      assertThat(run.status()).isEqualTo(7);
      assertThat(Files.readString(directory.resolve("saved/build.json")))
          .contains("job of [token]")
          .doesNotContain(TOKEN);
    }
  }

  @Test
  void isNotLookedForWhereThereIsNone() {
    assertThat(TokenMask.of(Map.of())).isEmpty();
    assertThat(TokenMask.of(Map.of("TRAVIS_TOKEN", " "))).isEmpty();
  }

  @Test
  void letsAFailureOfTheStreamBelowShow() {
    PrintStream full =
        new PrintStream(
            new java.io.OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("full");
              }
            });
    TokenMask mask = TokenMask.of(Map.of("TRAVIS_TOKEN", TOKEN)).orElseThrow();

    MaskedPrint print = MaskedPrint.of(full, mask);
    print.println("something");

    assertThat(print.checkError()).isTrue();
  }
}
