package io.github.logcov.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One run of {@code check}, in process.
 *
 * @param status the exit status
 * @param printed standard output and standard error
 * @param json what {@code --json} wrote
 */
record CheckRun(int status, String printed, byte[] json) {

  /** Runs {@code check --logs LOGS --json ... OPTION...}; the JSON file lies in {@code folder}. */
  static CheckRun of(Path folder, Path logs, String... options) throws IOException {
    Path json = folder.resolve("summary.json");
    List<String> args =
        new ArrayList<>(List.of("check", "--logs", logs.toString(), "--json", json.toString()));
    args.addAll(List.of(options));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Console console = Console.of(out, out, InputStream.nullInputStream(), Map.of(), folder);
    int status = Commands.run(args, console);
    return new CheckRun(status, bytes.toString(StandardCharsets.UTF_8), Files.readAllBytes(json));
  }
}
