package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.fixtures.travis.FakeTravis;
import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.Scenario;
import io.github.logcov.fixtures.travis.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The built program on a bad day: readers that go, disks that are full, streams that are closed,
 * signals, too little memory. Runs at {@code verify}, when the program is there.
 */
@Timeout(120)
@NeedsTool({"sh", "kill"})
class FaultsIT {
  private static final String FULL = "standard output cannot be written; is it full or closed?\n";

  @TempDir Path directory;
  @TempDir Path streams;
  private Sandbox sandbox;
  private Program program;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory).job("8.1", file("a.info", lcov("a.py", 1, 0)));
    program = new Program(directory, streams);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(path -> !path.equals(directory))
          .map(path -> directory.relativize(path).toString())
          .filter(path -> !path.startsWith("logs"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  // ---- standard streams

  @ParameterizedTest
  @CsvSource({"50, 0", "51, 3"})
  void endsQuietlyWithItsVerdictWhenTheReaderHasGone(String threshold, int status)
      throws Exception {
    Run run =
        program.shell(
            "exec 3>&1; { $LOGCOV check --logs logs --min-line %s; echo $? >&3; } | true"
                .formatted(threshold));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(status + "\n");
  }

  @Test
  void tellsItsVersionQuietlyToAReaderThatHasGone() throws Exception {
    Run run = program.shell("exec 3>&1; { $LOGCOV --version; echo $? >&3; } | true");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("0\n");
  }

  @Test
  @NeedsTool("head")
  void givesTheFirstLineToHead() throws Exception {
    Run run = program.shell("$LOGCOV check --logs logs | head -n 1");

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith("job  reports ").hasLineCount(1);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --logs logs",
        "inspect --logs logs",
        "extract --logs logs --to out",
        "init",
        "check --help",
        "--version"
      })
  void saysThatStandardOutputIsFull(String arguments) throws Exception {
    Run run = program.shell("$LOGCOV " + arguments + " >/dev/full");

    String command = arguments.startsWith("--") ? "" : " " + arguments.replaceFirst(" .*", "");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).endsWith("logcov" + command + ": " + FULL);
  }

  @Test
  void staysWrongUsageOnAFullDisk() throws Exception {
    assertThat(program.shell("$LOGCOV check --nonsense >/dev/full").status()).isEqualTo(2);
  }

  @Test
  void needsNoStandardStream() throws Exception {
    assertThat(program.shell("$LOGCOV check --logs logs --json j <&- >&- 2>&-").status()).isZero();
    assertThat(program.shell("$LOGCOV check --logs logs --min-line 51 2>&-").status()).isEqualTo(3);
    assertThat(sandbox.read("j")).contains("\"verdict\": \"passed\"");
  }

  /** Java would read the file that it opened first, which is part of Java itself. */
  @Test
  void takesAClosedStandardInputForAnEmptyOne() throws Exception {
    Run run = program.shell("$LOGCOV check --logs - <&-");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.problems()).contains("error: job stdin: has no report in its log;");
  }

  /** Here Java itself has a file of its own in that place, which must stay open. */
  @ParameterizedTest
  @ValueSource(strings = {"<&-", "<&- 2>&-", "</dev/null"})
  void takesNoHarmFromAClosedStandardInputWithoutItsStub(String closed) throws Exception {
    Run run = program.shell("$LOGCOV_JAVA/bin/java -jar $LOGCOV check --logs - " + closed);

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.out())
        .endsWith("verdict: incomplete (2 errors above); the figures are of what could be read\n");
  }

  @Test
  void printsNoFramesToNobody() throws Exception {
    sandbox.file("a.info", lcov("a.py", 1));

    assertThat(program.shell("$LOGCOV emit a.info >&-").status()).isEqualTo(1);
    assertThat(program.shell("$LOGCOV emit a.info >/dev/full").status()).isEqualTo(1);
  }

  @Test
  @NeedsTool("python3")
  void losesNothingInAPipeThatIsFullAndDoesNotBlock() throws Exception {
    int[] hits = IntStream.range(0, 40_000).map(i -> i % 2).toArray();
    sandbox.job("8.1", file("a.info", lcov("a.py", hits)));
    sandbox.file(
        "pipe.py",
        """
        import fcntl, os, struct, subprocess, sys, termios
        reading, writing = os.pipe()
        os.set_blocking(writing, False)
        child = subprocess.Popen([os.environ["LOGCOV"], "check", "--logs", "logs"], stdout=writing)
        os.close(writing)
        while child.poll() is None:
            if struct.unpack("i", fcntl.ioctl(reading, termios.FIONREAD, b"1234"))[0] > 60000:
                break
        with os.fdopen(reading, "rb") as pipe:
            os.write(1, pipe.read())
        sys.exit(child.wait())
        """);

    Run run = program.shell("python3 pipe.py");

    // Not the texts themselves: nobody wants to see them.
    assertThat(run.out().equals(program.shell("$LOGCOV check --logs logs").out())).isTrue();
    assertThat(run.out().length()).isGreaterThan(2 << 16);
    assertThat(run.status()).isZero();
  }

  // ---- files

  @Test
  void keepsTheOldJsonWhenTheDiskIsFull() throws Exception {
    int[] hits = IntStream.range(0, 5_000).map(i -> i % 2).toArray();
    sandbox.job("8.1", file("a.info", lcov("a.py", hits))).file("out/result.json", "old");

    Run run =
        program.shell("(ulimit -f 8; $LOGCOV check --logs logs --json out/result.json) | cat");

    assertThat(run.problems())
        .contains(
            "error: --json: " + directory.resolve("out/result.json") + " cannot be written: ",
            "[summary-unwritable]");
    assertThat(sandbox.read("out/result.json")).isEqualTo("old");
    assertThat(files()).containsExactly("out", "out/result.json");
  }

  @Test
  void saysThatAFileToWriteIsOnAFullDisk() throws Exception {
    Run run = program.shell("$LOGCOV check --logs logs --json /dev/full");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems())
        .isEqualTo(
            "error: --json: /dev/full cannot be written: No space left on device; name a file that"
                + " can be [summary-unwritable]\n");
  }

  @Test
  void extractsNoHalfFileToAFullDisk() throws Exception {
    int[] hits = IntStream.range(0, 5_000).toArray();
    sandbox.job("8.1", file("a.info", lcov("a.py", hits)), file("b", "small"));

    Run run =
        program.shell("(ulimit -f 8; $LOGCOV extract --logs logs --to out; echo $? >&2) | cat");

    assertThat(run.problems()).contains("error: --to: out cannot be written: ").endsWith("\n1\n");
    assertThat(files()).isEmpty();
  }

  @Test
  void savesNoHalfLogOnAFullDisk() throws Exception {
    int[] hits = IntStream.range(0, 20_000).map(i -> i * 7919 % 10_007).toArray();
    Scenario build =
        Scenario.build(8112)
            .job(Job.over("8112.1", "passed", log(file("a.info", lcov("a.py", hits)))));
    try (FakeTravis travis = FakeTravis.start(build)) {
      Run run =
          program.shell(
              "(ulimit -f 8; $LOGCOV check --build 8112 --poll 1 --api-url %s --save-logs saved;"
                      .formatted(travis.url())
                  + " echo $? >&2) | cat");

      assertThat(run.problems())
          .contains("error: the logs cannot be saved in ", "[logs-unwritable]")
          .endsWith("\n1\n");
      assertThat(files()).containsExactly("saved", "saved/build.json");
    }
  }

  @Test
  @NeedsTool("tar")
  void saysThatThereIsNoFolderForTemporaryFiles() throws Exception {
    program.environment("TMPDIR", directory.resolve("none").toString());

    Run run = program.shell("tar cf logs.tar logs/8.1.log && $LOGCOV check --logs logs.tar");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems())
        // From JDK 25 on Java itself warns of the folder before.
        .contains("logcov: logs of an archive cannot be unpacked in the temporary folder (")
        .endsWith(
            "); make room there, name another one with LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER, or"
                + " unpack the archive and name its folder\n");
  }

  // ---- signals

  /** Starts a command about a build whose only other job never ends, and waits until it waits. */
  private Process waiting(FakeTravis travis, String... arguments) throws IOException {
    Process process =
        program.start(
            Stream.concat(
                    Stream.of(arguments),
                    Stream.of("--build", "8112", "--poll", "1", "--api-url", travis.url(), "-v"))
                .toArray(String[]::new));
    BufferedReader output = process.inputReader(UTF_8);
    String line = output.readLine();
    while (line != null && !line.contains("still started") && !line.contains("waiting for")) {
      line = output.readLine();
    }
    return process;
  }

  private static Scenario endless() {
    return Scenario.build(8112)
        .job(Job.over("8112.1", "passed", log(file("a.info", lcov("a.py", 1)))))
        .job(Job.numbered("8112.2").then(Step.start().state("started")));
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void leavesNothingHalfDoneWhenItIsStopped(String signal, int status) throws Exception {
    for (List<String> command :
        List.of(
            List.of(
                "check", "--json", "out.json", "--save-logs", "saved", "--report", "html=o.html"),
            List.of("extract", "--to", "out"),
            List.of("wait"))) {
      try (FakeTravis travis = FakeTravis.start(endless())) {
        Process process = waiting(travis, command.toArray(String[]::new));

        program.shell("kill -" + signal + " " + process.pid());

        assertThat(process.waitFor()).as(command.get(0)).isEqualTo(status);
        assertThat(files().stream().filter(name -> !name.matches("saved(/[^.].*)?"))).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  void savesNoHalfLogWhenItIsStopped(String signal) throws Exception {
    Scenario slow =
        Scenario.build(8112)
            .job(Job.over("8112.1", "passed", log(file("a.info", lcov("a.py", 1)))))
            .fault(Fault.slow(100).on(Fault.On.LOG).always());
    try (FakeTravis travis = FakeTravis.start(slow)) {
      Process process = waiting(travis, "check", "--save-logs", "saved");
      BufferedReader output = process.inputReader(UTF_8);
      String line = output.readLine();
      while (line != null && !line.contains("log.txt 200")) {
        line = output.readLine();
      }

      program.shell("kill -" + signal + " " + process.pid());

      process.waitFor();
      assertThat(files()).isSubsetOf("saved", "saved/build.json");
    }
  }

  /** The program that reads data files of coverage.py ends the one that started it. */
  @Test
  void leavesNoTemporaryFileWhenItIsStopped() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    sandbox
        .job("8.1", file(".coverage", "SQLite format 3\u0000 CREATE TABLE coverage_schema "))
        .file("python", "#!/bin/sh\nls \"$TMPDIR\" >seen\nkill -TERM $PPID\nsleep 20\n");
    assertThat(directory.resolve("python").toFile().setExecutable(true)).isTrue();

    Run run =
        program
            .environment("TMPDIR", temporary.toString())
            .shell("exec $LOGCOV check --logs logs --root . --python ./python");

    assertThat(run.status()).isEqualTo(143);
    assertThat(sandbox.read("seen")).startsWith("logcov-");
    assertThat(temporary).isEmptyDirectory();
  }

  // ---- network

  @Test
  void asksForAHostThatNobodyKnowsUntilTheTimeIsUp() throws Exception {
    sandbox.file("hosts", "127.0.0.1 localhost\n");

    Run run =
        program
            .environment("LOGCOV_JAVA_OPTS", "-Djdk.net.hosts.file=" + directory.resolve("hosts"))
            .shell("$LOGCOV check --build 1 --api-url https://travis.test --wait-timeout 3s");

    assertThat(run.status()).isEqualTo(6);
    assertThat(run.err())
        .contains(
            "logcov: https://travis.test/build/1/jobs: the host travis.test is not known here"
                + " (DNS); check the network, and whether Travis is up"
                + " (https://www.traviscistatus.com); asking for the jobs again in ");
    assertThat(run.problems())
        .contains(
            "error: the jobs of the build could not be listed in 3s (--wait-timeout); at last: ",
            "[wait-timeout]");
  }

  // ---- memory

  /** None of the reports is too large; all of them together are. */
  @Test
  void judgesNothingWhenTheUnionOfManyJobsDoesNotFit() throws Exception {
    for (int job = 1; job <= 40; job++) {
      sandbox.job("8." + job, file("a.info", lcov("src/" + job + ".py", new int[40_000])));
    }

    Run run =
        program
            .environment("LOGCOV_JAVA_OPTS", "-Xmx14m")
            .shell("$LOGCOV check --logs logs --json result.json --report text=result.txt");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("logcov: out of memory; give it more, such as LOGCOV_JAVA_OPTS=-Xmx2g\n");
    if (Files.exists(directory.resolve("result.json"))) {
      assertThat(sandbox.read("result.json")).contains("\"verdict\": \"failed\"", "\"files\": []");
    }
    if (Files.exists(directory.resolve("result.txt"))) {
      assertThat(sandbox.read("result.txt"))
          .startsWith("total: lines none\n")
          .contains("\nverdict: failed ");
    }
  }

  @Test
  void judgesNothingWhenMemoryIsTooSmall() throws Exception {
    sandbox.job("8.1", file("a.info", lcov("a.py", new int[1_000_000]) + lcov("b.py", 1)));
    sandbox.file("result.json", "{\"verdict\": \"passed\"}");

    Run run =
        program
            .environment("LOGCOV_JAVA_OPTS", "-Xmx10m")
            .shell("$LOGCOV check --logs logs --json result.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("logcov: out of memory; give it more, such as LOGCOV_JAVA_OPTS=-Xmx2g\n");
    if (Files.exists(directory.resolve("result.json"))) {
      assertThat(sandbox.read("result.json"))
          .contains("\"verdict\": \"failed\"", "\"exitStatus\": 1", "internal-fault");
    }
  }
}
