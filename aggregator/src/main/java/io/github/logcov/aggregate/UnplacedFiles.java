package io.github.logcov.aggregate;

import io.github.logcov.model.SourcePath;
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
import java.util.stream.Collectors;

/** Files of reports that have no place, or several. Thread-safe. */
final class UnplacedFiles {
  private final boolean checkout;
  private final SortedMap<SourcePath, Mentions> unplaced = new TreeMap<>();
  private final SortedMap<SourcePath, Candidates> ambiguous = new TreeMap<>();

  /** What a file may be; reports may differ in that, since they have different roots. */
  private record Candidates(SortedSet<SourcePath> paths, Mentions mentions) {
    Candidates() {
      this(new TreeSet<>(), new Mentions());
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

  synchronized void addUnplaced(SourcePath file, String job, boolean required) {
    unplaced.computeIfAbsent(file, key -> new Mentions()).add(job, required);
  }

  synchronized void addAmbiguous(Ambiguous file, String job, boolean required) {
    Candidates known = ambiguous.computeIfAbsent(file.path(), key -> new Candidates());
    known.paths().addAll(file.candidates());
    known.mentions().add(job, required);
  }

  /** What is to be said of them, over all jobs. */
  synchronized List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    ambiguous.forEach((file, several) -> problems.add(ambiguous(file, several)));
    if (checkout) {
      unplaced.forEach((file, mentions) -> problems.add(notInCheckout(file, mentions)));
    } else if (!unplaced.isEmpty()) {
      problems.add(outside());
    }
    return problems;
  }

  private static Problem ambiguous(SourcePath file, Candidates several) {
    Mentions mentions = several.mentions();
    String candidates =
        several.paths().stream().map(SourcePath::value).collect(Collectors.joining(" or "));
    Problem problem =
        Problem.error(
            ProblemType.PATH_AMBIGUOUS,
            mentions.origin(),
            "%s (in %s) could be %s; say which with --path-map FROM=TO"
                .formatted(file.value(), mentions, candidates));
    return mentions.required() ? problem : problem.softened();
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
