package io.github.logcov.microbench;

import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.FrameWriter;
import io.github.logcov.frame.LogFrames;
import io.github.logcov.frame.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Finding frames in a log of some megabytes, and taking their bytes out. */
@State(Scope.Benchmark)
public class FrameReading {
  private static final int ENCODED_BYTES = 1_000_000;
  private static final String ORDINARY =
      "tests/test_module.py::test_something[value-0123456789] PASSED   [ 42%]\r\n";

  /** What most lines of the log are. */
  @Param({"ordinary", "payload"})
  public String lines;

  private byte[] log;

  /** Makes the log. */
  @Setup
  public void make() throws IOException {
    log =
        lines.equals("payload")
            ? payload()
            : ORDINARY.repeat(4_000_000 / ORDINARY.length()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Reads the log to its end, and the encoded bytes of what was found. */
  @Benchmark
  public long read(Megabytes read) throws IOException {
    read.add(log.length);
    FrameReader reader = new FrameReader(FrameLimits.defaults(), Scratch.inMemory());
    long bytes = 0;
    try (LogFrames frames = reader.read(new ByteArrayInputStream(log))) {
      for (Frame frame : frames.frames()) {
        try (InputStream encoded = frame.encoded()) {
          bytes += encoded.transferTo(OutputStream.nullOutputStream());
        }
      }
    }
    if (bytes != (lines.equals("payload") ? ENCODED_BYTES : 0)) {
      throw new IllegalStateException("read " + bytes + " encoded bytes");
    }
    return bytes;
  }

  /** A frame of bytes that look compressed; its reader does not unpack them. */
  private static byte[] payload() throws IOException {
    byte[] encoded = new byte[ENCODED_BYTES];
    new Random(8).nextBytes(encoded);
    FrameHeader header =
        FrameHeader.builder()
            .path("lcov.info")
            .codec("gzip")
            .payload(encoded, 4L * ENCODED_BYTES, "0".repeat(64))
            .buildDir("/home/travis/build/example/bench")
            .build();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new FrameWriter(header, encoded)
        .write(
            (record, length) -> {
              log.write(record, 0, length);
              log.write('\r');
              log.write('\n');
            });
    return log.toByteArray();
  }
}
