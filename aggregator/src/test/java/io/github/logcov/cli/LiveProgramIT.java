package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole build: two jobs print their reports on a terminal with the encoder of shell, a stand-in
 * for Travis serves what the terminal showed, and the built program decides in a job of the last
 * stage. Runs at {@code verify}, when the program is there.
 */
@Timeout(120)
@NeedsTool({"python3", "sh", "awk", "base64", "bzip2", "sha256sum"})
class LiveProgramIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String LOGCOV = ROOT.resolve("aggregator/target/logcov").toString();
  private static final String ENCODER = ROOT.resolve("scripts/logcov-emit.sh").toString();

  /** Runs a command on a terminal of 80 columns and copies what that shows. */
  private static final String TERMINAL =
      """
      import fcntl, os, pty, struct, sys, termios
      pid, master = pty.fork()
      if pid == 0:
          fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
          os.execvp(sys.argv[1], sys.argv[1:])
      while True:
          try:
              data = os.read(master, 4096)
          except OSError:
              break
          if not data:
              break
          os.write(1, data)
      sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
      """;

  private static final String BUILD =
      """
      {"schema": "logcov-build/1",
       "build": {"id": "8112", "number": "8112", "commit": "c0ffee", "url": null},
       "jobs": [%s, %s, %s]}
      """;
  private static final String JOB =
      """
      {"id": "%s", "number": "8112.%d", "name": null, "stage": "%s", "state": "%s",
       "allowFailure": false, "url": null}""";

  @TempDir Path directory;
  private Path build;

  @BeforeEach
  void runTheJobs() throws Exception {
    build = Files.createDirectory(directory.resolve("build"));
    job(1, Reports.xml("a.py", 1, 0, 1));
    job(2, Reports.lcov("a.py", 0, 1, 1));
    states("passed", "passed");
  }

  /** One job of the build, whose log begins and ends as at Travis. */
  private void job(int number, String report) throws Exception {
    Path folder = Files.createDirectory(directory.resolve("job" + number));
    Files.writeString(folder.resolve("report"), report);
    Map<String, String> environment =
        Map.of(
            "TRAVIS",
            "true",
            "TRAVIS_BUILD_ID",
            "8112",
            "TRAVIS_JOB_ID",
            "900" + number,
            "TRAVIS_JOB_NUMBER",
            "8112." + number,
            "TRAVIS_COMMIT",
            "c0ffee",
            "LOGCOV_SALT",
            "7");
    Run run = onTerminal(folder, environment, "sh", ENCODER, "report");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("~lc1").contains("~\r\n");
    log(number, "Worker information\n" + run.out() + "\nDone. Your build exited with 0.\n");
  }

  private void log(int number, String text) throws IOException {
    Files.writeString(build.resolve("8112." + number + ".log"), text);
  }

  private String log(int number) throws IOException {
    return Files.readString(build.resolve("8112." + number + ".log"));
  }

  private void states(String first, String second) throws IOException {
    Files.writeString(
        build.resolve("build.json"),
        BUILD.formatted(
            JOB.formatted("9001", 1, "Test", first),
            JOB.formatted("9002", 2, "Test", second),
            JOB.formatted("9003", 3, "Coverage", "started")));
  }

  private void timeline(String jobs) throws IOException {
    Files.writeString(build.resolve("timeline.json"), "{\"jobs\": {%s}}".formatted(jobs));
  }

  /** The last job of the build: decides, with nothing but what Travis tells a job. */
  private Run lastJob(String... more) throws Exception {
    try (FakeTravis travis = FakeTravis.start(Scenario.folder(build, 0))) {
      return run(
          directory,
          Map.of(
              "TRAVIS", "true",
              "TRAVIS_BUILD_ID", "8112",
              "TRAVIS_JOB_ID", "9003",
              "TRAVIS_JOB_NUMBER", "8112.3",
              "TRAVIS_BUILD_STAGE_NAME", "Coverage",
              "TRAVIS_API_URL", travis.url(),
              "TRAVIS_POLLING_INTERVAL", "1"),
          Stream.concat(Stream.of(LOGCOV, "check"), Arrays.stream(more)).toArray(String[]::new));
    }
  }

  @Test
  void passesTogetherWhatNoJobReachesAlone() throws Exception {
    Run run = lastJob("--min-line", "100");

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .endsWith(
            """
            job     reports             lines  only here  remarks
            8112.1        1  66.66 % (2 of 3)          1
            8112.2        1  66.66 % (2 of 3)          1

            total: lines 100.00 % (3 of 3)

            note: left out: job 8112.3, which runs this [job-left-out]

            lines: 100.00 % (3 of 3), needs 100 %: met
            verdict: passed
            """);
    assertThat(run.status()).isZero();
  }

  @Test
  void missesAThreshold() throws Exception {
    Run run = lastJob("--skip-job", "8112.2", "--min-line", "100");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .endsWith("\nlines: 66.66 % (2 of 3), needs 100 %: 1 line short\nverdict: missed\n");
  }

  @Test
  void missesAPayload() throws Exception {
    log(2, "Worker information\n\nDone. Your build exited with 0.\n");

    Run run = lastJob("--min-line", "0");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out())
        .contains("\nerror: job 8112.2: has no report in its log; print one there (sh\n");
  }

  @Test
  void failsWithAFailedJob() throws Exception {
    states("passed", "failed");

    Run run = lastJob("--min-line", "0");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.out())
        .contains("\nerror: job 8112.2: must have passed, but failed; see\n  http://127.0.0.1:")
        .endsWith("\nverdict: job-failed (1 error above); the figures are of what could be read\n");
  }

  @Test
  void waitsForALogThatIsSlowAndAJobThatIsRestarted() throws Exception {
    timeline(
        """
        "8112.1": [{"state": "passed", "log": 0.5}, {"read": 2, "log": "full"}],
        "8112.2": [{"state": "started", "log": null}, {"poll": 2, "state": "passed", "log": 0.9},
                   {"poll": 3, "restart": true}, {"poll": 4, "state": "passed", "log": "full"}]
        """);

    Run run = lastJob("--min-line", "100");

    assertThat(run.out())
        .contains("\nlogcov: 8112.2: restarted (created); what was read of it is dropped\n")
        .endsWith("\nverdict: passed\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void mendsALineThatTheScannerStarred() throws Exception {
    String[] lines = log(1).split("\n", -1);
    // Header, data, as many lines of parity, header again, end: data ends before the middle.
    List<Integer> frame =
        IntStream.range(0, lines.length).filter(i -> lines[i].startsWith("~lc1")).boxed().toList();
    int data = frame.get(frame.size() / 2 - 1);
    lines[data] = "*".repeat(lines[data].length() - 1) + "\r";
    log(1, String.join("\n", lines));

    Run run = lastJob("--min-line", "100");

    assertThat(run.out()).contains("  1 line repaired\n").endsWith("\nverdict: passed\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void drawsOneLineOnATerminalAndWipesIt() throws Exception {
    Run plain = progressOnTerminal("NO_COLOR", "1");
    Run coloured = progressOnTerminal("NO_COLOR", "");

    assertThat(plain.status()).isZero();
    assertThat(plain.out())
        .contains("[--------------------] 0/2 waiting for 2 jobs: 8112.1, 8112.2")
        .doesNotContain("\u001b[");
    assertThat(coloured.out()).contains("\u001b[32m");
    for (Run run : List.of(plain, coloured)) {
      String shown = onScreen(run.out());
      assertThat(shown).startsWith("job     reports ").doesNotContain("[-", "#", "waiting");
      assertThat(shown).endsWith("verdict: passed\n");
    }
  }

  @Test
  void drawsABarOfTheLogsItDecodesAndWipesIt() throws Exception {
    String matrix = ROOT.resolve("fixtures/builds/python-matrix").toString();

    Run run = onTerminal(directory, Map.of(), LOGCOV, "check", "--logs", matrix);

    assertThat(run.out()).startsWith("\rdecoding 0/4 [>").contains("\r        ");
    assertThat(onScreen(run.out())).startsWith("job     reports ").doesNotContain("decoding");
    assertThat(run(directory, Map.of(), LOGCOV, "check", "--logs", matrix).err()).isEmpty();
  }

  private Run progressOnTerminal(String name, String value) throws Exception {
    timeline(
        """
        "8112.1": [{"state": "passed", "log": "full"}],
        "8112.2": [{"state": "started", "log": null}, {"poll": 2, "state": "passed", "log": "full"}]
        """);
    try (FakeTravis travis = FakeTravis.start(Scenario.folder(build, 0))) {
      return onTerminal(
          directory,
          Map.of(name, value),
          LOGCOV,
          "check",
          "--build",
          "8112",
          "--api-url",
          travis.url(),
          "--stage",
          "Test",
          "--min-line",
          "100",
          "--poll",
          "1");
    }
  }

  /** What is left on a screen that was written so: a carriage return goes back, no more. */
  private static String onScreen(String written) {
    StringBuilder screen = new StringBuilder();
    for (String line : written.replaceAll("\u001b\\[[0-9]*m", "").split("\n")) {
      StringBuilder row = new StringBuilder();
      int column = 0;
      for (char character : line.toCharArray()) {
        if (character == '\r') {
          column = 0;
        } else {
          row.replace(column, Math.min(column + 1, row.length()), String.valueOf(character));
          column++;
        }
      }
      screen.append(row.toString().stripTrailing()).append('\n');
    }
    return screen.toString();
  }

  @Test
  void printsPlainLinesIntoAPipe() throws Exception {
    try (FakeTravis travis = FakeTravis.start(Scenario.folder(build, 0))) {
      Run run =
          run(
              directory,
              Map.of(),
              LOGCOV,
              "wait",
              "--build",
              "8112",
              "--api-url",
              travis.url(),
              "--stage",
              "Test");

      assertThat(run)
          .isEqualTo(
              new Run(
                  0,
                  "logcov wait: all 2 jobs passed\n",
                  "logcov: waiting for 2 jobs: 8112.1, 8112.2\n"));
    }
  }

  @Test
  void streamsALogOf50MegabytesInASmallHeap() throws Exception {
    Path log = build.resolve("8112.2.log");
    byte[] line = new byte[200];
    Random random = new Random(8112);
    try (OutputStream out = Files.newOutputStream(log)) {
      for (long written = 0; written < 50L << 20; written += line.length) {
        for (int i = 0; i < line.length - 1; i++) {
          line[i] = (byte) (' ' + random.nextInt(95));
        }
        line[line.length - 1] = '\n';
        out.write(line);
      }
      out.write("\nDone. Your build exited with 0.\n".getBytes(ISO_8859_1));
    }
    assertThat(Files.size(log)).isGreaterThan(50L << 20);

    try (FakeTravis travis = FakeTravis.start(Scenario.folder(build, 0))) {
      Run run =
          run(
              directory,
              Map.of("LOGCOV_JAVA_OPTS", "-Xmx128m"),
              LOGCOV,
              "check",
              "--build",
              "8112",
              "--api-url",
              travis.url(),
              "--stage",
              "Test",
              "--no-coverage-job",
              "8112.2",
              "--min-line",
              "66");

      assertThat(run.err())
          .startsWith("logcov: waiting for 2 jobs: 8112.1, 8112.2\n")
          .contains("logcov: 8112.2: no payload\n");
      assertThat(run.out()).endsWith("\nverdict: passed\n");
      assertThat(run.status()).isZero();
    }
  }

  private Run onTerminal(Path folder, Map<String, String> more, String... command)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("python3", "-c", TERMINAL));
    all.addAll(List.of(command));
    return run(folder, more, all.toArray(String[]::new));
  }

  private Run run(Path folder, Map<String, String> more, String... command) throws Exception {
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    // As on a plain machine: this test may itself run in a CI job.
    builder.environment().keySet().removeIf(name -> name.startsWith("TRAVIS") || name.equals("CI"));
    builder.environment().put("LOGCOV_JAVA", System.getProperty("java.home"));
    builder.environment().putAll(more);
    Process process = builder.start();
    process.getOutputStream().close();
    int status = process.waitFor();
    return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
