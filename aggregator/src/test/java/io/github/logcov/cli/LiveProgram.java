package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole build: two jobs print their reports on a terminal with the encoder of shell, a stand-in
 * for Travis serves what the terminal showed, and the built program decides in a job of the last
 * stage.
 */
final class LiveProgram {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final String LOGCOV = ROOT.resolve("aggregator/target/logcov").toString();
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

  private final Path directory;
  private final Path build;

  /** With two jobs that passed, of which each misses a line. */
  LiveProgram(Path directory) throws Exception {
    this.directory = directory;
    this.build = Files.createDirectory(directory.resolve("build"));
    job(1, Reports.xml("a.py", 1, 0, 1));
    job(2, Reports.lcov("a.py", 0, 1, 1));
    states("passed", "passed");
  }

  /** The folder of its saved logs. */
  Path build() {
    return build;
  }

  /** The stand-in for Travis, which serves the build. */
  FakeTravis travis() throws Exception {
    return FakeTravis.start(Scenario.folder(build, 0));
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

  /** Puts another log in the place of one. */
  void log(int number, String text) throws IOException {
    Files.writeString(build.resolve("8112." + number + ".log"), text);
  }

  String log(int number) throws IOException {
    return Files.readString(build.resolve("8112." + number + ".log"));
  }

  /** The states of the two jobs. */
  void states(String first, String second) throws IOException {
    Files.writeString(
        build.resolve("build.json"),
        BUILD.formatted(
            JOB.formatted("9001", 1, "Test", first),
            JOB.formatted("9002", 2, "Test", second),
            JOB.formatted("9003", 3, "Coverage", "started")));
  }

  /** What happens in the course of time, by job. */
  void timeline(String jobs) throws IOException {
    Files.writeString(build.resolve("timeline.json"), "{\"jobs\": {%s}}".formatted(jobs));
  }

  /** The last job of the build: decides, with nothing but what Travis tells a job. */
  Run lastJob(String... more) throws Exception {
    try (FakeTravis travis = travis()) {
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

  /** Runs a command on a terminal of 80 columns. */
  Run onTerminal(Map<String, String> more, String... command) throws Exception {
    return onTerminal(directory, more, command);
  }

  private Run onTerminal(Path folder, Map<String, String> more, String... command)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("python3", "-c", TERMINAL));
    all.addAll(List.of(command));
    return run(folder, more, all.toArray(String[]::new));
  }

  /** Runs a command into pipes. */
  Run run(Map<String, String> more, String... command) throws Exception {
    return run(directory, more, command);
  }

  private Run run(Path folder, Map<String, String> more, String... command) throws Exception {
    Program program = new Program(folder, directory);
    more.forEach(program::environment);
    return program.run(command);
  }
}
