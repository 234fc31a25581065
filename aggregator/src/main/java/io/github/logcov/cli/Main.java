package io.github.logcov.cli;

import io.github.logcov.encoder.EmitCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wires the commands; the only place that exits. */
public final class Main {
  private Main() {}

  /** Runs logcov and exits. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    // Before anything of picocli is loaded: that is a fifth of the time.
    if (args.length == 1 && args[0].equals("--version")) {
      System.out.println("logcov " + Version.current());
      return 0;
    }
    Console console =
        Console.of(
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            System.in,
            System.getenv(),
            Path.of("").toAbsolutePath());
    return run(args, console);
  }

  /** Runs one command; for tests, in process. */
  static int run(String[] args, Console console) {
    return 0;
  }

  /** What is printed is UTF-8 whatever the locale says, as CI logs are. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
