package io.github.logcov.aggregate;

import io.github.logcov.format.Report;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.BuildPaths;
import io.github.logcov.source.OpenPath;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.Placement;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Unplaced;
import io.github.logcov.source.ReportOrigin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Places the files of reports, and remembers those that have no place and would count. Without a
 * checkout some are placed when all reports are there. Thread-safe.
 */
final class ReportPlacer {
  private final BuildPaths paths;
  private final boolean checkout;
  private final Rules rules;
  private final UnplacedFiles unplaced;
  private final OpenFiles open = new OpenFiles();
  private Map<OpenPath, Placement> settled = Map.of();

  /** Takes the files of one report that count. */
  interface Taker {
    /** A file, by its path as written, that lies there. */
    void placed(String written, SourcePath path, FileFacts facts);

    /** A file, by its path as written, that will be placed when all reports are there. */
    void held(String written, OpenPath open, FileFacts facts);
  }

  /** A placer by these rules. */
  ReportPlacer(PathPlacer placer, Rules rules) {
    this.paths = new BuildPaths(placer, rules.limits().maxFiles());
    this.checkout = placer.hasCheckout();
    this.rules = rules;
    this.unplaced = new UnplacedFiles(checkout);
  }

  /**
   * Gives each file that counts to {@code taker}, with its place.
   *
   * @param required whether the job must pass
   * @return a problem when no file of the report is in the checkout, and then none was given
   */
  Optional<Problem> place(
      Report report, Optional<String> buildDir, Origin origin, boolean required, Taker taker) {
    Map<String, BuildPaths.Place> places =
        paths.add(origin(report, buildDir, origin), report.files().keySet());
    Optional<Problem> nowhere = nothingPlaced(places.values(), origin);
    if (nowhere.isPresent()) {
      return nowhere;
    }
    open.add(places.values(), origin, required);
    report
        .files()
        .forEach(
            (path, facts) -> {
              BuildPaths.Place place = Objects.requireNonNull(places.get(path));
              if (place.open().isPresent()) {
                taker.held(path, place.open().get(), facts);
              } else {
                remember(place.placement(), () -> Mentions.of(origin.job(), required));
                counted(place.placement()).ifPresent(placed -> taker.placed(path, placed, facts));
              }
            });
    return Optional.empty();
  }

  /** Lets a report that does not count say what files there are. */
  void addNames(Report report, Optional<String> buildDir, Origin origin) {
    paths.addNames(origin(report, buildDir, origin), report.files().keySet());
  }

  private static ReportOrigin origin(Report report, Optional<String> buildDir, Origin origin) {
    return new ReportOrigin(origin.payload(), buildDir, report.sourceRoots(), report.naming());
  }

  /** Places what was held, in these unions; when all reports are there, once. */
  void release(Unions unions) {
    Map<OpenPath, SourcePath> places = new HashMap<>();
    settled = paths.settled();
    settled.forEach(
        (path, placement) -> {
          counted(placement).ifPresent(place -> places.put(path, place));
          open.mentions(path).ifPresent(mentions -> remember(placement, () -> mentions));
        });
    if (paths.exceeded()) {
      try {
        rules.limits().checkFiles(rules.limits().maxFiles() + 1L);
      } catch (LimitExceededException e) {
        unions.exceeded(e);
      }
    }
    unions.release(places);
  }

  /** Where a file counts. Without a checkout one that may be several is one of its own. */
  private Optional<SourcePath> counted(Placement placement) {
    return (checkout && placement instanceof Ambiguous) || !rules.scope().takes(placement.path())
        ? Optional.empty()
        : Optional.of(placement.path());
  }

  /** What does not count needs no place. */
  private void remember(Placement placement, Supplier<Mentions> mentions) {
    if (placement instanceof Ambiguous several) {
      // A file that --include happens to pass over may be one that should count.
      if (several.candidates().stream().anyMatch(rules.scope()::takes)
          && (checkout || !rules.scope().excludes(several.path()))) {
        unplaced.addAmbiguous(several, mentions.get());
      }
    } else if (placement instanceof Unplaced && rules.scope().takes(placement.path())) {
      unplaced.addUnplaced(placement.path(), mentions.get());
    }
  }

  private Optional<Problem> nothingPlaced(Collection<BuildPaths.Place> places, Origin origin) {
    if (!checkout || !places.stream().allMatch(place -> place.placement() instanceof Unplaced)) {
      return Optional.empty();
    }
    return places.stream()
        .map(place -> place.placement().path())
        .filter(rules.scope()::takes)
        .findFirst()
        .map(
            example ->
                Problem.error(
                    ProblemType.PATH_UNPLACED,
                    origin,
                    "%s in the checkout, for example %s; say where they are with --path-map FROM=TO, or name the right checkout with --root"
                        .formatted(
                            places.size() == 1
                                ? "its only source file is not"
                                : "not one of its " + places.size() + " source files is",
                            example.value())));
  }

  /**
   * What is to be said of files whose place is not known, over all jobs; nothing where there were
   * too many paths, since which of them were still looked at depends on the order of reports.
   */
  List<Problem> problems() {
    if (paths.exceeded()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>(unplaced.problems(rules.scope()::takes));
    problems.addAll(open.problems(settled, rules.scope()::takes));
    return problems;
  }
}
