package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.logcov.format.ProgramRun.Program;
import java.util.stream.Collectors;

/**
 * llvm-cov's exports. Each statement is a region of its own; a decision is a branch, its arms the
 * values it had.
 */
final class LlvmCovRuns implements RunWriter {
  @Override
  public String format() {
    return "llvm-cov";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    Program program = run.program();
    String segments =
        program.lines().stream()
            .map(
                line ->
                    "[%d,1,%d,true,true,false],[%d,9,0,false,false,false]"
                        .formatted(line, run.hits(line), line))
            .collect(Collectors.joining(","));
    String branches =
        program.lines().stream()
            .filter(line -> !program.armsOf(line).isEmpty())
            .map(line -> "[%d,2,%d,8,%s,0,0,4]".formatted(line, line, counts(run, line)))
            .collect(Collectors.joining(","));
    return """
        {"data":[{"files":[{"branches":[%s],"expansions":[],"filename":"%s","segments":[%s]}]}],
         "type":"llvm.coverage.json.export","version":"2.0.1"}
        """
        .formatted(branches, ProgramRun.PATH, segments)
        .getBytes(UTF_8);
  }

  private static String counts(ProgramRun run, int line) {
    return run.program().armsOf(line).stream()
        .map(arm -> "" + run.times(arm))
        .collect(Collectors.joining(","));
  }
}
