package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.frame.Codec;
import io.github.logcov.frame.Frame;
import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameLimits;
import io.github.logcov.frame.FrameReader;
import io.github.logcov.frame.Scratch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One run of the command in a directory, and what it printed. */
final class Emitted {
  final int status;
  final byte[] out;
  final String err;

  private Emitted(int status, byte[] out, String err) {
    this.status = status;
    this.out = out;
    this.err = err;
  }

  static Emitted run(Path directory, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return run(directory, environment, out, out, millis -> {}, args);
  }

  static Emitted run(
      Path directory,
      Map<String, String> environment,
      OutputStream to,
      ByteArrayOutputStream seen,
      Sleeper sleeper,
      String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    EmitCommand command =
        new EmitCommand(
            "emit", environment, directory, to, new PrintStream(err, true, UTF_8), sleeper);
    int status = command.run(List.of(args));
    return new Emitted(status, seen.toByteArray(), err.toString(UTF_8));
  }

  List<Frame> frames() throws IOException {
    return new FrameReader(FrameLimits.defaults(), Scratch.inMemory())
        .read(new ByteArrayInputStream(out))
        .frames();
  }

  /** Path -> content of the whole payloads. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Frame frame : frames()) {
      FrameHeader header = frame.header().orElseThrow();
      Codec codec = Codec.of(header.codec()).orElseThrow();
      try (InputStream in = codec.decompress(frame.encoded())) {
        files.put(header.path(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  List<FrameHeader> headers() throws IOException {
    List<FrameHeader> headers = new ArrayList<>();
    for (Frame frame : frames()) {
      headers.add(frame.header().orElseThrow());
    }
    return headers;
  }
}
