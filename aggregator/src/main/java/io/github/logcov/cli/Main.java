package io.github.logcov.cli;

import io.github.logcov.encoder.EmitCommand;
import io.github.logcov.encoder.StandardOutput;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Wires the commands; the only place that exits. What {@code --version} does without is in other
 * classes, so that this one can be loaded without them: each takes 0.2 to 0.4 ms.
 */
public final class Main {
  private Main() {}

  /** Runs logcov and exits. */
  public static void main(String[] args) {
    boolean version = args.length == 1 && args[0].equals("--version");
    System.exit(version ? Version.print() : run(Arrays.asList(args)));
  }

  private static int run(List<String> args) {
    PrintStream out = StandardStreams.out();
    PrintStream err = StandardStreams.err();
    Path directory = Path.of("").toAbsolutePath();
    if (!args.isEmpty() && args.get(0).equals("emit")) {
      // Frames need a stream that tells when it cannot be written, and the parser that the encoder
      // shares.
      return new EmitCommand("logcov emit", System.getenv(), directory, StandardOutput.open(), err)
          .run(args.subList(1, args.size()));
    }
    Console console = Console.of(out, err, StandardStreams.in(), System.getenv(), directory);
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
}
