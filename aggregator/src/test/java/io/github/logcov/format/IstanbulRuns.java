package io.github.logcov.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/**
 * Istanbul's JSON: a line has one statement or two, the shorter one first in half of the runs; a
 * decision has one way that is nowhere, as newer versions write it, or both where it is.
 */
final class IstanbulRuns implements RunWriter {
  @Override
  public String format() {
    return "istanbul";
  }

  @Override
  public Arms arms() {
    return Arms.NAMED;
  }

  @Override
  public byte[] write(ProgramRun run) {
    List<String> places = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    List<String> decisions = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    boolean newer = run.ran().size() % 2 == 0;
    for (int line : run.program().lines()) {
      String here = place(line, 9);
      add(places, newer ? here : place(line, 5));
      add(places, newer ? place(line, 5) : here);
      add(counts, newer ? 3L * run.hits(line) : run.hits(line));
      add(counts, newer ? run.hits(line) : 3L * run.hits(line));
      List<String> arms = run.program().armsOf(line);
      if (!arms.isEmpty()) {
        String second = newer ? "{'start': {}, 'end': {}}" : here;
        add(
            decisions,
            "{'type': 'if', 'loc': %s, 'locations': [%s, %s]}".formatted(here, here, second));
        add(ways, arms.stream().map(run::times).toList());
      }
    }
    return """
        {'%1$s': {'path': '%1$s', 'statementMap': {%2$s}, 's': {%3$s}, 'fnMap': {}, 'f': {},
         'branchMap': {%4$s}, 'b': {%5$s}}}
        """
        .formatted(
            ProgramRun.PATH,
            String.join(", ", places),
            String.join(", ", counts),
            String.join(", ", decisions),
            String.join(", ", ways))
        .replace('\'', '"')
        .getBytes(UTF_8);
  }

  private static String place(int line, int endColumn) {
    return "{'start': {'line': %d, 'column': 0}, 'end': {'line': %d, 'column': %d}}"
        .formatted(line, line, endColumn);
  }

  private static void add(List<String> members, Object value) {
    members.add("'" + members.size() + "': " + value);
  }
}
