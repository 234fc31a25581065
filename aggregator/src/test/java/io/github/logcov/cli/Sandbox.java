package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A current directory with saved logs in it, and the command line run there in this process. */
final class Sandbox {
  private final Path directory;
  private final Map<String, String> environment = new TreeMap<>();
  private InputStream input = InputStream.nullInputStream();

  Sandbox(Path directory) {
    this.directory = directory;
  }

  Path directory() {
    return directory;
  }

  Sandbox environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Sandbox input(String text) {
    return input(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }

  Sandbox input(InputStream stream) {
    input = stream;
    return this;
  }

  /** Writes a file, with the folders above it. */
  Sandbox file(String name, byte[] bytes) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sandbox file(String name, String text) {
    return file(name, text.getBytes(UTF_8));
  }

  /** Writes {@code logs/NUMBER.log}: what a job says, and these payloads in between. */
  Sandbox job(String number, Emitted... payloads) {
    return log(number, Arrays.stream(payloads).map(Emitted::lines).toList());
  }

  /** Writes {@code logs/NUMBER.log} of the lines of payloads, whole or not. */
  Sandbox log(String number, List<List<String>> payloads) {
    return file("logs/" + number + ".log", logText(payloads));
  }

  static String logText(List<List<String>> payloads) {
    String frames =
        payloads.stream()
            .map(lines -> String.join("\r\n", lines) + "\r\n")
            .collect(Collectors.joining("all tests passed\r\n"));
    return "travis_fold:start:git.checkout\r\u001b[0K$ git clone --depth=50\r\n"
        + frames
        + "\nDone. Your build exited with 0.\n";
  }

  /** Writes {@code logs/build.json} of these jobs, each of them a JSON object. */
  Sandbox build(String... jobs) {
    return file(
        "logs/build.json",
        """
        {"schema": "logcov-build/1",
         "build": {"id": "77", "number": "8112", "commit": "c0ffee", "url": null},
         "jobs": [%s]}
        """
            .formatted(String.join(",\n", jobs)));
  }

  /** One job for {@link #build}. */
  static String job(String number, String state, boolean allowFailure) {
    return """
        {"id": "5%s", "number": "%s", "state": %s, "allowFailure": %b, "url": "https://ci.test/%s"}"""
        .formatted(
            number.replace(".", ""),
            number,
            state == null ? "null" : '"' + state + '"',
            allowFailure,
            number);
  }

  /** Runs {@code logcov check --logs logs}, with more arguments. */
  Run check(String... more) {
    return run(List.of("check", "--logs", "logs"), more);
  }

  /** Runs {@code logcov} with these arguments, and with more of them. */
  Run run(List<String> first, String... more) {
    return run(Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new));
  }

  /** Runs {@code logcov} with these arguments. */
  Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        Console.of(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                input,
                environment,
                directory)
            .at(new HastyPace());
    int status = Commands.run(List.of(arguments), console);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** What the run left in a file. */
  String read(String name) {
    try {
      return Files.readString(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A recorded build, such as {@code python-matrix}. */
  static Path recorded(String build) {
    return Path.of("..", "fixtures", "builds", build).toAbsolutePath().normalize();
  }
}
