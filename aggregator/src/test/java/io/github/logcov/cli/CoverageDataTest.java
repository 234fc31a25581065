package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.Fixtures;
import io.github.logcov.fixtures.NeedsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that send coverage.py's data file itself, which coverage.py has to read. */
class CoverageDataTest {
  /** Debian's, whose coverage.py {@code python3-coverage} starts, whatever PATH has first. */
  private static final String PYTHON = "/usr/bin/python3";

  private static final String PROGRAM =
      """
      import sys

      def sign(number):
          if number < 0:
              return "-"
          return "+"

      print(sign(int(sys.argv[1])))
      """;

  @TempDir Path folder;
  private Path directory;
  private Path project;
  private Sandbox sandbox;

  @BeforeEach
  void makeProject() throws IOException {
    directory = folder.toRealPath();
    project = Files.createDirectory(directory.resolve("project"));
    sandbox = new Sandbox(directory);
    sandbox.file("project/sign.py", PROGRAM);
    sandbox.file("project/.coverage", "the user's own");
  }

  @Test
  @NeedsTool("python3-coverage")
  void unitesWhatEachJobMeasured() throws Exception {
    sandbox.job("8.1", file(".coverage", measure(project, "1")));
    sandbox.job("8.2", file(".coverage", measure(project, "-1")));

    Run run = check("--min-line", "100", "--min-branch", "100");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            job  reports             lines  only here  remarks
            8.1        1  83.33 % (5 of 6)          1
            8.2        1  83.33 % (5 of 6)          1

            total: lines 100.00 % (6 of 6), branches 100.00 % (2 of 2)

            lines: 100.00 % (6 of 6), needs 100 %: met
            branches: 100.00 % (2 of 2), needs 100 %: met
            verdict: passed
            """);
    assertThat(run.status()).isZero();
    assertThat(sandbox.read("project/.coverage")).isEqualTo("the user's own");
    assertThat(names(project)).containsExactly(".coverage", "sign.py");
  }

  /** As its documentation says: the first path of the group is that of the checkout. */
  @Test
  @NeedsTool("python3-coverage")
  void followsThePathsOfTheProject() throws Exception {
    Path other = Files.createDirectories(directory.resolve("elsewhere/checkout"));
    Files.writeString(other.resolve("sign.py"), PROGRAM);
    sandbox.job("8.1", file(".coverage", measure(project, "1")));
    sandbox.job("8.2", file(".coverage", measure(other, "-1")));
    Files.delete(other.resolve("sign.py"));

    Run without = check("--min-line", "100");
    sandbox.file("project/.coveragerc", "[paths]\nsource =\n    .\n    */elsewhere/checkout\n");
    Run with = check("--min-line", "100");

    assertThat(without.status()).isEqualTo(5);
    assertThat(without.problems())
        .isEqualTo(
            "error: job 8.2 > .coverage: coverage.py makes no report of this data file: No source for code: '"
                + other
                + "/sign.py'.; or emit coverage.xml or coverage.json in the jobs instead [coveragepy-failed]\n");
    assertThat(with.err()).isEmpty();
    assertThat(with.status()).isZero();
  }

  /** Those of the configuration: a threshold is not its business here, what counts is. */
  @Test
  @NeedsTool("python3-coverage")
  void followsTheConfigurationOfTheProject() throws Exception {
    sandbox.job("8.1", file(".coverage", measure(project, "1")));
    sandbox.file(
        "project/.coveragerc",
        "[report]\nfail_under = 100\nexclude_lines =\n    return \"-\"\n    if number\n");

    Run run = check("--min-line", "100");

    assertThat(run.out()).contains("total: lines 100.00 % (4 of 4)");
    assertThat(run.status()).isZero();
  }

  @Test
  @NeedsTool("python3-coverage")
  void showsWhatCoveragePySaysOfADamagedFile() throws Exception {
    byte[] data = measure(project, "1");
    Arrays.fill(data, 100, 140, (byte) 0x7f);
    sandbox.job("8.1", file("build/.coverage", data));

    Run run = check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .startsWith(
            "error: job 8.1 > build/.coverage: coverage.py makes no report of this data file: ")
        .contains("Couldn't use data file 'build/.coverage': ")
        .contains("or emit coverage.xml or coverage.json in the jobs instead [coveragepy-failed]");
  }

  @Test
  void needsACheckout() {
    sandbox.job("8.1", sample()).job("8.2", sample());

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .isEqualTo(
            "logcov check: job 8.1 > .coverage (and 1 more): a data file of coverage.py lists no statements, so coverage.py itself has to read it, and it needs the sources; name the checkout with --root DIR (with --logs there is none by default); or emit coverage.xml or coverage.json in the jobs instead\n");
  }

  @Test
  void needsAPython() {
    sandbox.job("8.1", sample()).environment("PATH", project.toString());

    Run run = sandbox.check("--root", "project");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .isEqualTo(
            "logcov check: job 8.1 > .coverage: a data file of coverage.py lists no statements, so coverage.py itself has to read it, and there is no coverage.py here (python3, python -m coverage); install it where logcov check runs (pip install coverage), or name a Python that has it with --python; or emit coverage.xml or coverage.json in the jobs instead\n");
  }

  @Test
  void startsNothingWhenTold() {
    sandbox.job("8.1", sample());

    Run run = sandbox.check("--root", "project", "--python", "none");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).contains("and --python none forbids that; leave it out; or emit");
    assertThat(sandbox.check("--python", "").problems())
        .isEqualTo(
            "logcov check: --python: expected a program, but it is empty (an unset variable?)\n");
  }

  @Test
  void needsNothingForWhatIsCarriedOrOptional() {
    sandbox.job("8.1", sample().carried(), file("lcov.info", Reports.lcov("a.c", 1)));
    sandbox.job("8.2", sample());

    Run run = sandbox.check("--optional-job", "8.2");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .startsWith(
            "warning: job 8.2 > .coverage: a data file of coverage.py lists no statements,");
  }

  @Test
  void isGivenBackBitForBit() throws IOException {
    sandbox.job("8.1", sample());

    Run run = sandbox.run("extract", "--logs", "logs", "--to", "out");

    assertThat(run.status()).isZero();
    assertThat(Files.readAllBytes(directory.resolve("out/8.1/.coverage"))).isEqualTo(data());
  }

  private Run check(String... more) {
    return sandbox.check(
        Stream.concat(Stream.of("--root", "project", "--python", PYTHON), Stream.of(more))
            .toArray(String[]::new));
  }

  private static byte[] data() {
    return Fixtures.bytes("reports/coveragepy-real/data-6.5.0-a1.coverage");
  }

  private static Emitted sample() {
    return file(".coverage", data());
  }

  /** The data file of one run. */
  private byte[] measure(Path where, String argument) throws Exception {
    Path data = directory.resolve("measured");
    ProcessBuilder builder =
        new ProcessBuilder(
                PYTHON,
                "-m",
                "coverage",
                "run",
                "--branch",
                "--include=sign.py",
                "sign.py",
                argument)
            .directory(where.toFile());
    builder
        .environment()
        .putAll(Map.of("COVERAGE_FILE", data.toString(), "PYTHONDONTWRITEBYTECODE", "1"));
    builder.redirectErrorStream(true).redirectOutput(directory.resolve("output").toFile());
    assertThat(builder.start().waitFor()).as(sandbox.read("output")).isZero();
    return Files.readAllBytes(data);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
