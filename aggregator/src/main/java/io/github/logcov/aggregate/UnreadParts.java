package io.github.logcov.aggregate;

import io.github.logcov.format.Report;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the reports of one job measured and cannot give, held against its reports of other formats,
 * which may have it: JaCoCo's execution data of classes that were compiled anew, and its XML.
 */
final class UnreadParts {
  private static final int SHOWN = 5;

  private final List<Lost> lost = new ArrayList<>();

  /** Format -> the source files that its reports name. */
  private final Map<String, Set<String>> named = new HashMap<>();

  private record Lost(Origin origin, String format, Report.Unread part) {}

  void add(Origin origin, String format, Report report) {
    named.computeIfAbsent(format, key -> new HashSet<>()).addAll(report.files().keySet());
    report.unread().forEach(part -> lost.add(new Lost(origin, format, part)));
  }

  /** A warning for each report that lost something. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (Origin origin : lost.stream().map(Lost::origin).distinct().toList()) {
      Predicate<Lost> here = part -> part.origin().equals(origin);
      warn(origin, lost.stream().filter(here.and(this::isElsewhere)).toList(), true, problems);
      warn(origin, lost.stream().filter(here.and(l -> !isElsewhere(l))).toList(), false, problems);
    }
    return problems;
  }

  private boolean isElsewhere(Lost part) {
    return named.entrySet().stream()
        .anyMatch(
            entry ->
                !entry.getKey().equals(part.format())
                    && entry.getValue().contains(part.part().path()));
  }

  private static void warn(
      Origin origin, List<Lost> parts, boolean elsewhere, List<Problem> problems) {
    if (parts.isEmpty()) {
      return;
    }
    String first =
        parts.stream().limit(SHOWN).map(l -> l.part().what()).collect(Collectors.joining(", "));
    String more = parts.size() > SHOWN ? " and " + (parts.size() - SHOWN) + " more" : "";
    problems.add(
        Problem.warning(
            ProblemType.CLASSES_DIFFER,
            origin,
            "ran other classes than --classes names: %s%s; %s"
                .formatted(
                    first,
                    more,
                    elsewhere
                        ? "for these the job's jacoco.xml counts"
                        : "what it ran of these does not count; emit jacoco.xml there as well, or"
                            + " test the very class files that --classes names")));
  }
}
