package io.github.logcov.aggregate;

import io.github.logcov.format.Report;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.PathRule;
import io.github.logcov.source.Placement;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import io.github.logcov.source.ReportOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Places the files of reports, and remembers those that have no place and would count. Thread-safe.
 */
final class ReportPlacer {
  private final PathPlacer placer;
  private final boolean checkout;
  private final Scope scope;
  private final UnplacedFiles unplaced;
  private final DoubtfulFiles doubtful = new DoubtfulFiles();

  /**
   * A placer by these rules.
   *
   * @param checkout whether there is one, so that a file can be said not to be in it
   * @param scope what counts
   */
  ReportPlacer(PathPlacer placer, boolean checkout, Scope scope) {
    this.placer = placer;
    this.checkout = checkout;
    this.scope = scope;
    this.unplaced = new UnplacedFiles(checkout);
  }

  /**
   * Gives each file that counts to {@code placed}, with its place.
   *
   * @param required whether the job must pass
   * @return a problem when no file of the report is in the checkout, and then none was given; a
   *     warning when the roots of the report do not say where its files are
   */
  Optional<Problem> place(
      Report report,
      Optional<String> buildDir,
      Origin origin,
      boolean required,
      BiConsumer<SourcePath, FileFacts> placed) {
    Map<String, Placement> placements =
        placer.place(
            new ReportOrigin(origin.payload(), buildDir, report.sourceRoots()),
            report.files().keySet());
    Optional<Problem> nowhere = nothingPlaced(placements.values(), origin);
    if (nowhere.isPresent()) {
      return nowhere;
    }
    report
        .files()
        .forEach(
            (path, facts) -> {
              Placement placement = Objects.requireNonNull(placements.get(path));
              remember(placement, origin.job(), required);
              if (!(placement instanceof Ambiguous) && scope.takes(placement.path())) {
                placed.accept(placement.path(), facts);
              }
            });
    return severalRoots(placements.values(), origin);
  }

  /** What does not count needs no place. */
  private void remember(Placement placement, String job, boolean required) {
    if (placement instanceof Ambiguous several) {
      if (several.candidates().stream().anyMatch(scope::takes)) {
        unplaced.addAmbiguous(several, job, required);
      }
    } else if (placement instanceof Unplaced && scope.takes(placement.path())) {
      unplaced.addUnplaced(placement.path(), job, required);
    } else if (!checkout && placement instanceof Placed placed) {
      remember(placed, job, required);
    }
  }

  /**
   * Without a checkout there is only what other reports say. A file that {@code --include} happens
   * to pass over may be one that should count.
   */
  private void remember(Placed placed, String job, boolean required) {
    if (placed.rule().certain()) {
      if (scope.takes(placed.path())) {
        doubtful.addCertain(placed.path());
      }
    } else if (placed.rule() != PathRule.SEVERAL_ROOTS && !scope.excludes(placed.path())) {
      doubtful.add(placed, job, required);
    }
  }

  private Optional<Problem> severalRoots(Collection<Placement> placements, Origin origin) {
    List<SourcePath> asWritten =
        placements.stream()
            .filter(Placed.class::isInstance)
            .map(Placed.class::cast)
            .filter(placed -> placed.rule() == PathRule.SEVERAL_ROOTS)
            .map(Placement::path)
            .filter(scope::takes)
            .toList();
    return asWritten.stream()
        .findFirst()
        .map(
            example ->
                Problem.warning(
                    ProblemType.PATH_DOUBTFUL,
                    origin,
                    "%s as written, for example %s, since the report has several roots (<source>) that may hold %s; say which with --root DIR or --path-map FROM=TO"
                        .formatted(
                            asWritten.size() == 1
                                ? "1 source file counts"
                                : asWritten.size() + " source files count",
                            example.value(),
                            asWritten.size() == 1 ? "it" : "them")));
  }

  private Optional<Problem> nothingPlaced(Collection<Placement> placements, Origin origin) {
    if (!checkout || !placements.stream().allMatch(Unplaced.class::isInstance)) {
      return Optional.empty();
    }
    return placements.stream()
        .map(Placement::path)
        .filter(scope::takes)
        .findFirst()
        .map(
            example ->
                Problem.error(
                    ProblemType.PATH_UNPLACED,
                    origin,
                    "%s in the checkout, for example %s; say where they are with --path-map FROM=TO, or name the right checkout with --root"
                        .formatted(
                            placements.size() == 1
                                ? "its only source file is not"
                                : "not one of its " + placements.size() + " source files is",
                            example.value())));
  }

  /** What is to be said of files whose place is not known, over all jobs. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(unplaced.problems());
    problems.addAll(doubtful.problems(scope::takes));
    return problems;
  }
}
