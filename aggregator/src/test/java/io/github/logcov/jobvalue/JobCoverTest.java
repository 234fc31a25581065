package io.github.logcov.jobvalue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cheapest jobs, against trying all sets of jobs. */
class JobCoverTest {
  private static final long PLENTY = 50_000_000;

  private static BitSet set(int... jobs) {
    BitSet set = new BitSet();
    Arrays.stream(jobs).forEach(set::set);
    return set;
  }

  private static CoverProblem problem(long[] costs, BitSet... demands) {
    long[] weights = new long[demands.length];
    Arrays.fill(weights, 1);
    return new CoverProblem(costs, List.of(demands), weights);
  }

  /** Costs from few values, so that there are ties; sets of all sizes. */
  private static CoverProblem random(Random random, int jobs, int dearest) {
    long[] costs = IntStream.range(0, jobs).mapToLong(job -> random.nextInt(dearest + 1)).toArray();
    int rows = random.nextInt(25);
    List<BitSet> demands = new ArrayList<>();
    long[] weights = new long[rows];
    for (int row = 0; row < rows; row++) {
      BitSet demand = new BitSet();
      int size = 1 + random.nextInt(1 + random.nextInt(jobs));
      while (demand.cardinality() < size) {
        demand.set(random.nextInt(jobs));
      }
      demands.add(demand);
      weights[row] = 1L + random.nextInt(3);
    }
    return new CoverProblem(costs, demands, weights);
  }

  private static BitSet byTryingAll(CoverProblem problem) {
    Comparator<BitSet> order = problem.order();
    BitSet best = null;
    for (long bits = 0; bits < 1L << problem.costs().length; bits++) {
      BitSet jobs = BitSet.valueOf(new long[] {bits});
      if (problem.isMetBy(jobs) && (best == null || order.compare(jobs, best) < 0)) {
        best = jobs;
      }
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1000})
  void isTheBestOfAllSets(int dearest) {
    for (int seed = 0; seed < 250; seed++) {
      CoverProblem problem = random(new Random(seed), 1 + seed % 10, dearest);

      JobCover cover = JobCover.of(problem, PLENTY);

      assertThat(cover).as("seed %d", seed).isEqualTo(new JobCover(byTryingAll(problem), true));
    }
  }

  @Test
  void meetsEveryDemandWhereverTheBoundLies() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      CoverProblem problem = random(random, 10, 5);
      BitSet greedy = GreedyCover.of(problem, problem.demands());
      BitSet best = byTryingAll(problem);

      JobCover cover = JobCover.of(problem, random.nextInt(400));

      assertThat(problem.isMetBy(cover.jobs())).as("seed %d", seed).isTrue();
      assertThat(problem.isMetBy(greedy)).isTrue();
      if (cover.proven()) {
        assertThat(cover.jobs()).as("seed %d", seed).isEqualTo(best);
      }
    }
  }

  @Test
  void isTheGreedySetWhereThereAreNoSteps() {
    // Greedy takes the job that meets most, and then needs two more.
    CoverProblem problem =
        problem(new long[] {1, 1, 1}, set(0, 1), set(0, 1), set(0, 2), set(0, 2), set(1), set(2));

    assertThat(JobCover.of(problem, 0)).isEqualTo(new JobCover(set(1, 2), false));
    assertThat(GreedyCover.of(problem, problem.demands())).isEqualTo(set(1, 2));
    assertThat(JobCover.of(problem, PLENTY)).isEqualTo(new JobCover(set(1, 2), true));
  }

  @Test
  void saysThatAGreedySetIsNotProvenAndFindsABetterOneWithMoreSteps() {
    // Two cheap jobs meet all; greedy is led on by the third one, which meets more at once.
    CoverProblem problem =
        problem(
            new long[] {30, 30, 31}, set(0, 2), set(0, 2), set(0), set(1, 2), set(1, 2), set(1));
    BitSet[] cycle =
        IntStream.range(0, 9).mapToObj(i -> set(i, (i + 1) % 9)).toArray(BitSet[]::new);
    CoverProblem odd = problem(new long[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, cycle);

    assertThat(JobCover.of(problem, PLENTY)).isEqualTo(new JobCover(set(0, 1), true));
    assertThat(JobCover.of(odd, 3).proven()).isFalse();
    assertThat(JobCover.of(odd, 3).jobs().cardinality()).isEqualTo(5);
    assertThat(JobCover.of(odd, PLENTY)).isEqualTo(new JobCover(byTryingAll(odd), true));
  }

  @Test
  void takesTheFirstOfJobsThatRunTheSame() {
    assertThat(JobCover.of(problem(new long[] {2, 1, 1}, set(0, 1, 2)), PLENTY).jobs())
        .isEqualTo(set(1));
  }

  @Test
  void takesFewerJobsWhereTheyCostNoMore() {
    CoverProblem problem = problem(new long[] {2, 2, 4}, set(0, 2), set(1, 2));

    assertThat(JobCover.of(problem, PLENTY).jobs()).isEqualTo(set(2));
  }

  @Test
  void takesTheJobThatRanMoreWhereCostsAreTheSame() {
    CoverProblem problem = problem(new long[] {1, 1, 1}, set(0, 1), set(1, 2), set(2));

    assertThat(JobCover.of(problem, PLENTY).jobs()).isEqualTo(set(1, 2));
  }

  @Test
  void needsNoJobWhereNothingIsCovered() {
    assertThat(JobCover.of(problem(new long[] {1, 1}), PLENTY))
        .isEqualTo(new JobCover(new BitSet(), true));
  }

  @Test
  void isTheSameEachTimeWithinABound() {
    Random random = new Random(8112);
    long[] costs = IntStream.range(0, 200).mapToLong(job -> 60 + random.nextInt(600)).toArray();
    List<BitSet> demands = new ArrayList<>();
    for (int row = 0; row < 2000; row++) {
      BitSet demand = new BitSet();
      for (int i = 0; i < 6; i++) {
        demand.set(random.nextInt(200));
      }
      demands.add(demand);
    }
    long[] weights = new long[2000];
    Arrays.fill(weights, 100);
    CoverProblem problem = new CoverProblem(costs, demands, weights);

    JobCover cover = JobCover.of(problem, 100_000);

    assertThat(cover.proven()).isFalse();
    assertThat(problem.isMetBy(cover.jobs())).isTrue();
    assertThat(JobCover.of(problem, 100_000)).isEqualTo(cover);
    BitSet greedy = GreedyCover.of(problem, demands);
    assertThat(problem.order().compare(cover.jobs(), greedy)).isLessThanOrEqualTo(0);
  }
}
