package io.github.logcov.jobvalue;

import java.util.BitSet;
import java.util.List;

/**
 * A set of jobs that meets every demand of a problem.
 *
 * @param jobs by number
 * @param proven whether no better one exists; else a better one may
 */
record JobCover(BitSet jobs, boolean proven) {

  /**
   * The best set where it is found within so many steps, else the best that was met on the way,
   * which is never worse than the greedy one.
   */
  static JobCover of(CoverProblem problem, long mostSteps) {
    Steps steps = new Steps(mostSteps);
    CoverReduction reduction = new CoverReduction(problem, steps);
    List<BitSet> demands = reduction.demands();
    BitSet greedy = GreedyCover.of(problem, demands);
    BitSet jobs = new CoverSearch(problem, demands, greedy, steps).run();
    BitSet all = (BitSet) reduction.settled().clone();
    all.or(jobs);
    return new JobCover(all, !steps.isOver());
  }
}
