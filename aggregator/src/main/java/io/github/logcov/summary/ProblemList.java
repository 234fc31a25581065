package io.github.logcov.summary;

import io.github.logcov.problem.Problem;
import io.github.logcov.problem.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems for a terminal: gravest first; one message of many jobs or places is shown once, with their number. */
public final class ProblemList {
  private final int width;

  /** Lines of at most {@code width} characters, as far as the messages have blanks. */
  public ProblemList(int width) {
    this.width = width;
  }

  /** What is the same but for where it is. */
  private record Same(Severity severity, String slug, String message) {}

  /** The lines; empty when there is no problem. */
  public List<String> lines(List<Problem> problems) {
    Map<Same, List<Problem>> groups = new LinkedHashMap<>();
    for (Problem problem : problems) {
      groups
          .computeIfAbsent(
              new Same(problem.severity(), problem.type().slug(), problem.message()),
              same -> new ArrayList<>())
          .add(problem);
    }
    List<String> lines = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      groups.forEach(
          (same, group) -> {
            if (same.severity() == severity) {
              add(lines, same, group);
            }
          });
    }
    return lines;
  }

  private void add(List<String> lines, Same same, List<Problem> group) {
    String origin = group.get(0).origin().toString();
    StringBuilder text = new StringBuilder(same.severity().word()).append(": ");
    if (!origin.isEmpty()) {
      text.append(origin);
      if (group.size() > 1) {
        text.append(" (and ").append(group.size() - 1).append(" more)");
      }
      text.append(": ");
    }
    text.append(same.message()).append(" [").append(same.slug()).append(']');
    List<String> wrapped = TextTable.wrap(Printable.of(text.toString()), width - 2);
    for (int i = 0; i < wrapped.size(); i++) {
      lines.add((i == 0 ? "" : "  ") + wrapped.get(i));
    }
  }
}
