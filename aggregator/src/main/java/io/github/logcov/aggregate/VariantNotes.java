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
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What of a union's misses may come from toolchains rather than from tests: lines that only some of
 * them list, exits that coverage.xml cannot tell apart, blocks that cannot be of one source, maps
 * of statements that differ.
 */
final class VariantNotes {
  private static final int SHOWN = 10;

  private VariantNotes() {}

  static List<Problem> of(Coverage coverage, boolean ignored) {
    List<Problem> notes = new ArrayList<>();
    coverage
        .files()
        .forEach(
            (path, file) -> {
              variantOnly(path, file, ignored, notes);
              exits(path, file, notes);
              overlaps(path, file, notes);
              layouts(path, file, notes);
              sources(path, file, notes);
            });
    modes(coverage, notes);
    return notes;
  }

  private static void variantOnly(
      SourcePath path, FileCoverage file, boolean ignored, List<Problem> notes) {
    int[] lines = file.variantOnlyMissedLines();
    if (lines.length > 0) {
      notes.add(
          Problem.warning(
              ProblemType.VARIANT_ONLY,
              Origin.NOWHERE,
              "%s: only some jobs list %s as code, and none of them ran %s; %s"
                  .formatted(
                      path.value(),
                      lines(lines),
                      lines.length == 1 ? "it" : "them",
                      ignored
                          ? "this does not count (--ignore-variant-only)"
                          : "this counts as missed; if those versions cannot run it, use"
                              + " --ignore-variant-only")));
    }
  }

  private static void exits(SourcePath path, FileCoverage file, List<Problem> notes) {
    int[] lines = file.ambiguousExitLines();
    if (lines.length > 0) {
      notes.add(
          Problem.note(
              ProblemType.EXIT_AMBIGUOUS,
              Origin.NOWHERE,
              "%s: on %s coverage.xml calls several branches 'exit', and jobs miss different numbers of them; the lower bound counts"
                  .formatted(path.value(), lines(lines))));
    }
  }

  private static void overlaps(SourcePath path, FileCoverage file, List<Problem> notes) {
    List<String> blocks = file.overlappingBlocks();
    if (!blocks.isEmpty()) {
      notes.add(
          Problem.warning(
              ProblemType.BLOCKS_OVERLAP,
              Origin.NOWHERE,
              "%s: the blocks %s and %s overlap, so jobs (%s) measured different sources, or their versions of Go cut them differently; the statements of the larger of such blocks count, use one version and one commit"
                  .formatted(path.value(), blocks.get(0), blocks.get(1), jobs(file))));
    }
  }

  private static void layouts(SourcePath path, FileCoverage file, List<Problem> notes) {
    List<List<Session>> layouts = file.layouts();
    if (!layouts.isEmpty()) {
      notes.add(
          Problem.warning(
              ProblemType.MAPS_DIFFER,
              Origin.NOWHERE,
              "%s: jobs (%s) see its statements and branches in different places, so they measured different sources, or their tools differ; what is in the same place is united and the rest counts beside it, use one version and one commit"
                  .formatted(path.value(), groups(layouts))));
    }
  }

  private static void sources(SourcePath path, FileCoverage file, List<Problem> notes) {
    file.sourceConflict()
        .ifPresent(
            conflict ->
                notes.add(
                    Problem.error(
                        ProblemType.SOURCES_DIFFER,
                        Origin.NOWHERE,
                        "%s: jobs (%s) tell different %s, so they measured different sources; use one commit, or leave a file out that each job generates anew (--exclude '%s')"
                            .formatted(
                                path.value(),
                                groups(conflict.groups()),
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

  private static void modes(Coverage coverage, List<Problem> notes) {
    SortedSet<Session> marked = new TreeSet<>();
    SortedSet<Session> counted = new TreeSet<>();
    for (FileCoverage file : coverage.files().values()) {
      marked.addAll(file.markedBy());
      counted.addAll(file.countedBy());
    }
    if (!marked.isEmpty() && !counted.isEmpty()) {
      notes.add(
          Problem.note(
              ProblemType.MODES_DIFFER,
              Origin.NOWHERE,
              "profiles of Go are of mode set (jobs %s) and of mode count or atomic (jobs %s); together they say whether a block ran, not how often"
                  .formatted(jobs(List.copyOf(marked)), jobs(List.copyOf(counted)))));
    }
  }

  private static String groups(List<List<Session>> groups) {
    return groups.stream().limit(SHOWN).map(VariantNotes::jobs).collect(Collectors.joining(" | "));
  }

  private static String jobs(FileCoverage file) {
    return jobs(file.measuredBy());
  }

  private static String jobs(List<Session> jobs) {
    String shown =
        jobs.stream().limit(SHOWN).map(Session::jobNumber).collect(Collectors.joining(", "));
    return jobs.size() > SHOWN ? shown + " and " + (jobs.size() - SHOWN) + " more" : shown;
  }

  private static String lines(int[] lines) {
    String numbers =
        Arrays.stream(lines)
            .limit(SHOWN)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    String more = lines.length > SHOWN ? " and " + (lines.length - SHOWN) + " more" : "";
    return (lines.length == 1 ? "line " : "lines ") + numbers + more;
  }
}
