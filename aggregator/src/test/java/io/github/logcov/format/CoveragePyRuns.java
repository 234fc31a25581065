package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The coverage.json of coverage.py, often with a docstring on line 31 and an arc from it, as 6.5
 * writes; neither counts.
 */
final class CoveragePyRuns implements RunWriter {
  @Override
  public String format() {
    return "coveragepy";
  }

  @Override
  public Arms arms() {
    return Arms.MISSING;
  }

  @Override
  public byte[] write(ProgramRun run) {
    List<Integer> lines = run.program().lines();
    List<String> arms = run.program().arms();
    Set<Integer> executed = new TreeSet<>(run.ran());
    Set<String> executedArms = new TreeSet<>(run.taken());
    if (run.ran().size() % 2 == 0) {
      executed.add(31);
      executedArms.add("31:32");
    }
    List<Integer> missing = lines.stream().filter(line -> !run.ran().contains(line)).toList();
    List<String> missingArms = arms.stream().filter(arm -> !run.taken().contains(arm)).toList();
    return """
        {"meta": {"branch_coverage": true}, "files": {"%s": {"executed_lines": %s,
         "summary": {"num_statements": %d, "covered_lines": %d,
                     "num_branches": %d, "missing_branches": %d},
         "missing_lines": %s, "executed_branches": %s, "missing_branches": %s}}}
        """
        .formatted(
            ProgramRun.PATH,
            executed,
            lines.size(),
            run.ran().size(),
            arms.size(),
            missingArms.size(),
            missing,
            arcs(executedArms),
            arcs(missingArms))
        .getBytes(UTF_8);
  }

  private static String arcs(Iterable<String> arms) {
    StringBuilder text = new StringBuilder();
    for (String arm : arms) {
      text.append(text.isEmpty() ? "" : ", ").append("[" + arm.replace(":", ", ") + "]");
    }
    return "[" + text + "]";
  }
}
