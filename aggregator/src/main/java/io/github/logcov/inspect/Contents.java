package io.github.logcov.inspect;

import io.github.logcov.log.BuildInfo;
import io.github.logcov.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in the logs of a build.
 *
 * @param build what is known of it; empty for saved logs without it
 * @param jobs in numeric order
 * @param paths where the paths of all reports lie, by path; empty when nobody asked
 * @param problems by job and place
 */
public record Contents(
    Optional<BuildInfo> build,
    List<JobContents> jobs,
    Optional<List<PathContents>> paths,
    List<Problem> problems) {
  /** Copies the lists. */
  public Contents {
    jobs = List.copyOf(jobs);
    paths = paths.map(List::copyOf);
    problems = List.copyOf(problems);
  }

  /** The same with one more problem, which has become known while it was written. */
  public Contents with(Problem problem) {
    List<Problem> more = new ArrayList<>(problems);
    more.add(problem);
    return new Contents(build, jobs, paths, more);
  }
}
