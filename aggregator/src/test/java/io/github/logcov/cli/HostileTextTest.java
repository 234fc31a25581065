package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text from strangers is shown, but steers neither a terminal nor a CI. */
class HostileTextTest {
  private static final String CLEAR = "\u001b[2J";
  private static final String C1 = "\u009b31m";
  private static final String BIDI = "\u202egnp.exe";
  private static final String GITHUB = "::set-env name=PATH::/evil";
  private static final String AZURE = "##vso[task.setvariable variable=x]y";
  private static final String TRAVIS = "\rtravis_fold:end:script\r";
  private static final String ALL = CLEAR + C1 + BIDI + GITHUB + AZURE + TRAVIS;

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static void isHarmless(Run run) {
    assertThat(run.all()).isNotEmpty();
    assertThat(run.all().codePoints().filter(HostileTextTest::steers).boxed()).isEmpty();
    assertThat(run.all()).doesNotContain("::").doesNotContain("##");
  }

  private static boolean steers(int c) {
    return c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  private static String escaped(String text) {
    return text.codePoints()
        .collect(
            StringBuilder::new,
            (json, c) ->
                json.append(c < ' ' || c > '~' ? "\\u%04x".formatted(c) : Character.toString(c)),
            StringBuilder::append)
        .toString();
  }

  @Test
  void inTheNameAndStateAndAddressOfAJob() {
    String odd = escaped(ALL);
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)))
        .build(
            """
            {"number": "8.1", "name": "%s", "state": "%s", "url": "%s", "stage": "%s"},
            {"number": "8.2", "name": "%s", "state": "failed", "url": "%s"}"""
                .formatted(odd, odd, odd, odd, odd, odd));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(7);
    isHarmless(run);
    assertThat(run.all()).contains("\\u{1B}[2J");
  }

  @Test
  void inTheNumberOfAJob() {
    String odd = GITHUB.replace("/", "") + AZURE;

    Run run = sandbox.job(odd, file("a.info", lcov("a.py", 1))).job("x" + odd).check();

    assertThat(run.status()).isEqualTo(4);
    isHarmless(run);
    isHarmless(sandbox.check("--verbose"));
  }

  @Test
  void inPathsOfPayloads() {
    sandbox.job(
        "8.1",
        file("a.info" + ALL, lcov("a.py", 1)),
        file("b.info" + ALL, "SF:x\nDA:\n"),
        file("c" + ALL, "unknown"));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    isHarmless(run);
  }

  @Test
  void inFlags() {
    isHarmless(sandbox.job("8.1", file("a.info", lcov("a.py", 1)).flags(ALL)).check());
  }

  @Test
  void inSourcePaths() {
    String odd = "src/" + ALL.replace("\r", "");

    Run run =
        sandbox
            .job("8.1", file("a.info", lcov(odd, 0) + lcov("/abs" + odd, 1)))
            .check("--min-file-line", "1");

    assertThat(run.status()).isEqualTo(3);
    isHarmless(run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DA:%s\n", "%s\n", "DA:1,1,%s,\n", "BRDA:1,0,%s,?\n", "FN:%s\n"})
  void inRecordsOfAReport(String record) {
    String odd = record.formatted(ALL.replace("\r", ""));

    isHarmless(sandbox.job("8.1", file("a.info", "SF:a.py\n" + odd + "end_of_record\n")).check());
  }

  @Test
  void inWhatTheLogSaysAtItsEnd() {
    sandbox.file("logs/8.1.log", "The job exceeded the maximum time limit for jobs" + ALL + "\n");

    isHarmless(sandbox.check());
  }

  @Test
  void inArguments() {
    isHarmless(sandbox.run("check", "--" + ALL));
    isHarmless(sandbox.run(ALL));
    isHarmless(sandbox.run("check", "--logs", "no" + ALL));
    isHarmless(sandbox.job("8.1").check("--job", ALL));
    isHarmless(sandbox.check("--min-line", ALL));
    isHarmless(sandbox.check("--max-line", ALL));
    isHarmless(sandbox.check("--json", "no/" + ALL + "/x"));
    isHarmless(sandbox.check("--report", ALL));
    isHarmless(sandbox.check("--report", "lcov=no/" + ALL + "/x"));
    isHarmless(sandbox.check("--show", ALL));
    isHarmless(sandbox.check("--sort", ALL));
    isHarmless(sandbox.check("--root", ALL));
    isHarmless(sandbox.check("--path-map", ALL));
  }

  @Test
  void inNamesOfFilesBesideLogs() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)))
        .file("logs/" + ALL.replace("/", "") + ".json", "");

    isHarmless(sandbox.check());
  }

  @Test
  void staysAsItIsInJson() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1)).flags(ALL));

    sandbox.check("--json", "out.json");

    assertThat(Json.of(sandbox.read("out.json")).at("/jobs/0/payloads/0/flags/0").asString())
        .isEqualTo(ALL);
  }
}
