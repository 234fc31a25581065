package io.github.logcov.aggregate;

import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.source.Placement.Ambiguous;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Files of reports that have no place, or several. Thread-safe. */
final class UnplacedFiles {
  /** Of candidates, and of files where paths are only doubtful. */
  private static final int SHOWN = 20;

  private final boolean checkout;
  private final SortedMap<SourcePath, Mentions> unplaced = new TreeMap<>();
  private final SortedMap<SourcePath, Candidates> ambiguous = new TreeMap<>();

  /** What a file may be; reports may differ in that, since they have different roots. */
  private record Candidates(SortedSet<SourcePath> paths, Mentions mentions) {
    Candidates and(Candidates others) {
      SortedSet<SourcePath> all = new TreeSet<>(paths);
      all.addAll(others.paths);
      return new Candidates(all, mentions.and(others.mentions));
    }
  }

  /**
   * None as yet.
   *
   * @param checkout whether there is one, so that a file can be said not to be in it
   */
  UnplacedFiles(boolean checkout) {
    this.checkout = checkout;
  }

  synchronized void addUnplaced(SourcePath file, Mentions mentions) {
    unplaced.merge(file, mentions, Mentions::and);
  }

  synchronized void addAmbiguous(Ambiguous file, Mentions mentions) {
    ambiguous.merge(
        file.path(), new Candidates(new TreeSet<>(file.candidates()), mentions), Candidates::and);
  }

  /**
   * What is to be said of them, over all jobs.
   *
   * @param counts whether a path does
   */
  synchronized List<Problem> problems(Predicate<SourcePath> counts) {
    List<Problem> problems = new ArrayList<>();
    if (checkout) {
      ambiguous.forEach((file, several) -> problems.add(ambiguous(file, several)));
    } else {
      doubtful(counts, problems);
    }
    if (checkout) {
      unplaced.forEach((file, mentions) -> problems.add(notInCheckout(file, mentions)));
    } else if (!unplaced.isEmpty()) {
      problems.add(outside());
    }
    return problems;
  }

  private static Problem ambiguous(SourcePath file, Candidates several) {
    Mentions mentions = several.mentions();
    Problem problem =
        Problem.error(
            ProblemType.PATH_AMBIGUOUS,
            mentions.origin(),
            "%s (in %s) could be %s; say which with --path-map FROM=TO"
                .formatted(file.value(), mentions, candidates(several)));
    return mentions.required() ? problem : problem.softened();
  }

  private static String candidates(Candidates several) {
    String first =
        several.paths().stream()
            .limit(SHOWN)
            .map(SourcePath::value)
            .collect(Collectors.joining(" or "));
    int more = several.paths().size() - SHOWN;
    return more > 0 ? first + " or " + more + " more" : first;
  }

  /** Without a checkout the paths are taken as they are; a warning for the first of them. */
  private void doubtful(Predicate<SourcePath> counts, List<Problem> problems) {
    ambiguous.entrySet().stream()
        .limit(SHOWN)
        .forEach(
            entry ->
                problems.add(
                    Problem.warning(
                        ProblemType.PATH_DOUBTFUL,
                        entry.getValue().mentions().origin(),
                        "%s (in %s) could be %s, as other reports name them; %s; say which with --root DIR or --path-map FROM=TO"
                            .formatted(
                                entry.getKey().value(),
                                entry.getValue().mentions(),
                                candidates(entry.getValue()),
                                counts.test(entry.getKey())
                                    ? "it counts as a file of its own"
                                    : "it does not count"))));
    if (ambiguous.size() > SHOWN) {
      problems.add(
          Problem.warning(
              ProblemType.PATH_DOUBTFUL,
              Origin.NOWHERE,
              "the same holds for %d more files".formatted(ambiguous.size() - SHOWN)));
    }
  }

  private static Problem notInCheckout(SourcePath file, Mentions mentions) {
    return Problem.warning(
        ProblemType.PATH_UNPLACED,
        mentions.origin(),
        "%s (in %s) is not in the checkout and counts under this path; leave it out with --exclude, or say where it is with --path-map FROM=TO"
            .formatted(file.value(), mentions));
  }

  /** Without a checkout there is no telling; one warning says what the paths look like. */
  private Problem outside() {
    SourcePath first = unplaced.firstKey();
    Mentions mentions = Objects.requireNonNull(unplaced.get(first));
    return Problem.warning(
        ProblemType.PATH_UNPLACED,
        mentions.origin(),
        "%s under %s, for example %s (in %s); say where the repository begins with --path-map FROM=TO"
            .formatted(
                unplaced.size() == 1
                    ? "1 file lies below no known build directory and counts"
                    : unplaced.size() + " files lie below no known build directory and count",
                unplaced.size() == 1 ? "its full path" : "their full paths",
                first.value(),
                mentions));
  }
}
