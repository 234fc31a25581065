package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.fixtures.travis.FakeTravis;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the built program prints, on a terminal, into a pipe, in a small heap. Runs at {@code
 * verify}, when the program is there.
 */
@Timeout(120)
@NeedsTool({"python3", "sh", "awk", "base64", "bzip2", "sha256sum"})
class LiveProgramOutputIT {
  @TempDir Path directory;
  private LiveProgram program;

  @BeforeEach
  void runTheJobs() throws Exception {
    program = new LiveProgram(directory);
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
    String matrix = Sandbox.recorded("python-matrix").toString();

    Run run = program.onTerminal(Map.of(), LiveProgram.LOGCOV, "check", "--logs", matrix);

    assertThat(run.out()).startsWith("\rdecoding 0/4 [>").contains("\r        ");
    assertThat(onScreen(run.out())).startsWith("job     reports ").doesNotContain("decoding");
    assertThat(program.run(Map.of(), LiveProgram.LOGCOV, "check", "--logs", matrix).err())
        .isEmpty();
  }

  private Run progressOnTerminal(String name, String value) throws Exception {
    program.timeline(
        """
        "8112.1": [{"state": "passed", "log": "full"}],
        "8112.2": [{"state": "started", "log": null}, {"poll": 2, "state": "passed", "log": "full"}]
        """);
    try (FakeTravis travis = program.travis()) {
      return program.onTerminal(
          Map.of(name, value),
          LiveProgram.LOGCOV,
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
    try (FakeTravis travis = program.travis()) {
      Run run =
          program.run(
              Map.of(),
              LiveProgram.LOGCOV,
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
    Path log = program.build().resolve("8112.2.log");
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

    try (FakeTravis travis = program.travis()) {
      Run run =
          program.run(
              Map.of("LOGCOV_JAVA_OPTS", "-Xmx128m"),
              LiveProgram.LOGCOV,
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
}
