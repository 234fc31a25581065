package io.github.logcov.jobvalue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The best set of jobs by branch and bound. A node takes the demand that the fewest jobs can meet
 * and tries each of them, without those that were tried before it. Demands that share no job need a
 * job each, so their cheapest jobs together are a bound.
 */
final class CoverSearch {
  /** Sets of so many longs more are a step more. */
  private static final int WORDS_A_STEP = 4;

  private final CoverProblem problem;
  private final List<BitSet> demands;
  private final Steps steps;
  private final Comparator<BitSet> order;
  private final Comparator<Integer> jobOrder;
  private final long mostLines;

  /** Longs that a set of jobs takes. */
  private final int words;

  /** The demands as longs, since most of the time goes into their intersections. */
  private final long[][] rows;

  private final BitSet chosen = new BitSet();
  private BitSet best;

  /**
   * @param demands those of the problem that are left
   * @param first a set that meets them
   */
  CoverSearch(CoverProblem problem, List<BitSet> demands, BitSet first, Steps steps) {
    this.problem = problem;
    this.demands = demands;
    this.steps = steps;
    this.order = problem.order();
    this.jobOrder = problem.jobOrder();
    this.mostLines = Arrays.stream(problem.lines()).max().orElse(0);
    this.words = 1 + problem.costs().length / Long.SIZE;
    this.rows =
        demands.stream()
            .map(demand -> Arrays.copyOf(demand.toLongArray(), words))
            .toArray(long[][]::new);
    this.best = first;
  }

  /** The best set when the steps sufficed, else the best one that was met. */
  BitSet run() {
    BitSet unmet = new BitSet();
    unmet.set(0, demands.size());
    BitSet open = new BitSet();
    demands.forEach(open::or);
    node(unmet, open);
    return best;
  }

  private void node(BitSet unmet, BitSet open) {
    if (!steps.take((unmet.cardinality() + 1L) * (1 + words / WORDS_A_STEP))) {
      return;
    }
    if (unmet.isEmpty()) {
      if (order.compare(chosen, best) < 0) {
        best = (BitSet) chosen.clone();
      }
      return;
    }
    int narrowest = -1;
    int width = Integer.MAX_VALUE;
    long least = 0;
    int fewest = 0;
    long[] allowed = Arrays.copyOf(open.toLongArray(), words);
    long[] used = new long[words];
    for (int row = unmet.nextSetBit(0); row >= 0; row = unmet.nextSetBit(row + 1)) {
      int jobs = 0;
      boolean apart = true;
      for (int word = 0; word < words; word++) {
        long left = rows[row][word] & allowed[word];
        jobs += Long.bitCount(left);
        apart &= (left & used[word]) == 0;
      }
      if (jobs == 0) {
        return;
      }
      if (jobs < width) {
        narrowest = row;
        width = jobs;
      }
      if (apart) {
        least += take(rows[row], allowed, used);
        fewest++;
      }
    }
    if (isHopeless(least, fewest)) {
      return;
    }
    BitSet left = (BitSet) open.clone();
    BitSet candidates = (BitSet) demands.get(narrowest).clone();
    candidates.and(open);
    for (int job : candidates.stream().boxed().sorted(jobOrder).toList()) {
      left.clear(job);
      chosen.set(job);
      node(without(unmet, job), left);
      chosen.clear(job);
    }
  }

  /** Marks the allowed jobs of a row as used; returns what the cheapest one costs. */
  private long take(long[] row, long[] allowed, long[] used) {
    long cheapest = Long.MAX_VALUE;
    for (int word = 0; word < words; word++) {
      long left = row[word] & allowed[word];
      used[word] |= left;
      for (; left != 0; left &= left - 1) {
        int job = word * Long.SIZE + Long.numberOfTrailingZeros(left);
        cheapest = Math.min(cheapest, problem.costs()[job]);
      }
    }
    return cheapest;
  }

  /** Whether nothing below a node with so much to come can be better than the best. */
  private boolean isHopeless(long least, int fewest) {
    long cost = CoverProblem.sum(problem.costs(), chosen) + least;
    long bestCost = CoverProblem.sum(problem.costs(), best);
    if (cost != bestCost) {
      return cost > bestCost;
    }
    int room = best.cardinality() - chosen.cardinality();
    if (room != fewest) {
      return room < fewest;
    }
    long lines = CoverProblem.sum(problem.lines(), chosen) + room * mostLines;
    return lines < CoverProblem.sum(problem.lines(), best);
  }

  private BitSet without(BitSet unmet, int job) {
    BitSet rest = new BitSet();
    for (int row = unmet.nextSetBit(0); row >= 0; row = unmet.nextSetBit(row + 1)) {
      rest.set(row, !demands.get(row).get(job));
    }
    return rest;
  }
}
