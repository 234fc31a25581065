package io.github.logcov.cli;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.encoder.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Wires the commands; the only place that exits. */
public final class Main {
  private Main() {}

  /** Runs logcov and exits. */
  public static void main(String[] args) {
    System.exit(run(Arrays.asList(args)));
  }

  private static int run(List<String> args) {
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    if (args.size() == 1 && args.get(0).equals("--version")) {
      // Before anything else is loaded.
      out.println("logcov " + Version.current());
      return Commands.ended(0, args, out, err);
    }
    Path directory = Path.of("").toAbsolutePath();
    if (!args.isEmpty() && args.get(0).equals("emit")) {
      // Frames need a stream that tells when it cannot be written, and the parser that the encoder
      // shares.
      return new EmitCommand("logcov emit", System.getenv(), directory, StandardOutput.open(), err)
          .run(args.subList(1, args.size()));
    }
    Console console = Console.of(out, err, standardInput(), System.getenv(), directory);
    // Libraries that print by themselves, and what no thread caught, keep to the same rules.
    System.setOut(console.out());
    System.setErr(console.err());
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Faults.tell(e, console));
    // The stub looks whether a stream is a terminal; Java could not.
    int columns = Integer.getInteger("logcov.terminal", 0);
    int wide = Integer.getInteger("logcov.screen", 0);
    Console seen = columns > 0 ? console.onTerminal(columns) : console;
    return Commands.run(args, wide > 0 ? seen.onScreen(wide) : seen);
  }

  /**
   * Standard input, which stays open: where it was closed from the start, Java's own file of
   * classes is in its place, and Java without that ends by a signal.
   */
  private static InputStream standardInput() {
    return new FilterInputStream(System.in) {
      @Override
      public void close() {
        // As said above.
      }
    };
  }

  /** What is printed is UTF-8 whatever the locale says, as CI logs are. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    OutputStream stream =
        new PatientOutput(new FileOutputStream(descriptor).getChannel(), new Sleep());
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /**
   * Has a name since the first method reference of a run takes as long as all of {@code --version}.
   */
  private static final class Sleep implements PatientOutput.Pause {
    @Override
    public void sleep(long millis) throws InterruptedException {
      Thread.sleep(millis);
    }
  }
}
