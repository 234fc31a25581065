package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What counts say beyond names, of one run; facts as {@link FileFacts#toString} writes them. */
class SurplusTest {
  private static final CoverageLimits LIMITS = CoverageLimits.DEFAULT;

  /** Line 3 is missed, line 4 decides: one of two arms was taken. */
  private static final FileFacts EXACT =
      facts(
          file -> {
            file.line(3, 0);
            file.line(4, 1);
            file.arm(4, new BranchId("jacoco", "p/A", "0"), 1);
            file.arm(4, new BranchId("jacoco", "p/A", "1"), 0);
          });

  @Test
  void isNothingWhereCountsRepeatNames() {
    FileFacts sums = facts(file -> count(file, 2, 1));

    assertThat(surplus(sums, false)).isEqualTo(facts(file -> {}));
  }

  @Test
  void holdsLinesAndArmsThatAreCoveredThereOnly() {
    FileFacts sums =
        facts(
            file -> {
              count(file, 2, 2);
              file.line(3, 1);
              file.line(9, 1);
            });

    assertThat(surplus(sums, false))
        .isEqualTo(
            facts(
                file -> {
                  file.line(3, 1);
                  file.line(9, 1);
                  file.countedArms(4, 2, 2);
                }));
  }

  /** Another version of the tool, say, which leaves out less. */
  @Test
  void isNothingThatIsMissedWhereTheBuildIsTheSame() {
    FileFacts sums =
        facts(
            file -> {
              count(file, 4, 1);
              file.line(9, 0);
              file.countedArms(9, 2, 0);
            });

    assertThat(surplus(sums, false)).isEqualTo(facts(file -> {}));
  }

  /** Some classes of the file are the same, others are not: line 4 repeats, line 9 does not. */
  @Test
  void holdsWhatAnotherBuildOfTheSourceLists() {
    FileFacts sums =
        facts(
            file -> {
              count(file, 2, 1);
              file.line(9, 0);
              file.countedArms(9, 2, 0);
            });

    assertThat(surplus(sums, true))
        .isEqualTo(
            facts(
                file -> {
                  file.line(3, 0);
                  file.line(4, 1);
                  file.line(9, 0);
                  file.countedArms(9, 2, 0);
                }));
  }

  @Test
  void neverTakesAwayWhatIsCovered() {
    FileFacts sums = facts(file -> count(file, 4, 3));

    for (boolean otherBuild : new boolean[] {false, true}) {
      assertThat(bounds(EXACT.union(surplus(sums, otherBuild))))
          .isEqualTo(bounds(EXACT.union(sums)));
    }
  }

  private static ArmBounds bounds(FileFacts facts) {
    LineArms arms = new LineArms(facts.arms());
    arms.next();
    return arms.bounds();
  }

  /** Of line 4, and line 3 missed. */
  private static void count(FactsBuilder file, int total, int covered) {
    file.line(3, 0);
    file.line(4, 1);
    file.countedArms(4, total, covered);
  }

  private static FileFacts surplus(FileFacts sums, boolean otherBuild) {
    return Surplus.of(sums, EXACT, otherBuild, LIMITS);
  }

  private static FileFacts facts(Consumer<FactsBuilder> what) {
    FactsBuilder builder = new FactsBuilder(LIMITS);
    what.accept(builder);
    return builder.build();
  }
}
