package io.github.logcov.log;

import io.github.logcov.problem.Problem;
import java.util.List;

/**
 * The jobs of a build that matter to one who asks, as they stood at one moment.
 *
 * @param build the build
 * @param jobs without the own job and those of later stages, by number (see {@link
 *     JobNumber#ORDER}); each number once, each with an id and a state
 * @param notes which jobs were left out, and why
 */
public record Siblings(BuildInfo build, List<Job> jobs, List<Problem> notes) {
  /** Copies the lists. */
  public Siblings {
    jobs = List.copyOf(jobs);
    notes = List.copyOf(notes);
  }
}
