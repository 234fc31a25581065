package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are taken for a Python; each is a script for {@code sh}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs /bin/sh")
class PythonTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path directory;
  private Path bin;
  private Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    bin = Files.createDirectory(directory.resolve("bin"));
    folder = Files.createDirectory(directory.resolve("folder"));
  }

  @Test
  void isLookedUpInThePath() throws IOException {
    program("snake", "exit 0");

    assertThat(report("snake", Map.of("PATH", "/nowhere:" + bin)).how())
        .isEqualTo(Python.How.REPORTED);
    assertThat(report("snake", Map.of("PATH", "/nowhere")).how()).isEqualTo(Python.How.ABSENT);
    assertThat(report("snake", Map.of()).how()).isEqualTo(Python.How.ABSENT);
  }

  /** It would be a file of the checkout, which anybody may have written. */
  @Test
  void isNeverOneOfTheCurrentDirectory() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    program("snake", "exit 0");
    String relative = here.relativize(bin.toAbsolutePath()).toString();

    assertThat(report("snake", Map.of("PATH", relative + "::")).how()).isEqualTo(Python.How.ABSENT);
  }

  @Test
  void isAbsentWithoutCoveragePy() throws IOException {
    assertThat(report(program("snake", "exit 97"), Map.of()).how()).isEqualTo(Python.How.ABSENT);
    assertThat(report(directory.resolve("no").toString(), Map.of()).how())
        .isEqualTo(Python.How.ABSENT);
  }

  @Test
  void showsTheLastWordsOfAFailure() throws IOException {
    String snake =
        program("snake", "printf 'one\\ntwo\\n\\n  three \\033[31mred\\nfour\\n'; exit 1");

    assertThat(report(snake, Map.of()))
        .isEqualTo(new Python.Ended(Python.How.FAILED, "two / three ?[31mred / four"));
    assertThat(report(program("silent", "exit 3"), Map.of()).said())
        .isEqualTo("it does not say why");
    assertThat(
            report(program("talkative", "head -c 5000 /dev/zero | tr '\\0' x; exit 1"), PATH)
                .said())
        .isEqualTo("x".repeat(400));
  }

  @Test
  void isStoppedWhenItTakesTooLong() throws IOException {
    String snake = program("snake", "tail -f /dev/null");

    Python.Ended ended =
        new Python(snake, PATH).report(folder, directory, Duration.ofMillis(50), 1, 1);

    assertThat(ended.how()).isEqualTo(Python.How.TOO_SLOW);
  }

  /** And works in the checkout, on files in the folder. */
  @Test
  void getsTheEnvironmentButNoToken() throws IOException {
    String snake =
        program("snake", "{ pwd; printenv; for last; do :; done; echo \"$last\"; } >../seen");

    report(
        snake,
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "TRAVIS_TOKEN",
            "secret",
            "COVERAGE_PROCESS_START",
            ".coveragerc",
            "COVERAGE_FILE",
            "/home/user/.coverage",
            "COVERAGE_RCFILE",
            "own.cfg"));

    assertThat(directory.resolve("seen"))
        .content()
        .startsWith(bin.toRealPath() + "\n")
        .contains("COVERAGE_FILE=" + folder.resolve("combined") + "\n")
        .contains("COVERAGE_RCFILE=own.cfg\n")
        .endsWith("\n" + folder.resolve("report.json") + "\n")
        .doesNotContain("secret")
        .doesNotContain("PROCESS_START");
  }

  private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

  private String program(String name, String script) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file.toString();
  }

  private Python.Ended report(String program, Map<String, String> environment) {
    return new Python(program, environment).report(folder, bin, LONG, 1, 1);
  }
}
