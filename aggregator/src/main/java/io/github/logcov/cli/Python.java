package io.github.logcov.cli;

import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.problem.Legible;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A Python that may have coverage.py.
 *
 * @param program its name, looked up in PATH, or its path
 * @param environment the environment variables of this process
 */
record Python(String program, Map<String, String> environment) {
  /** The name of the JSON report. */
  static final String REPORT = "report.json";

  private static final int ABSENT = 97;
  private static final int MAX_OUTPUT = 1 << 16;
  private static final int MAX_SAID = 400;
  private static final int LAST_LINES = 3;

  /**
   * What is run: {@code python3 -m coverage} twice, with bounds. The status is ABSENT when there is
   * no coverage.py, else what coverage.py says. fail_under is judged by logcov. The copy of the
   * data may go, so combine needs no --keep, which coverage.py before 5.5 does not have; -q is as
   * new.
   */
  private static final String SCRIPT =
      """
      import io
      import sys
      import warnings
      memory, size, data, report = sys.argv[1:]
      try:
          from coverage.cmdline import main
      except ImportError:
          sys.exit(%d)
      try:
          import resource
          limits = ((resource.RLIMIT_AS, int(memory)), (resource.RLIMIT_FSIZE, int(size)))
          for what, most in limits:
              hard = resource.getrlimit(what)[1]
              soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
              resource.setrlimit(what, (soft, hard))
      except (ImportError, ValueError, OSError):
          pass  # a system without such limits
      warnings.formatwarning = lambda message, *more, **named: str(message) + "\\n"
      # What combine prints when all is well has paths that are nobody's business.
      stdout, sys.stdout = sys.stdout, io.StringIO()
      status = main(["combine", data])
      said, sys.stdout = sys.stdout.getvalue(), stdout
      if status:
          print(said)
      sys.exit(status or main(["json", "--fail-under=0", "-o", report]))
      """
          .formatted(ABSENT);

  /** How it ended. */
  enum How {
    /** There is a report. */
    REPORTED,
    /** There is no such program, or it has no coverage.py. */
    ABSENT,
    /** coverage.py failed. */
    FAILED,
    /** It was stopped. */
    TOO_SLOW
  }

  /**
   * How it ended.
   *
   * @param said its last words where it failed; legible, one line
   */
  record Ended(How how, String said) {}

  /**
   * Makes {@code report.json} of {@code data}, both in the folder.
   *
   * @param checkout where it works
   */
  Ended report(Path folder, Path checkout, Duration timeout, long memoryLimit, long fileLimit) {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      return new Ended(How.ABSENT, "");
    }
    List<String> command =
        List.of(
            found.get().toString(),
            "-u",
            "-c",
            SCRIPT,
            String.valueOf(memoryLimit),
            String.valueOf(fileLimit),
            folder.resolve("data").toString(),
            folder.resolve(REPORT).toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(checkout.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables(folder));
    Path output = folder.resolve("output");
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return new Ended(How.ABSENT, "");
    }
    AtExit interrupted = AtExit.run(() -> kill(process));
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Ended(How.TOO_SLOW, "");
      }
      return switch (process.exitValue()) {
        case 0 -> new Ended(How.REPORTED, "");
        case ABSENT -> new Ended(How.ABSENT, "");
        default -> new Ended(How.FAILED, lastWords(output));
      };
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while coverage.py ran", e));
    } finally {
      kill(process);
      interrupted.close();
    }
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Those of this process, but what is none of its business, or would have it measure itself. */
  private Map<String, String> variables(Path folder) {
    Map<String, String> variables = new HashMap<>(environment);
    List.of(
            "TRAVIS_TOKEN",
            "COVERAGE_PROCESS_START",
            "COVERAGE_PROCESS_CONFIG",
            "COVERAGE_DEBUG",
            "COVERAGE_DEBUG_FILE")
        .forEach(variables::remove);
    variables.put("COVERAGE_FILE", folder.resolve("combined").toString());
    variables.put("PYTHONDONTWRITEBYTECODE", "1");
    variables.put("PYTHONIOENCODING", "utf-8");
    return variables;
  }

  private Optional<Path> find() {
    // A path is taken as it is, from the folder that logcov was started in.
    if (program.contains("/") || program.contains(File.separator)) {
      return Optional.of(Path.of(program));
    }
    for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String ending : List.of("", ".exe")) {
        try {
          Path file = Path.of(folder).resolve(program + ending);
          // What PATH names relative to the current directory would be a file of the checkout.
          if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
            return Optional.of(file);
          }
        } catch (InvalidPathException e) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static String lastWords(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      List<String> lines =
          new String(in.readNBytes(MAX_OUTPUT), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      String last =
          lines.stream()
              .skip(Math.max(0, lines.size() - LAST_LINES))
              .collect(Collectors.joining(" / "));
      StringBuilder said = new StringBuilder();
      last.codePoints()
          .map(c -> Legible.is(c) ? c : '?')
          .limit(MAX_SAID)
          .forEach(said::appendCodePoint);
      return said.isEmpty() ? "it does not say why" : said.toString();
    }
  }
}
