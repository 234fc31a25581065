package io.github.logcov.jobvalue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Lines that must stay covered, and the jobs that can do so. Lines that the same jobs ran are one
 * demand, met when one of these jobs stays; the cheapest jobs that meet all demands are wanted (a
 * weighted hitting set).
 *
 * @param costs of each job, 0 or more
 * @param demands for each distinct set of jobs that ran a line, this set; none is empty
 * @param weights of each demand, the number of its lines, more than 0
 * @param lines that each job ran: the weights of the demands that it meets
 */
record CoverProblem(long[] costs, List<BitSet> demands, long[] weights, long[] lines) {

  CoverProblem(long[] costs, List<BitSet> demands, long[] weights) {
    this(costs, demands, weights, lines(costs.length, demands, weights));
  }

  private static long[] lines(int jobs, List<BitSet> demands, long[] weights) {
    long[] lines = new long[jobs];
    for (int row = 0; row < demands.size(); row++) {
      for (int job : demands.get(row).stream().toArray()) {
        lines[job] += weights[row];
      }
    }
    return lines;
  }

  /** Whether {@code jobs} meet every demand. */
  boolean isMetBy(BitSet jobs) {
    return demands.stream().allMatch(demand -> demand.intersects(jobs));
  }

  /**
   * The better set of jobs first: the cheaper one, then the one of fewer jobs, then the one whose
   * jobs ran more lines (which leaves fewer to a single job), then the one with the first job that
   * is not in both. No two sets are equal, so that there is one best; and a job that can replace
   * another one in one set can do so in all.
   */
  Comparator<BitSet> order() {
    return (one, other) -> {
      BitSet onlyOne = minus(one, other);
      BitSet onlyOther = minus(other, one);
      int order = Long.compare(sum(costs, onlyOne), sum(costs, onlyOther));
      if (order == 0) {
        order = Integer.compare(onlyOne.cardinality(), onlyOther.cardinality());
      }
      if (order == 0) {
        order = Long.compare(sum(lines, onlyOther), sum(lines, onlyOne));
      }
      if (order == 0 && !onlyOne.isEmpty()) {
        order = Integer.compare(onlyOne.nextSetBit(0), onlyOther.nextSetBit(0));
      }
      return order;
    };
  }

  /** The same order of single jobs. */
  Comparator<Integer> jobOrder() {
    return Comparator.comparingLong((Integer job) -> costs[job])
        .thenComparing(Comparator.comparingLong((Integer job) -> lines[job]).reversed())
        .thenComparing(Comparator.naturalOrder());
  }

  static long sum(long[] values, BitSet of) {
    return of.stream().mapToLong(index -> values[index]).sum();
  }

  static BitSet minus(BitSet set, BitSet other) {
    BitSet rest = (BitSet) set.clone();
    rest.andNot(other);
    return rest;
  }

  @Override
  public String toString() {
    return "costs "
        + Arrays.toString(costs)
        + ", demands "
        + demands
        + " of "
        + Arrays.toString(weights);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
