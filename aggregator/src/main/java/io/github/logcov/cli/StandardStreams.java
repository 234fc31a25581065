package io.github.logcov.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The standard streams of this process; what is printed is UTF-8 whatever the locale says. */
final class StandardStreams {
  private StandardStreams() {}

  /**
   * Standard input, which stays open: where it was closed from the start, Java's own file of
   * classes is in its place, and Java without that ends by a signal.
   */
  static InputStream in() {
    return new FilterInputStream(System.in) {
      @Override
      public void close() {
        // As said above.
      }
    };
  }

  static PrintStream out() {
    return utf8(FileDescriptor.out);
  }

  static PrintStream err() {
    return utf8(FileDescriptor.err);
  }

  /** As CI logs are. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    OutputStream stream =
        new PatientOutput(new FileOutputStream(descriptor).getChannel(), Thread::sleep);
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
