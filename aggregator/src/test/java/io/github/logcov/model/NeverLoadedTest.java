package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is guessed of files that were never loaded, and statements by their places, unite by law. */
class NeverLoadedTest {
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
      assertThat(a.union(a).placed().size()).as("seed %d", seed).isEqualTo(a.placed().size());
    }
  }

  @Test
  void guessesYieldToWhatIsMeasured() {
    FileFacts.Builder guess = new FileFacts.Builder(CoverageLimits.DEFAULT);
    guess.statement(1, 0, 1, 9, 0);
    guess.statement(7, 0, -1, -1, 0);
    guess.synthesized();
    FileFacts.Builder measured = new FileFacts.Builder(CoverageLimits.DEFAULT);
    measured.statement(1, 0, 1, 9, 3);
    measured.layout(42);
    FileFacts all = guess.build().union(measured.build());

    assertThat(all).hasToString("1:3 1.0-1.9:3");
  }

  @Test
  void linesThatOnlyGuessesListAreNoVariants() {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    SourcePath path = new SourcePath("a.js");
    FileFacts.Builder guess = new FileFacts.Builder(CoverageLimits.DEFAULT);
    guess.line(1, 0);
    guess.synthesized();
    FileFacts.Builder measured = new FileFacts.Builder(CoverageLimits.DEFAULT);
    measured.line(1, 1);
    measured.line(2, 0);
    union.add(new Session("1.1"), path, guess.build());
    union.add(new Session("1.2"), path, measured.build());
    FileCoverage file = union.toCoverage().files().get(path);

    assertThat(file.missedLines()).containsExactly(2);
    assertThat(file.variantOnlyMissedLines()).isEmpty();
  }

  /** Few places, so that reports have many in common; some reports say nothing. */
  private static FileFacts facts(Random random) {
    FileFacts.Builder facts = new FileFacts.Builder(CoverageLimits.DEFAULT);
    for (int n = random.nextInt(4); n > 0; n--) {
      int line = 1 + random.nextInt(2);
      facts.statement(line, random.nextInt(2), line, -1, random.nextInt(3));
    }
    if (random.nextBoolean()) {
      facts.synthesized();
    } else if (random.nextBoolean()) {
      facts.layout(random.nextInt(2));
    }
    return facts.build();
  }
}
