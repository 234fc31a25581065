package io.github.logcov.jobvalue;

import io.github.logcov.log.Job;
import java.util.List;

/**
 * The cheapest jobs that together run every line of the union that is covered. Which job took which
 * branch is not known, so the branches of the union may be fewer.
 *
 * @param kept these jobs, in job order
 * @param spare the other ones that delivered a report, in job order; all of them can go together
 * @param byDuration whether costs are seconds that jobs ran; else each job costs 1, since some
 *     duration is not known
 * @param cost of the kept jobs
 * @param costOfAll of all that delivered a report
 * @param proven whether there is no cheaper set; else the search was ended at its bound, and this
 *     is the best one it met, never worse than a greedy choice
 */
public record CheapestJobs(
    List<Job> kept,
    List<Job> spare,
    boolean byDuration,
    long cost,
    long costOfAll,
    boolean proven) {
  /** Copies the lists. */
  public CheapestJobs {
    kept = List.copyOf(kept);
    spare = List.copyOf(spare);
  }
}
