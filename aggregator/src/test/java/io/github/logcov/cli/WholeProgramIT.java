package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The built programs, each in a process of its own: two jobs print their reports, their logs are
 * saved, and check unites them. Runs at {@code verify}, when the programs are there.
 */
@NeedsTool({"sh", "awk", "base64", "bzip2", "sha256sum"})
class WholeProgramIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path LOGCOV = ROOT.resolve("aggregator/target/logcov");
  private static final Path ENCODER = ROOT.resolve("encoder/target/logcov-emit.jar");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  @TempDir Path directory;

  @Test
  void carriesTheReportsOfTwoJobsThroughTheirLogs() throws Exception {
    Path logs = Files.createDirectory(directory.resolve("logs"));
    Path first = job("one", Reports.xml("a.py", 1, 0, 0));
    Path second = job("two", Reports.lcov("a.py", 0, 1, 0));
    String shell = ROOT.resolve("scripts/logcov-emit.sh").toString();
    Run shellEncoder = run(first, Map.of(), "sh", shell, "report");
    Run jarEncoder = run(second, Map.of(), JAVA, "-jar", ENCODER.toString(), "report");
    Files.writeString(
        logs.resolve("8.1.log"), "$ sh logcov-emit.sh report\r\n" + shellEncoder.out());
    Files.writeString(logs.resolve("8.2.log"), "tests\n" + jarEncoder.out() + "done\n");

    Run passed = check("--min-line", "66");
    Run missed = check("--min-line", "67");

    assertThat(shellEncoder.status() + jarEncoder.status()).isZero();
    assertThat(passed)
        .isEqualTo(
            new Run(
                0,
                """
                job  reports             lines  only here  remarks
                8.1        1  33.33 % (1 of 3)          1
                8.2        1  33.33 % (1 of 3)          1

                file    lines  missed
                a.py  66.66 %  3

                total: lines 66.66 % (2 of 3)

                lines: 66.66 % (2 of 3), needs 66 %: met
                verdict: passed
                """,
                ""));
    assertThat(missed.status()).isEqualTo(3);
    assertThat(missed.verdict()).isEqualTo("verdict: missed");
  }

  @Test
  void readsStandardInputAndPrintsOneStreamInsideTravis() throws Exception {
    Path job = job("one", Reports.xml("a.py", 1));
    Run encoder = run(job, Map.of(), JAVA, "-jar", ENCODER.toString(), "report");
    Path log = Files.writeString(directory.resolve("log"), encoder.out());

    Run run =
        run(
            directory,
            Map.of("TRAVIS", "true"),
            "sh",
            "-c",
            "exec \"$0\" check --logs - <\"$1\"",
            LOGCOV.toString(),
            log.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("\nstdin        1  100.00 % (1 of 1)");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printsFramesItself() throws Exception {
    Path job = job("one", Reports.xml("a.py", 1));
    Map<String, String> salt = Map.of("LOGCOV_SALT", "3");

    Run whole = run(job, salt, LOGCOV.toString(), "emit", "report");
    Run encoder = run(job, salt, JAVA, "-jar", ENCODER.toString(), "report");

    assertThat(whole.status()).isZero();
    assertThat(whole.out()).isEqualTo(encoder.out()).contains("~lc1");
    assertThat(whole.err()).startsWith("logcov emit: report: ");
  }

  @Test
  void runsAsAJarToo() throws Exception {
    Run version = run(directory, Map.of(), JAVA, "-jar", LOGCOV.toString(), "--version");

    assertThat(version).isEqualTo(new Run(0, "logcov " + Version.current() + "\n", ""));
    assertThat(run(directory, Map.of(), LOGCOV.toString(), "--version")).isEqualTo(version);
  }

  @Test
  void pinsItsOwnChecksum() throws Exception {
    Run sum = run(directory, Map.of(), "sha256sum", LOGCOV.toString());

    Run init = run(directory, Map.of(), LOGCOV.toString(), "init");

    assertThat(init.status()).isZero();
    assertThat(init.out())
        .contains("\n#     echo '" + sum.out().substring(0, 64) + "  logcov' > logcov.sha256\n");
    assertThat(directory.resolve("logcov-emit.sh")).isExecutable();
  }

  private Path job(String name, String report) throws IOException {
    Path folder = Files.createDirectory(directory.resolve(name));
    Files.writeString(folder.resolve("report"), report);
    return folder;
  }

  private Run check(String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of(LOGCOV.toString(), "check", "--logs", "logs"));
    command.addAll(List.of(more));
    return run(directory, Map.of(), command.toArray(String[]::new));
  }

  private Run run(Path folder, Map<String, String> more, String... command) throws Exception {
    Program program = new Program(folder, directory);
    more.forEach(program::environment);
    return program.run(command);
  }
}
