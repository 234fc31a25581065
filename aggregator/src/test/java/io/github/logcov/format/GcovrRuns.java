package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/** gcovr's JSON before it gave blocks: an arm is known by its place on the line. */
final class GcovrRuns implements RunWriter {
  @Override
  public String format() {
    return "gcovr";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    String lines =
        run.program().lines().stream()
            .map(
                line ->
                    "{\"line_number\": %d, \"count\": %d, \"branches\": [%s]}"
                        .formatted(line, run.hits(line), arms(run, line)))
            .collect(Collectors.joining(", "));
    return "{\"gcovr/format_version\": \"0.11\", \"files\": [{\"file\": \"%s\", \"lines\": [%s]}]}"
        .formatted(ProgramRun.PATH, lines)
        .getBytes(UTF_8);
  }

  private static String arms(ProgramRun run, int line) {
    return run.program().armsOf(line).stream()
        .map(arm -> "{\"count\": " + run.times(arm) + "}")
        .collect(Collectors.joining(", "));
  }
}
