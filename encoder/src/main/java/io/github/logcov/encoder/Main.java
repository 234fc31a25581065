package io.github.logcov.encoder;

import java.nio.file.Paths;
import java.util.Arrays;

/** The program logcov-emit.jar. */
public final class Main {
  private Main() {}

  /** Runs emit and ends with its status. */
  public static void main(String[] args) {
    EmitCommand emit =
        new EmitCommand(
            "logcov-emit",
            System.getenv(),
            Paths.get("").toAbsolutePath(),
            StandardOutput.open(),
            System.err);
    System.exit(emit.run(Arrays.asList(args)));
  }
}
