package io.github.logcov.cli;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.encoder.StandardOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
    // Before anything of picocli is loaded: that is a fifth of the time.
    PrintStream err = utf8(FileDescriptor.err);
    if (args.equals(List.of("--version"))) {
      out.println("logcov " + Version.current());
      return CommandTree.ended(0, args, out, err);
    }
    Path directory = Path.of("").toAbsolutePath();
    if (!args.isEmpty() && args.get(0).equals("emit")) {
      // Frames need a stream that tells when it cannot be written, and the parser that the encoder
      // shares.
      return new EmitCommand("logcov emit", System.getenv(), directory, StandardOutput.open(), err)
          .run(args.subList(1, args.size()));
    }
    Console console = Console.of(out, err, System.in, System.getenv(), directory);
    // Libraries that print by themselves, and what no thread caught, keep to the same rules.
    System.setOut(console.out());
    System.setErr(console.err());
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> Faults.tell(e, console));
    // The stub looks whether a stream is a terminal; Java could not.
    int columns = Integer.getInteger("logcov.terminal", 0);
    int wide = Integer.getInteger("logcov.screen", 0);
    Console seen = columns > 0 ? console.onTerminal(columns) : console;
    return CommandTree.run(args, wide > 0 ? seen.onScreen(wide) : seen);
  }

  /** What is printed is UTF-8 whatever the locale says, as CI logs are. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    OutputStream stream =
        new PatientOutput(new FileOutputStream(descriptor).getChannel(), Thread::sleep);
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
