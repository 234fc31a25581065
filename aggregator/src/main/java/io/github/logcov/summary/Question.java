package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.SourcePath;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code --explain} asks: {@code PATH} or {@code PATH:LINE}. A path may itself end with a
 * colon and a number, which only the union shows.
 *
 * @param text as given
 */
public record Question(String text) {
  private static final Pattern WITH_LINE = Pattern.compile("(.+):([0-9]{1,9})");
  private static final int MOST_CANDIDATES = 5;

  /**
   * Takes a question.
   *
   * @throws IllegalArgumentException when it names no file, or line 0
   */
  public Question {
    Matcher matcher = WITH_LINE.matcher(text);
    if (text.isBlank() || text.startsWith(":")) {
      throw new IllegalArgumentException("expected PATH or PATH:LINE, but no path is given");
    }
    if (matcher.matches() && Integer.parseInt(matcher.group(2)) == 0) {
      throw new IllegalArgumentException("expected a line of 1 or more, but found 0");
    }
  }

  /**
   * What is to be explained.
   *
   * @param line empty for the whole file
   */
  record Target(SourcePath path, OptionalInt line) {}

  /** What is meant; empty where that is not clear. */
  Optional<Target> target(Coverage coverage) {
    Collection<SourcePath> files = coverage.files().keySet();
    Found found = found(files);
    return found.search().isOne()
        ? Optional.of(new Target(found.search().files().get(0), found.line()))
        : Optional.empty();
  }

  /** The outcome with a warning for each question that has no answer: no verdict hangs on it. */
  public static Outcome noted(Outcome outcome, List<Question> questions) {
    Outcome noted = outcome;
    for (Question question : questions) {
      Optional<Problem> problem = question.problem(outcome.coverage());
      noted = problem.isPresent() ? noted.with(problem.get()) : noted;
    }
    return noted;
  }

  /** Why nothing can be explained; empty where something can. */
  private Optional<Problem> problem(Coverage coverage) {
    FileSearch.Found search = found(coverage.files().keySet()).search();
    if (search.isOne()) {
      return Optional.empty();
    }
    String why;
    if (search.files().size() > 1) {
      why = "could be " + list(search.files()) + "; name it in full";
    } else {
      why =
          "is no file of the union, which has paths from the root of the repository"
              + (search.nearest().isEmpty() ? "" : "; nearest: " + list(search.nearest()));
    }
    return Optional.of(
        Problem.warning(
            ProblemType.EXPLAIN_UNMATCHED, Origin.NOWHERE, "--explain " + text + " " + why));
  }

  private record Found(FileSearch.Found search, OptionalInt line) {}

  private Found found(Collection<SourcePath> files) {
    Matcher matcher = WITH_LINE.matcher(text);
    if (!matcher.matches() || files.contains(new SourcePath(text))) {
      return new Found(FileSearch.in(files, text), OptionalInt.empty());
    }
    return new Found(
        FileSearch.in(files, matcher.group(1)), OptionalInt.of(Integer.parseInt(matcher.group(2))));
  }

  private static String list(List<SourcePath> files) {
    String first =
        files.stream()
            .limit(MOST_CANDIDATES)
            .map(SourcePath::value)
            .collect(Collectors.joining(", "));
    int more = files.size() - MOST_CANDIDATES;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
