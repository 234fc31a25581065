package io.github.logcov.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The version of this program, as the build wrote it into the jar. */
final class Version {
  private Version() {}

  /** Such as {@code 0.1.0} or {@code 0.1.0-SNAPSHOT}. */
  static String current() {
    // The manifest of the jar is read anyway; to read a file beside it opens the jar once more.
    @Nullable String packaged = Version.class.getPackage().getImplementationVersion();
    return packaged == null ? written() : packaged;
  }

  /** Prints it on standard output; returns the exit status. */
  static int print() {
    String line = "logcov " + current() + "\n";
    try {
      // Almost always that does. What tells a full stream from a broken one takes another 2 ms.
      new FileOutputStream(FileDescriptor.out).write(line.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (IOException e) {
      // None of so short a line is written, so that all of it is tried again.
      PrintStream out = StandardStreams.out();
      out.print(line);
      return Commands.ended(0, List.of("--version"), out, StandardStreams.err());
    }
  }

  /** For classes that are in no jar. */
  private static String written() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("version.txt is not beside " + Version.class.getName());
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
