package io.github.logcov.jobvalue;

import java.util.BitSet;
import java.util.List;

/**
 * A good set of jobs, quickly: again and again the job that costs least for each demand it meets,
 * and at the end those are left out that the others made superfluous.
 */
final class GreedyCover {
  private GreedyCover() {}

  /** Meets {@code demands}, those of the problem that are left; each has a job. */
  static BitSet of(CoverProblem problem, List<BitSet> demands) {
    long[] gain = new long[problem.costs().length];
    demands.forEach(demand -> add(gain, demand, 1));
    BitSet unmet = new BitSet();
    unmet.set(0, demands.size());
    BitSet taken = new BitSet();
    while (!unmet.isEmpty()) {
      int best = best(problem, gain);
      taken.set(best);
      for (int row : unmet.stream().toArray()) {
        if (demands.get(row).get(best)) {
          unmet.clear(row);
          add(gain, demands.get(row), -1);
        }
      }
    }
    dropSuperfluous(problem, demands, taken);
    return taken;
  }

  private static void add(long[] gain, BitSet demand, long more) {
    for (int job = demand.nextSetBit(0); job >= 0; job = demand.nextSetBit(job + 1)) {
      gain[job] += more;
    }
  }

  private static int best(CoverProblem problem, long[] gain) {
    int best = -1;
    for (int job = 0; job < gain.length; job++) {
      if (gain[job] > 0 && (best < 0 || isBetter(problem, gain, job, best))) {
        best = job;
      }
    }
    return best;
  }

  private static boolean isBetter(CoverProblem problem, long[] gain, int job, int than) {
    // Costs are seconds of at most a year and demands at most 50 million: the products fit.
    int order = Long.compare(problem.costs()[job] * gain[than], problem.costs()[than] * gain[job]);
    return order != 0 ? order < 0 : gain[job] > gain[than];
  }

  private static void dropSuperfluous(CoverProblem problem, List<BitSet> demands, BitSet taken) {
    int[] met = new int[demands.size()];
    for (int row = 0; row < met.length; row++) {
      BitSet by = (BitSet) demands.get(row).clone();
      by.and(taken);
      met[row] = by.cardinality();
    }
    List<Integer> worstFirst =
        taken.stream().boxed().sorted(problem.jobOrder().reversed()).toList();
    for (int job : worstFirst) {
      boolean needed = false;
      for (int row = 0; row < met.length && !needed; row++) {
        needed = met[row] == 1 && demands.get(row).get(job);
      }
      if (!needed) {
        taken.clear(job);
        for (int row = 0; row < met.length; row++) {
          met[row] -= demands.get(row).get(job) ? 1 : 0;
        }
      }
    }
  }
}
