package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.format.ProgramRun.Program;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * SimpleCov's results. A job that ran nothing says no more than that it never loaded the file: then
 * its statements are a guess, here a right one.
 */
final class SimpleCovRuns implements RunWriter {
  private static final int LAST_LINE = 31;

  @Override
  public String format() {
    return "simplecov";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public boolean isGuess(ProgramRun run) {
    return run.ran().isEmpty();
  }

  @Override
  public byte[] write(ProgramRun run) {
    Program program = run.program();
    String lines =
        IntStream.rangeClosed(1, LAST_LINE)
            .mapToObj(line -> program.lines().contains(line) ? "" + run.hits(line) : "null")
            .collect(Collectors.joining(","));
    String branches =
        program.lines().stream()
            .filter(line -> !program.armsOf(line).isEmpty())
            .map(line -> "\"[:if, 0" + span(line, 9) + "]\": {" + arms(run, line) + "}")
            .collect(Collectors.joining(", "));
    return "{\"RSpec\": {\"coverage\": {\"%s\": {\"lines\": [%s], \"branches\": {%s}}}}}"
        .formatted(ProgramRun.PATH, lines, branches)
        .getBytes(UTF_8);
  }

  private static String arms(ProgramRun run, int line) {
    return run.program().armsOf(line).stream()
        .map(arm -> "\"[:then, 1" + span(line, column(arm)) + "]\": " + run.times(arm))
        .collect(Collectors.joining(", "));
  }

  private static String span(int line, int column) {
    return ", " + line + ", 0, " + line + ", " + column;
  }

  /** Where an arm ends; a name by itself. */
  private static int column(String arm) {
    return arm.endsWith("-1") ? 9 : 5;
  }
}
