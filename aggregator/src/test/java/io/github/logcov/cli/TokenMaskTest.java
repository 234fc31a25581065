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
