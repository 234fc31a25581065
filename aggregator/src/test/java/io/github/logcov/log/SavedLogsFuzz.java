package io.github.logcov.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logcov.problem.Legible;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A saved log may be an archive, or be packed, or be anything: it is refused with a message that
 * names it, or its logs are there, within the bounds, under names that can be shown.
 */
class SavedLogsFuzz {
  private static final SavedLogLimits LIMITS = new SavedLogLimits(20, 100_000, 10_000);

  private static final Path FILE = temporary();

  @MethodSource("archives")
  @FuzzTest
  void archive(byte[] content) throws Exception {
    Files.write(FILE, content);
    try (SavedLogs saved = SavedLogs.open(List.of(FILE), InputStream.nullInputStream(), LIMITS)) {
      assertThat(saved.logs().size()).isLessThanOrEqualTo(LIMITS.maxEntries());
      Set<String> numbers = new HashSet<>();
      for (SavedLog log : saved.logs()) {
        assertThat(numbers.add(log.job().number())).isTrue();
        shown(log.job().number());
        shown(log.where());
        if (log.log().isPresent()) {
          read(log.log().get());
        }
      }
      saved.problems().forEach(problem -> shown(problem.message()));
    } catch (LogSourceException e) {
      assertThat(e.getMessage()).contains("logcov-fuzz");
      shown(e.getMessage());
    }
  }

  /** {@code build.json}, which is refused, or says what its schema allows. */
  @MethodSource("buildFiles")
  @FuzzTest
  void buildFile(byte[] content) throws Exception {
    try {
      BuildFile file =
          BuildFile.read(new ByteArrayInputStream(content), "logcov-fuzz/build.json", 10_000);
      Set<String> numbers = new HashSet<>();
      for (Job job : file.jobs()) {
        assertThat(numbers.add(job.number())).isTrue();
        assertThat(job.number()).isNotEmpty().matches(Legible::is, "legible");
      }
    } catch (LogSourceException e) {
      assertThat(e.getMessage()).contains("logcov-fuzz");
      shown(e.getMessage());
    }
  }

  static Stream<byte[]> archives() throws IOException {
    Map<String, String> logs = new LinkedHashMap<>();
    logs.put("8112.1.log", "one\n");
    logs.put("8112.2.log", "two\n");
    logs.put("build.json", new String(buildFiles().findFirst().orElseThrow(), UTF_8));
    Map<String, String> below = Map.of("logs/1.log", "one\n", "logs/deep/2.log", "two");
    String longName = "n".repeat(150) + ".log";
    return Stream.of(
        Archives.bytes("a log\n"),
        Archives.zip(logs),
        Archives.tar(logs),
        Archives.tar(below),
        Archives.zip(below),
        Archives.tar(Map.of(longName, "long")),
        Archives.tarWithLink("1.log", "2.log", (byte) '2'),
        Archives.zipWithLink("1.log", "2.log"),
        Archives.pack("gz", Archives.tar(logs)),
        Archives.pack("bzip2", Archives.tar(below)),
        Archives.pack("xz", Archives.tar(below)),
        Archives.pack("gz", Archives.bytes("a log\n")),
        Archives.pack("bzip2", Archives.bytes("a log\n")),
        Archives.pack("xz", Archives.bytes("a log\n")));
  }

  static Stream<byte[]> buildFiles() {
    return Stream.of(
        """
        {"schema": "logcov-build/1",
         "build": {"id": "7", "number": "8112", "commit": "c0ffee", "url": null},
         "jobs": [{"id": "71", "number": "8112.1", "name": "x", "stage": null, "state": "passed",
           "allowFailure": false, "url": null, "startedAt": "2026-11-21T09:30:00Z"},
           {"number": "8112.2"}],
         "problems": [{"slug": "log-unreadable", "severity": "error", "job": "8112.2",
           "message": "gone"}]}
        """
            .getBytes(UTF_8));
  }

  private static void shown(String text) {
    assertThat(text).hasSizeLessThan(20_000).matches(Legible::is, "legible");
  }

  private static void read(BuildLog log) {
    try (InputStream in = log.open()) {
      long left = 10_000_000;
      byte[] buffer = new byte[1 << 14];
      for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
        left -= n;
      }
    } catch (IOException e) {
      // Damaged behind its beginning: a problem of its job.
    }
  }

  private static Path temporary() {
    try {
      Path file = Files.createTempFile("logcov-fuzz", ".log");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
