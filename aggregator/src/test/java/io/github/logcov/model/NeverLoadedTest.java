package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a tool guessed of a source that nothing loaded, in any order with what was measured. */
class NeverLoadedTest {
  private static final SourcePath PATH = new SourcePath("a.rb");

  @Test
  void yieldsToWhatWasMeasured() {
    FileFacts guess = facts(true, 1, 2, 3);
    FileFacts measured = facts(false, 2);

    assertThat(guess.union(measured)).isEqualTo(measured);
    assertThat(measured.union(guess)).isEqualTo(measured);
    assertThat(guess.union(FileFacts.NONE)).isEqualTo(guess);
    assertThat(FileFacts.NONE.union(guess)).isEqualTo(guess);
    assertThat(guess.union(facts(true, 4)).toString()).isEqualTo("never-loaded 1:0 2:0 3:0 4:0");
  }

  @Test
  void countsWhereNobodyMeasured() {
    FileCoverage file = union(facts(true, 1, 2), facts(true, 1, 2, 3));

    assertThat(file.lines()).isEqualTo(new Ratio(0, 3));
    assertThat(file.missedLines()).containsExactly(1, 2, 3);
  }

  @Test
  void isNoOpinionOfAnotherToolchain() {
    FileCoverage file = union(facts(true, 1, 2), facts(false, 1, 3), facts(false, 1, 3));

    assertThat(file.lines()).isEqualTo(new Ratio(0, 2));
    assertThat(file.variantOnlyMissedLines()).isEmpty();
    assertThat(file.linesOf(new Session("1.0"))).isEqualTo(Ratio.NONE);
  }

  @Test
  void doesNotDependOnTheOrder() {
    Random random = new Random(20_261_122L);
    for (int round = 0; round < 500; round++) {
      FileFacts a = random(random);
      FileFacts b = random(random);
      FileFacts c = random(random);

      assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c))).isEqualTo(c.union(b).union(a));
    }
  }

  /** Arms that two formats name on one line are the same arms, though nothing says which. */
  @Test
  void doesNotAddUpArmsOfTwoSchemes() {
    FactsBuilder lcov = new FactsBuilder(CoverageLimits.DEFAULT);
    lcov.arm(1, new BranchId("0", "0"), 1);
    lcov.arm(1, new BranchId("0", "1"), 0);
    FactsBuilder gcovr = new FactsBuilder(CoverageLimits.DEFAULT);
    gcovr.arm(1, new BranchId("gcovr", "", ""), 1);
    gcovr.arm(1, new BranchId("gcovr", "", "#2"), 0);
    gcovr.arm(1, new BranchId("gcovr", "", "#3"), 0);

    FileCoverage file = union(lcov.build(), gcovr.build());

    assertThat(file.arms()).isEqualTo(new ArmBounds(1, 2, 3));
    assertThat(file.lineByLine())
        .isEqualTo(
            List.of(new LineCoverage(1, -1, new BranchCoverage.Counted(new ArmBounds(1, 2, 3)))));
  }

  private static FileFacts random(Random random) {
    int[] lines = random.ints(random.nextInt(4), 1, 9).distinct().toArray();
    return facts(random.nextBoolean(), lines);
  }

  private static FileFacts facts(boolean neverLoaded, int... lines) {
    FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
    for (int line : lines) {
      facts.line(line, 0);
    }
    if (neverLoaded) {
      facts.neverLoaded();
    }
    return facts.build();
  }

  private static FileCoverage union(FileFacts... reports) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int i = 0; i < reports.length; i++) {
      union.add(new Session("1." + i), PATH, reports[i]);
    }
    return union.toCoverage().files().get(PATH);
  }
}
