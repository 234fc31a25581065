package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs of other people's jobs hold nothing that looks like ours. */
class RealLogsTest {
  private static final Path LOGS = FixtureFolder.of("logs/real");

  static List<String> logs() throws IOException {
    try (Stream<Path> files = Files.walk(LOGS)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".md"))
          .map(file -> LOGS.relativize(file).toString())
          .sorted()
          .collect(Collectors.toList());
    }
  }

  @Test
  void thereAreLogsOfManyServices() throws IOException {
    assertThat(logs()).hasSizeGreaterThanOrEqualTo(16);
  }

  @ParameterizedTest
  @MethodSource("logs")
  void holdsNoFrame(String name) throws IOException {
    try (InputStream log = Files.newInputStream(LOGS.resolve(name))) {
      assertThat(read(log).frames()).isEmpty();
    }
    if (name.endsWith(".zip")) {
      try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(LOGS.resolve(name)))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          assertThat(read(zip).frames()).as(entry.getName()).isEmpty();
        }
      }
    }
  }

  @Test
  void seesHowTheJobsOfTravisEnded() throws IOException {
    assertThat(end("travis/java-secure-masks-116.log").hasTravisClosingLine()).isTrue();
    assertThat(end("travis/java-timeout-10min-terminated.log").termination())
        .hasValueSatisfying(
            text ->
                assertThat(text).startsWith("No output has been received in the last 10 minutes"));
  }

  private static LogFrames end(String name) throws IOException {
    try (InputStream log = Files.newInputStream(LOGS.resolve(name))) {
      return read(log);
    }
  }

  private static LogFrames read(InputStream log) throws IOException {
    return new FrameReader(FrameLimits.defaults(), Scratch.inMemory()).read(log);
  }
}
