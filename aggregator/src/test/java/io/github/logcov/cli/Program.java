package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The built program in a process of its own, as a shell runs it. */
final class Program {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path directory;
  private final Path streams;
  private final Map<String, String> environment = new TreeMap<>();

  /**
   * @param directory the current directory
   * @param streams where what is printed is kept
   */
  Program(Path directory, Path streams) {
    this.directory = directory;
    this.streams = streams;
  }

  Program environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs a command line of sh, in which {@code $LOGCOV} is the program. */
  Run shell(String line) throws Exception {
    return run("sh", "-c", line);
  }

  /** Runs any command with that environment. */
  Run run(String... command) throws Exception {
    Path out = Files.createTempFile(streams, "out", "");
    Path err = Files.createTempFile(streams, "err", "");
    Process process =
        builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    int status;
    try {
      status = process.waitFor();
    } finally {
      // After a time-out nobody else would.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Run(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  /** Starts the program itself; its streams are read by the caller. */
  Process start(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = logcov();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return builder(command).redirectErrorStream(true).start();
  }

  static String logcov() {
    return ROOT.resolve("aggregator/target/logcov").toString();
  }

  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    // As on a plain machine: this test may itself run in a CI job.
    builder.environment().keySet().removeIf(name -> name.startsWith("TRAVIS") || name.equals("CI"));
    builder.environment().put("LOGCOV_JAVA", System.getProperty("java.home"));
    builder.environment().put("LOGCOV", logcov());
    builder.environment().putAll(environment);
    return builder;
  }
}
