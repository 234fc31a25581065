package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Statements by their places unite by law, guessed ones of files that were never loaded, too. */
class PlacedStatementsTest {
  private static final long SEED = Long.getLong("logcov.seed", 20_261_122L);

  @Test
  void unionIsCommutativeAndAssociative() {
    for (long seed = SEED; seed < SEED + 2000; seed++) {
      Random random = new Random(seed);
      FileFacts a = facts(random);
      FileFacts b = facts(random);
      FileFacts c = facts(random);

      assertThat(a.union(b)).as("seed %d", seed).isEqualTo(b.union(a));
      assertThat(a.union(b).union(c)).as("seed %d", seed).isEqualTo(a.union(b.union(c)));
      assertThat(a.union(FileFacts.NONE)).as("seed %d", seed).isEqualTo(a);
      assertThat(a.union(a).statements().placed().size())
          .as("seed %d", seed)
          .isEqualTo(a.statements().placed().size());
    }
  }

  @Test
  void guessesYieldToWhatIsMeasured() {
    FactsBuilder guess = new FactsBuilder(CoverageLimits.DEFAULT);
    guess.statement(1, 0, 1, 9, 0);
    guess.statement(7, 0, -1, -1, 0);
    guess.neverLoaded();
    FactsBuilder measured = new FactsBuilder(CoverageLimits.DEFAULT);
    measured.statement(1, 0, 1, 9, 3);
    measured.layout(42);
    FileFacts all = guess.build().union(measured.build());

    assertThat(all).hasToString("1:3 1.0-1.9:3");
  }

  /** Blocks and places do not say which of their statements are the same. */
  @Test
  void haveNoTotalBesideStatementsOfAnotherKind() {
    SourcePath path = new SourcePath("a.js");
    FactsBuilder placed = new FactsBuilder(CoverageLimits.DEFAULT);
    placed.statement(1, 0, 1, 9, 1);
    placed.statement(1, 4, 1, 8, 0);
    FactsBuilder block = new FactsBuilder(CoverageLimits.DEFAULT);
    block.block(1, 1, 2, 2, 3, 1);
    CoverageUnion one = new CoverageUnion(CoverageLimits.DEFAULT);
    one.add(new Session("1.1"), path, placed.build());
    CoverageUnion other = new CoverageUnion(CoverageLimits.DEFAULT);
    other.add(new Session("1.2"), path, block.build());
    Coverage ofPlaces = one.toCoverage();
    Coverage ofBlocks = other.toCoverage();

    assertThat(ofPlaces.totals().statement()).contains(new Ratio(1, 2));
    assertThat(ofBlocks.totals().statement()).contains(new Ratio(3, 3));
    assertThat(ofPlaces.union(ofBlocks).totals().statement()).isEmpty();
    assertThat(ofBlocks.union(ofPlaces).totals().statement()).isEmpty();
  }

  /** Few places, so that reports have many in common; some reports say nothing. */
  private static FileFacts facts(Random random) {
    FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
    for (int n = random.nextInt(4); n > 0; n--) {
      int line = 1 + random.nextInt(2);
      facts.statement(line, random.nextInt(2), line, -1, random.nextInt(3));
    }
    if (random.nextBoolean()) {
      facts.neverLoaded();
    } else if (random.nextBoolean()) {
      facts.layout(random.nextInt(2));
    }
    return facts.build();
  }
}
