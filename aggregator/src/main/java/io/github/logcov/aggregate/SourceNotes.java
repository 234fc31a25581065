package io.github.logcov.aggregate;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourceConflict;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Jobs that cannot have measured one source, as their reports say, or did it in two ways. */
final class SourceNotes {
  private SourceNotes() {}

  static List<Problem> of(Coverage coverage) {
    List<Problem> notes = new ArrayList<>();
    SortedSet<Session> marked = new TreeSet<>();
    SortedSet<Session> counted = new TreeSet<>();
    coverage
        .files()
        .forEach(
            (path, file) -> {
              sources(path, file, notes);
              marked.addAll(file.disagreements().markedBy());
              counted.addAll(file.disagreements().countedBy());
            });
    modes(List.copyOf(marked), List.copyOf(counted), notes);
    return notes;
  }

  private static void sources(SourcePath path, FileCoverage file, List<Problem> notes) {
    file.disagreements()
        .sources()
        .ifPresent(
            conflict ->
                notes.add(
                    Problem.error(
                        ProblemType.SOURCES_DIFFER,
                        Origin.NOWHERE,
                        "%s: jobs (%s) tell different %s, so they measured different sources; use one commit, or leave a file out that each job generates anew (--exclude '%s')"
                            .formatted(
                                path.value(),
                                Enumerated.groups(conflict.groups()),
                                differing(conflict),
                                path.value()))));
  }

  private static String differing(SourceConflict conflict) {
    if (conflict.line() == 0) {
      return "versions (VER)";
    }
    String more = conflict.lines() == 1 ? "" : " and of " + (conflict.lines() - 1) + " more";
    return "checksums of line " + conflict.line() + more;
  }

  private static void modes(List<Session> marked, List<Session> counted, List<Problem> notes) {
    if (!marked.isEmpty() && !counted.isEmpty()) {
      notes.add(
          Problem.note(
              ProblemType.MODES_DIFFER,
              Origin.NOWHERE,
              "profiles of Go are of mode set (jobs %s) and of mode count or atomic (jobs %s); together they say whether a block ran, not how often"
                  .formatted(Enumerated.jobs(marked), Enumerated.jobs(counted))));
    }
  }
}
