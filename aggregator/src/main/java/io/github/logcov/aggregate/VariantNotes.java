package io.github.logcov.aggregate;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.MovedFunction;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of a union's misses may come from toolchains rather than from tests: lines that only some of
 * them list, exits that coverage.xml cannot tell apart, branches it has several names for, blocks
 * that cannot be of one source, maps of statements that differ, functions that are elsewhere.
 */
final class VariantNotes {
  private static final int FUNCTIONS_SHOWN = 3;
  private static final int NAME_SHOWN = 80;

  private VariantNotes() {}

  /**
   * The notes.
   *
   * @param coverage all of it, with lines that are left out later
   * @param ignored whether lines that only some toolchains list are left out
   * @param thresholds those that decide; none when something else does
   */
  static List<Problem> of(Coverage coverage, boolean ignored, Thresholds thresholds) {
    List<Problem> notes = new ArrayList<>();
    VariantLines lines = VariantLines.of(coverage, ignored, thresholds);
    coverage
        .files()
        .forEach(
            (path, file) -> {
              lines.tell(path, file, notes);
              exits(path, file, notes);
              names(path, file, notes);
              overlaps(path, file, notes);
              layouts(path, file, notes);
              functions(path, file, notes);
            });
    notes.addAll(SourceNotes.of(coverage));
    return notes;
  }

  private static void exits(SourcePath path, FileCoverage file, List<Problem> notes) {
    int[] lines = file.ambiguousExitLines();
    if (lines.length > 0) {
      notes.add(
          Problem.note(
              ProblemType.EXIT_AMBIGUOUS,
              Origin.NOWHERE,
              "%s: on %s coverage.xml calls several branches 'exit', and jobs miss different numbers of them; the lower bound counts"
                  .formatted(path.value(), Enumerated.lines(lines))));
    }
  }

  private static void names(SourcePath path, FileCoverage file, List<Problem> notes) {
    int[] lines = file.renamedArmLines();
    if (lines.length > 0) {
      notes.add(
          Problem.note(
              ProblemType.BRANCHES_RENAMED,
              Origin.NOWHERE,
              "%s: on %s jobs name the same branches of coverage.xml differently, as versions of Python do; the best job's count, use one version or send the data files (.coverage)"
                  .formatted(path.value(), Enumerated.lines(lines))));
    }
  }

  private static void overlaps(SourcePath path, FileCoverage file, List<Problem> notes) {
    List<String> blocks = file.disagreements().blocks();
    if (!blocks.isEmpty()) {
      notes.add(
          Problem.warning(
              ProblemType.BLOCKS_OVERLAP,
              Origin.NOWHERE,
              "%s: the blocks %s and %s overlap, so jobs (%s) measured different sources, or their versions of Go cut them differently; the statements of the larger of such blocks count, use one version and one commit"
                  .formatted(
                      path.value(),
                      blocks.get(0),
                      blocks.get(1),
                      Enumerated.jobs(file.sessions().all()))));
    }
  }

  private static void layouts(SourcePath path, FileCoverage file, List<Problem> notes) {
    List<List<Session>> layouts = file.disagreements().layouts();
    if (!layouts.isEmpty()) {
      notes.add(
          Problem.warning(
              ProblemType.MAPS_DIFFER,
              Origin.NOWHERE,
              "%s: jobs (%s) see its statements and branches in different places, so they measured different sources, or their tools differ; what is in the same place is united and the rest counts beside it, use one version and one commit"
                  .formatted(path.value(), Enumerated.groups(layouts))));
    }
  }

  private static void functions(SourcePath path, FileCoverage file, List<Problem> notes) {
    List<MovedFunction> moved = file.disagreements().functions();
    if (!moved.isEmpty()) {
      String functions =
          moved.stream()
              .limit(FUNCTIONS_SHOWN)
              .map(VariantNotes::function)
              .collect(Collectors.joining("; "));
      int more = moved.size() - FUNCTIONS_SHOWN;
      notes.add(
          Problem.warning(
              ProblemType.FUNCTIONS_DIFFER,
              Origin.NOWHERE,
              "%s: jobs see functions on different lines: %s%s; so they measured different sources, or other compilers number lines otherwise; each place counts as a function, use one version and one commit"
                  .formatted(path.value(), functions, more > 0 ? "; and " + more + " more" : "")));
    }
  }

  /** {@code word on line 5 (8112.1) and on line 9 (8112.2, 8112.3)}. */
  private static String function(MovedFunction function) {
    String name = function.name();
    String places =
        function.places().entrySet().stream()
            .limit(FUNCTIONS_SHOWN)
            .map(
                place ->
                    "on line " + place.getKey() + " (" + Enumerated.jobs(place.getValue()) + ")")
            .collect(Collectors.joining(" and "));
    return (name.length() > NAME_SHOWN ? name.substring(0, NAME_SHOWN) + "..." : name)
        + " "
        + places;
  }
}
