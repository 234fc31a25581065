package io.github.logcov.jobvalue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Makes a problem smaller without touching its best set. A demand that one job alone can meet
 * settles that job; a demand that holds all of another one is met with it; a job is out when a
 * better one (no dearer) meets all that it does. Repeated until nothing changes, since each makes
 * room for the others.
 */
final class CoverReduction {
  private static final Comparator<BitSet> SMALL_FIRST =
      Comparator.comparingInt(BitSet::cardinality);

  private final CoverProblem problem;
  private final Steps steps;

  /** Jobs that every good set has. */
  private final BitSet settled = new BitSet();

  /** Jobs about which nothing is known yet, and that could still help. */
  private final BitSet open = new BitSet();

  /** What is not met by the settled jobs; only open jobs are in these sets. Small ones first. */
  private List<BitSet> demands;

  CoverReduction(CoverProblem problem, Steps steps) {
    this.problem = problem;
    this.steps = steps;
    this.demands = new ArrayList<>();
    for (BitSet demand : problem.demands()) {
      demands.add((BitSet) demand.clone());
      open.or(demand);
    }
    demands.sort(SMALL_FIRST);
    boolean changed = true;
    while (changed && !steps.isOver()) {
      changed = settle();
      changed |= dropImplied();
      changed |= dropWorse();
    }
  }

  BitSet settled() {
    return settled;
  }

  List<BitSet> demands() {
    return demands;
  }

  private boolean settle() {
    BitSet alone = new BitSet();
    demands.stream().filter(demand -> demand.cardinality() == 1).forEach(alone::or);
    settled.or(alone);
    open.andNot(alone);
    return demands.removeIf(demand -> demand.intersects(alone));
  }

  private boolean dropImplied() {
    List<BitSet> kept = new ArrayList<>();
    for (BitSet demand : demands) {
      if (!steps.take(kept.size() + 1L)) {
        // As it was: nothing is wrong with demands that are met with others.
        return false;
      }
      if (kept.stream().noneMatch(small -> CoverProblem.minus(small, demand).isEmpty())) {
        kept.add(demand);
      }
    }
    boolean changed = kept.size() < demands.size();
    demands = kept;
    return changed;
  }

  private boolean dropWorse() {
    List<Integer> jobs = open.stream().boxed().sorted(problem.jobOrder()).toList();
    List<Integer> kept = new ArrayList<>();
    BitSet worse = new BitSet();
    BitSet[] meets = meets();
    long each = 1L + demands.size() / Long.SIZE;
    for (Integer job : jobs) {
      if (!steps.take(each * (kept.size() + 1L))) {
        break;
      }
      BitSet own = meets[job];
      if (kept.stream().anyMatch(better -> CoverProblem.minus(own, meets[better]).isEmpty())) {
        worse.set(job);
      } else {
        kept.add(job);
      }
    }
    open.andNot(worse);
    demands.forEach(demand -> demand.andNot(worse));
    demands.sort(SMALL_FIRST);
    return !worse.isEmpty();
  }

  /** Job -> the demands that it meets. */
  private BitSet[] meets() {
    BitSet[] meets = new BitSet[problem.costs().length];
    for (int job = 0; job < meets.length; job++) {
      meets[job] = new BitSet(demands.size());
    }
    for (int row = 0; row < demands.size(); row++) {
      for (int job = demands.get(row).nextSetBit(0); job >= 0; ) {
        meets[job].set(row);
        job = demands.get(row).nextSetBit(job + 1);
      }
    }
    return meets;
  }
}
