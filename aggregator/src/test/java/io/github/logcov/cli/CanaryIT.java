package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A token that is a canary: whatever a server does with it, and however the built program ends, it
 * is in nothing that the program writes. Runs at {@code verify}, when the program is there.
 */
@Timeout(120)
class CanaryIT {
  private static final String CANARY = "c4nary\"b1rd/<x>";
  private static final String JSON = "c4nary\\\"b1rd/<x>";
  private static final String ADDRESS = "c4nary%22b1rd%2F%3Cx%3E";
  private static final String PAGE = "c4nary&quot;b1rd/&lt;x&gt;";
  private static final String SCRIPT = JSON.replace("<", "\\u003c");
  private static final List<String> SPELLINGS =
      List.of(
          CANARY,
          JSON,
          SCRIPT,
          JSON.replace("/", "\\/"),
          ADDRESS,
          ADDRESS.replace("%2F", "/"),
          PAGE);

  private static final String FORMS =
      Stream.of("html", "markdown", "text", "json", "cobertura", "lcov", "badge")
          .map(
              form ->
                  " --report %s=%s"
                      .formatted(form, form.equals("json") ? "same.json" : "o." + form))
          .collect(Collectors.joining());

  @TempDir Path directory;
  @TempDir Path streams;

  static Stream<Fault> echoes() {
    String all = String.join(" ", SPELLINGS);
    return Stream.of(
        Fault.answer(403, "text/plain", "no access with " + all),
        Fault.answer(
            403,
            "application/json",
            "{\"error_type\": \"" + JSON + "\", \"error_message\": \"bad " + JSON + "\"}"),
        Fault.answer(403, "application/json", "{\"error\": \"" + JSON + "\", cut " + all),
        Fault.answer(404, "text/html", "<html>" + PAGE + "</html>"),
        Fault.answer(200, "application/json", "{\"jobs\": [{\"id\": \"" + JSON + "\"}]}"),
        Fault.answer(200, "application/json", "{\"" + JSON + "\": 1}"),
        Fault.answer(200, "text/plain", all),
        Fault.answer(500, "text/plain", all),
        Fault.redirect("ftp://elsewhere/" + ADDRESS + "?token=" + ADDRESS),
        Fault.redirect("http://" + "c4nary.invalid/" + ADDRESS + "?token=" + ADDRESS),
        Fault.redirect("http://127.0.0.1:1/" + ADDRESS + "?token=" + ADDRESS));
  }

  private static Scenario build() {
    return Scenario.build(8112)
        .token(CANARY)
        .job(
            Job.over(
                    "8112.1",
                    "passed",
                    log(
                        file("a " + CANARY + ".info", lcov("src/" + CANARY + ".py", 1, 0)),
                        file("b.info", "SF:x\nDA:" + CANARY + "\nend_of_record\n").flags(CANARY),
                        file(CANARY + ".txt", "no report of " + CANARY)))
                .name("job of " + CANARY))
        .job(Job.over("8112.2", "passed", LogText.of("$ echo " + CANARY + "\n" + CANARY)));
  }

  private Run run(FakeTravis travis, String arguments) throws Exception {
    return new Program(directory, streams)
        .environment("TRAVIS_TOKEN", CANARY)
        .environment("URL", travis.url())
        .shell(
            "$LOGCOV %s --build 8112 --api-url \"$URL\" --poll 1 --wait-timeout 2s -v"
                .formatted(arguments));
  }

  /** Everything that was written anywhere, names of files too; saved logs are what they were. */
  private void isNowhere(String... kept) throws IOException {
    for (Path folder : List.of(directory, streams)) {
      try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
        for (Path file : files.toList()) {
          String name = folder.relativize(file).toString();
          if (Stream.of(kept).noneMatch(name::startsWith)) {
            assertThat(name + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(SPELLINGS);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("echoes")
  void isNotToldWhenAServerEchoesIt(Fault echo) throws Exception {
    for (Fault.On on : List.of(Fault.On.JOBS, Fault.On.LOG)) {
      try (FakeTravis travis = FakeTravis.start(build().fault(echo.on(on).always()))) {
        Run run = run(travis, "check --settle 1s --json out.json --save-logs saved" + FORMS);

        assertThat(run.status()).isBetween(1, 7);
        isNowhere("saved/8112.");
      }
    }
  }

  @Test
  void isNotToldWhenAJobPrintsIt() throws Exception {
    try (FakeTravis travis = FakeTravis.start(build())) {
      assertThat(run(travis, "check --settle 1s --json o.json --save-logs saved" + FORMS).status())
          .isEqualTo(5);
      run(travis, "inspect --json i.json");
      run(travis, "wait");

      isNowhere("saved/8112.");
      for (String form : List.of("json", "html", "markdown", "lcov")) {
        assertThat(Files.readString(directory.resolve("o." + form))).as(form).contains("[token]");
      }
    }
  }

  /** Out of memory in a thread that reads a log. */
  @Test
  void isInNoReportOfACrash() throws Exception {
    Scenario large =
        Scenario.build(8112)
            .token(CANARY)
            .job(
                Job.over(
                    "8112.1",
                    "passed",
                    log(file(CANARY + ".info", lcov(CANARY, new int[1_000_000])))));
    try (FakeTravis travis = FakeTravis.start(large)) {
      Run run =
          new Program(directory, streams)
              .environment("TRAVIS_TOKEN", CANARY)
              .environment("LOGCOV_JAVA_OPTS", "-Xmx12m")
              .shell(
                  "$LOGCOV check --build 8112 --poll 1 --json out.json -v --api-url "
                      + travis.url());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("logcov: out of memory; give it more, ");
      isNowhere();
    }
  }
}
