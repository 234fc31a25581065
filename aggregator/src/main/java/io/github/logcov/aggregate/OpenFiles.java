package io.github.logcov.aggregate;

import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.BuildPaths.Place;
import io.github.logcov.source.OpenPath;
import io.github.logcov.source.PathRule;
import io.github.logcov.source.Placement;
import io.github.logcov.source.Placement.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files whose place is open until all reports are there: who names them, and what is to be said
 * where the others know no better. Thread-safe.
 */
final class OpenFiles {
  private final Map<OpenPath, Mentions> mentions = new HashMap<>();
  private final Map<Origin, List<OpenPath>> severalRoots = new HashMap<>();

  /** The files of a report, those among them whose place is open. */
  synchronized void add(Collection<Place> places, Origin report, boolean required) {
    // The jobs that named the file before, and these with this one: mostly those of all files are
    // the same.
    Mentions last = null;
    Mentions grown = Mentions.of(report.job(), required);
    for (Place place : places) {
      if (place.open().isEmpty()) {
        continue;
      }
      OpenPath path = place.open().get();
      Mentions known = mentions.get(path);
      if (known != last) {
        last = known;
        grown =
            known == null ? Mentions.of(report.job(), required) : known.and(report.job(), required);
      }
      mentions.put(path, grown);
      if (isOfSeveralRoots(place.placement())) {
        severalRoots.computeIfAbsent(report, key -> new ArrayList<>()).add(path);
      }
    }
  }

  /** Who names it; empty when all who do were not to be remembered. */
  synchronized Optional<Mentions> mentions(OpenPath path) {
    return Optional.ofNullable(mentions.get(path));
  }

  /** A warning for each report with files that may lie below several of its roots. */
  synchronized List<Problem> problems(
      Map<OpenPath, Placement> settled, Predicate<SourcePath> counts) {
    List<Problem> problems = new ArrayList<>();
    severalRoots.forEach(
        (report, paths) -> {
          List<SourcePath> asWritten =
              paths.stream()
                  .flatMap(path -> Optional.ofNullable(settled.get(path)).stream())
                  .filter(OpenFiles::isOfSeveralRoots)
                  .map(Placement::path)
                  .filter(counts)
                  .toList();
          if (!asWritten.isEmpty()) {
            problems.add(severalRoots(report, asWritten));
          }
        });
    return problems;
  }

  private static boolean isOfSeveralRoots(Placement placement) {
    return placement instanceof Placed placed && placed.rule() == PathRule.SEVERAL_ROOTS;
  }

  private static Problem severalRoots(Origin report, List<SourcePath> asWritten) {
    boolean one = asWritten.size() == 1;
    return Problem.warning(
        ProblemType.PATH_DOUBTFUL,
        report,
        "%s as written, for example %s, since the report has several roots (<source>) that may hold %s; say which with --root DIR or --path-map FROM=TO"
            .formatted(
                one ? "1 source file counts" : asWritten.size() + " source files count",
                asWritten.get(0).value(),
                one ? "it" : "them"));
  }
}
