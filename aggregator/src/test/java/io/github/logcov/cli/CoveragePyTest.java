package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.ToolFailedException;
import io.github.logcov.format.ToolMissingException;
import io.github.logcov.model.LimitExceededException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Data files that are copied and handed on; programs are scripts for {@code sh}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs /bin/sh")
class CoveragePyTest {
  /** Its last arguments are the data and the report. */
  private static final String ECHO =
      "while [ $# -gt 2 ]; do shift; done; { printf 'report of '; cat \"$1\"; } >\"$2\"";

  @TempDir Path directory;

  @Test
  void takesTheFirstPythonThatHasCoveragePy() throws Exception {
    CoveragePy coveragePy = asking(100, program("exit 97"), program(ECHO), program("exit 1"));

    try (InputStream json = coveragePy.json(".coverage", data("data"))) {
      assertThat(new String(json.readAllBytes(), UTF_8)).isEqualTo("report of data");
    }
  }

  @Test
  void leavesNothingBehind() throws Exception {
    Path seen = directory.resolve("seen");
    String snake =
        program("while [ $# -gt 1 ]; do shift; done; echo \"$1\" >>" + seen + "; echo {} >\"$1\"");

    asking(100, snake).json(".coverage", data("data")).close();
    assertThatThrownBy(() -> asking(1, snake).json(".coverage", data("data")))
        .isInstanceOf(MalformedReportException.class);

    assertThat(Files.readAllLines(seen))
        .hasSize(2)
        .allSatisfy(report -> assertThat(Path.of(report).getParent()).doesNotExist());
  }

  @Test
  void saysThatNobodyHasIt() {
    CoveragePy coveragePy = asking(100, program("exit 97"), "/nowhere/python");

    assertThatThrownBy(() -> coveragePy.json(".coverage", data("data")))
        .hasMessageContaining("there is no coverage.py here (")
        .hasCauseInstanceOf(ToolMissingException.class);
  }

  @Test
  void startsNothingBeforeTheDataIsProven() throws IOException {
    Path seen = directory.resolve("seen");
    CoveragePy coveragePy = asking(100, program("touch " + seen));
    InputStream damaged =
        new SequenceInputStream(
            data("data"),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("another digest");
              }
            });

    assertThatThrownBy(() -> coveragePy.json(".coverage", damaged))
        .isInstanceOf(IOException.class)
        .hasMessage("another digest");
    assertThat(seen).doesNotExist();
  }

  @Test
  void refusesDataThatIsTooLarge() {
    Path seen = directory.resolve("seen");
    CoveragePy coveragePy = asking(100, program("touch " + seen));
    int most = 67_108_864;

    assertThatThrownBy(() -> coveragePy.json(".coverage", zeros(most + 1)))
        .hasMessage(
            "coverage.py makes no report of this data file: it has more than 67108864 bytes, and so"
                + " it is not asked; or emit coverage.xml or coverage.json in the jobs instead")
        .hasCauseInstanceOf(ToolFailedException.class);
    assertThat(seen).doesNotExist();

    assertThatThrownBy(() -> coveragePy.json(".coverage", zeros(most)))
        .hasMessageNotContaining("67108864");
    assertThat(seen).exists();
  }

  private static InputStream zeros(int count) {
    return new InputStream() {
      private int left = count;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] to, int offset, int length) {
        int n = Math.min(left, length);
        left -= n;
        return n == 0 ? -1 : n;
      }
    };
  }

  @Test
  void refusesAReportThatIsTooLarge() {
    CoveragePy coveragePy = asking(13, program(ECHO));

    assertThatThrownBy(() -> coveragePy.json(".coverage", data("data")))
        .hasMessage(
            "what coverage.py makes of it has more than 13 bytes; --max-report-bytes raises that bound")
        .hasCauseInstanceOf(LimitExceededException.class);
  }

  @Test
  void saysThatItTookTooLong() {
    CoveragePy coveragePy =
        new CoveragePy(
            List.of(python(program("exec tail -f /dev/null"))),
            directory,
            Duration.ofMillis(50),
            100);

    assertThatThrownBy(() -> coveragePy.json(".coverage", data("data")))
        .hasMessageContaining(": it must end within 50 ms, but did not; ");
  }

  /** A database may name any file as the source of what ran; this one has no end. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others do not bound memory")
  @NeedsTool("python3-coverage")
  void boundsTheMemoryOfCoveragePy() throws Exception {
    Path data = directory.resolve("data");
    String script =
        "import sys; from coverage import CoverageData; d = CoverageData(sys.argv[1]);"
            + " d.add_lines({'/dev/zero': [1]}); d.write()";
    int status =
        new ProcessBuilder("/usr/bin/python3", "-c", script, data.toString()).start().waitFor();
    assertThat(status).isZero();
    CoveragePy coveragePy = asking(1 << 20, "/usr/bin/python3");
    InputStream bytes = new ByteArrayInputStream(Files.readAllBytes(data));

    MalformedReportException refused =
        catchThrowableOfType(
            MalformedReportException.class, () -> coveragePy.json(".coverage", bytes));

    assertThat(refused).hasMessageContaining("MemoryError; or emit coverage.xml");
  }

  private CoveragePy asking(long maxReportBytes, String... programs) {
    return new CoveragePy(
        Arrays.stream(programs).map(CoveragePyTest::python).toList(),
        directory,
        Duration.ofMinutes(1),
        maxReportBytes);
  }

  private static Python python(String program) {
    return new Python(program, Map.of("PATH", "/usr/bin:/bin"));
  }

  private static InputStream data(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private String program(String script) {
    try (Stream<Path> others = Files.list(directory)) {
      Path file = directory.resolve("python" + others.count());
      Files.writeString(file, "#!/bin/sh\n" + script + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      return file.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
