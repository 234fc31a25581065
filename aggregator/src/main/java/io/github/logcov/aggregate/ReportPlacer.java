package io.github.logcov.aggregate;

import io.github.logcov.format.Report;
import io.github.logcov.log.JobNumber;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.source.Placement;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Unplaced;
import io.github.logcov.source.ReportOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Places the files of reports, and remembers those that have no place: one problem per file, not
 * one per file and job. Thread-safe.
 */
final class ReportPlacer {
  private final PathPlacer placer;
  private final boolean checkout;
  private final SortedMap<SourcePath, SortedSet<String>> unplaced = new TreeMap<>();
  private final SortedMap<Ambiguous, SortedSet<String>> ambiguous =
      new TreeMap<>((a, b) -> a.path().compareTo(b.path()));

  /**
   * A placer by these rules.
   *
   * @param checkout whether there is one, so that a file can be said not to be in it
   */
  ReportPlacer(PathPlacer placer, boolean checkout) {
    this.placer = placer;
    this.checkout = checkout;
  }

  /**
   * Gives each file that counts to {@code placed}, with its place.
   *
   * @return a problem when no file of the report is in the checkout; then none was given
   */
  Optional<Problem> place(
      Report report,
      Optional<String> buildDir,
      Origin origin,
      BiConsumer<SourcePath, FileFacts> placed) {
    Map<String, Placement> placements =
        placer.place(
            new ReportOrigin(origin.payload(), buildDir, report.sourceRoots()),
            report.files().keySet());
    if (checkout
        && !placements.isEmpty()
        && placements.values().stream().allMatch(Unplaced.class::isInstance)) {
      return Optional.of(
          nothingPlaced(origin, placements.values().iterator().next().path(), placements.size()));
    }
    report
        .files()
        .forEach(
            (path, facts) -> {
              Placement placement = Objects.requireNonNull(placements.get(path));
              if (placement instanceof Ambiguous several) {
                remember(ambiguous, several, origin);
                return;
              }
              if (placement instanceof Unplaced) {
                remember(unplaced, placement.path(), origin);
              }
              placed.accept(placement.path(), facts);
            });
    return Optional.empty();
  }

  private synchronized <K> void remember(
      SortedMap<K, SortedSet<String>> jobs, K file, Origin origin) {
    jobs.computeIfAbsent(file, key -> new TreeSet<>(JobNumber.ORDER)).add(origin.job());
  }

  /** What is to be said of the files without a place, over all jobs. */
  synchronized List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    ambiguous.forEach((file, jobs) -> problems.add(ambiguous(file, jobs)));
    if (checkout) {
      unplaced.forEach((file, jobs) -> problems.add(notInCheckout(file, jobs)));
    } else if (!unplaced.isEmpty()) {
      problems.add(outside());
    }
    return problems;
  }

  private static Problem nothingPlaced(Origin origin, SourcePath example, int files) {
    return Problem.error(
        ProblemType.PATH_UNPLACED,
        origin,
        "%s in the checkout, for example %s; say where they are with --path-map FROM=TO, or name the right checkout with --root"
            .formatted(
                files == 1
                    ? "its only source file is not"
                    : "not one of its " + files + " source files is",
                example.value()));
  }

  private static Problem ambiguous(Ambiguous file, SortedSet<String> jobs) {
    String candidates =
        file.candidates().stream().map(SourcePath::value).collect(Collectors.joining(" or "));
    return Problem.error(
        ProblemType.PATH_AMBIGUOUS,
        Origin.ofJob(jobs.first()),
        "%s (in %s) could be %s; say which with --path-map FROM=TO"
            .formatted(file.path().value(), named(jobs), candidates));
  }

  private static Problem notInCheckout(SourcePath file, SortedSet<String> jobs) {
    return Problem.warning(
        ProblemType.PATH_UNPLACED,
        Origin.ofJob(jobs.first()),
        "%s (in %s) is not in the checkout and counts under this path; leave it out with --exclude, or say where it is with --path-map FROM=TO"
            .formatted(file.value(), named(jobs)));
  }

  /** Without a checkout there is no telling; one warning says what the paths look like. */
  private Problem outside() {
    SourcePath first = unplaced.firstKey();
    SortedSet<String> jobs = Objects.requireNonNull(unplaced.get(first));
    return Problem.warning(
        ProblemType.PATH_UNPLACED,
        Origin.ofJob(jobs.first()),
        "%s under %s, for example %s (in %s); say where the repository begins with --path-map FROM=TO"
            .formatted(
                unplaced.size() == 1
                    ? "1 file lies below no known build directory and counts"
                    : unplaced.size() + " files lie below no known build directory and count",
                unplaced.size() == 1 ? "its full path" : "their full paths",
                first.value(),
                named(jobs)));
  }

  private static String named(SortedSet<String> jobs) {
    return jobs.size() == 1 ? "job " + jobs.first() : jobs.size() + " jobs";
  }
}
