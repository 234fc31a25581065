package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The builds whose logs are read together; most often one, or none that is known. */
final class Builds {
  private final Set<BuildInfo> distinct = new LinkedHashSet<>();

  void add(BuildInfo build) {
    distinct.add(build);
  }

  /** The build when there is just one. */
  Optional<BuildInfo> only() {
    return distinct.size() == 1 ? Optional.of(distinct.iterator().next()) : Optional.empty();
  }

  /** What is to be said of several: a warning when they are of different commits, else a note. */
  Optional<Problem> oddity() {
    if (distinct.size() < 2) {
      return Optional.empty();
    }
    String message =
        "logs of " + distinct.size() + " builds are read together; the result names no build";
    long commits = distinct.stream().flatMap(info -> info.commit().stream()).distinct().count();
    if (commits < 2) {
      return Optional.of(Problem.note(ProblemType.SEVERAL_BUILDS, Origin.NOWHERE, message));
    }
    return Optional.of(
        Problem.warning(
            ProblemType.SEVERAL_BUILDS,
            Origin.NOWHERE,
            message
                + ", and they are of "
                + commits
                + " commits, whose lines need not be the same; name the logs of one build"));
  }
}
