package io.github.logcov.encoder;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Paths;
import java.util.Arrays;

/** The program logcov-emit.jar. */
public final class Main {
  private Main() {}

  /** Runs emit and ends with its status. */
  public static void main(String[] args) {
    // Not System.out: a PrintStream swallows the error of a write that must be tried again.
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    EmitCommand emit =
        new EmitCommand(
            "logcov-emit", System.getenv(), Paths.get("").toAbsolutePath(), out, System.err);
    System.exit(emit.run(Arrays.asList(args)));
  }
}
