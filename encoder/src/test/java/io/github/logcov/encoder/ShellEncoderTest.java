package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shell encoder writes what this one writes. */
class ShellEncoderTest {
  private static final Path SCRIPT = root().resolve("scripts/logcov-emit.sh");

  private static Path root() {
    Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return base.endsWith("encoder") ? base.getParent() : base;
  }

  @BeforeEach
  void needsTheScript() {
    assumeTrue(Files.exists(SCRIPT), "scripts/logcov-emit.sh is not there");
  }

  @Test
  void passesOverTheSameVariables() throws IOException {
    List<String> lines = Files.readAllLines(SCRIPT, UTF_8);

    List<String> listed =
        lines.subList(lines.indexOf("# exempt-begin") + 1, lines.indexOf("# exempt-end")).stream()
            .filter(line -> line.matches("!?[A-Za-z0-9_]+\\*?"))
            .collect(Collectors.toList());

    assertThat(listed).containsExactlyInAnyOrderElementsOf(ExemptVariables.LIST);
  }

  @ParameterizedTest
  @CsvSource({"gzip,0,16", "bzip2,7,1", "gzip,31,64"})
  void itsFramesAreThoseOfTheWriter(String codec, String salt, String parity, @TempDir Path dir)
      throws Exception {
    ToolOfTheSystem.sh();
    Path report = dir.resolve("sub/coverage 100%.xml");
    Files.createDirectories(report.getParent());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      text.append("<line number=\"")
          .append(i)
          .append("\" hits=\"")
          .append(i * 7919 % 1013)
          .append("\"/>\n");
    }
    Files.write(report, text.toString().getBytes(UTF_8));
    Map<String, String> environment =
        Map.of(
            "TRAVIS_BUILD_DIR",
            dir.toString(),
            "TRAVIS_JOB_NUMBER",
            "8.1",
            "TRAVIS_JOB_NAME",
            "a%b",
            "LOGCOV_SALT",
            salt);
    String[] args = {"--codec", codec, "--parity", parity, "--flag", "x y", report.toString()};

    byte[] log = shell(dir, environment, args);
    Frame frame = only(log);
    FrameHeader header = frame.header().orElseThrow();
    FrameHeader ours = Emitted.run(dir, environment, args).headers().get(0);

    assertThat(frame.damage()).isEmpty();
    assertThat(withoutPacking(header)).isEqualTo(withoutPacking(ours));
    assertThat(new String(rewritten(frame, header), UTF_8)).isEqualTo(new String(log, UTF_8));
  }

  private static byte[] shell(Path dir, Map<String, String> environment, String... args)
      throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString());
    builder.command().addAll(List.of(args));
    builder.environment().keySet().retainAll(Set.of("PATH"));
    builder.environment().putAll(environment);
    Process process =
        builder.directory(dir.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] log = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return log;
  }

  private static Frame only(byte[] log) throws IOException {
    List<Frame> frames =
        new FrameReader(FrameLimits.defaults(), Scratch.inMemory())
            .read(new ByteArrayInputStream(log))
            .frames();
    assertThat(frames).hasSize(1);
    return frames.get(0);
  }

  private static byte[] rewritten(Frame frame, FrameHeader header) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.write('\n');
    try (InputStream encoded = frame.encoded()) {
      new FrameWriter(header, encoded.readAllBytes())
          .write(
              (ascii, length) -> {
                log.write(ascii, 0, length);
                log.write('\n');
              });
    }
    return log.toByteArray();
  }

  /** The header text without what depends on the version of the compressor. */
  private static String withoutPacking(FrameHeader header) {
    return header.toString().replaceAll("(?m)^[nek]=.*$", "");
  }
}
