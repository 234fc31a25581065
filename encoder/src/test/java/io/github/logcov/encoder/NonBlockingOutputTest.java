package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program on a standard output that is non-blocking and read slowly, as some CIs have it.
 */
class NonBlockingOutputTest {
  /**
   * Starts the program with a small non-blocking pipe as its output, reads it in sips, and copies
   * it to a file.
   */
  private static final String READER =
      String.join(
          "\n",
          "import fcntl, os, subprocess, sys, time",
          "r, w = os.pipe()",
          "try: fcntl.fcntl(w, 1031, 4096)  # F_SETPIPE_SZ, Linux",
          "except OSError: pass",
          "os.set_blocking(w, False)",
          "child = subprocess.Popen(sys.argv[2:], stdout=w, stderr=subprocess.DEVNULL)",
          "os.close(w)",
          "time.sleep(0.5)",
          "with open(sys.argv[1], 'wb') as log:",
          "    while True:",
          "        part = os.read(r, 3000)",
          "        if not part: break",
          "        log.write(part)",
          "        time.sleep(0.002)",
          "sys.exit(child.wait())");

  @Test
  void thePayloadArrivesWhole(@TempDir Path dir) throws Exception {
    ToolOfTheSystem.python3();
    byte[] report = new byte[200_000];
    new Random(3).nextBytes(report);
    Files.write(dir.resolve("a.bin"), report);

    Process process =
        new ProcessBuilder(
                "python3",
                "-c",
                READER,
                "log",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.github.logcov.encoder.Main",
                "--carry",
                "a.bin")
            .directory(dir.toFile())
            .inheritIO()
            .start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(frames(dir.resolve("log"))).hasSize(1).allMatch(Frame::isWhole);
  }

  private static List<Frame> frames(Path log) throws IOException {
    try (InputStream in = Files.newInputStream(log)) {
      return new FrameReader(FrameLimits.defaults(), Scratch.inMemory()).read(in).frames();
    }
  }
}
