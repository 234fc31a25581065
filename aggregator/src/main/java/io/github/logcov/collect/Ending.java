package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.problem.Problem;
import java.util.List;

/**
 * How a {@link Watch} ended.
 *
 * @param jobs those that were watched, each as it was seen last, in the order they were given
 * @param problems that belong to no single job; those of jobs are in their deliveries
 */
public record Ending(List<Job> jobs, List<Problem> problems) {
  /** Copies the lists. */
  public Ending {
    jobs = List.copyOf(jobs);
    problems = List.copyOf(problems);
  }
}
