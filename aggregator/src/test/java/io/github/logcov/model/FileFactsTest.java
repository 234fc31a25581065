package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FileFactsTest {
  private final FactsBuilder builder = new FactsBuilder(CoverageLimits.DEFAULT);

  @Test
  void sortsAndUnitesLinesGivenInAnyOrder() {
    for (int line = 300; line > 0; line--) {
      builder.line(line, 1);
    }
    for (int line = 1; line <= 300; line++) {
      builder.line(line, line % 2);
    }

    FileFacts facts = builder.build();

    assertThat(facts.lines().statements().size()).isEqualTo(300);
    assertThat(facts.lines().statements().hits(facts.lines().statements().row(1))).isEqualTo(2);
    assertThat(facts.lines().statements().hits(facts.lines().statements().row(300))).isEqualTo(1);
  }

  @Test
  void needsNoMoreRoomForAReportThatRepeatsItself() {
    FactsBuilder small = new FactsBuilder(new CoverageLimits(10, 10, 1, 600));
    for (int i = 0; i < 5_000; i++) {
      small.line(1 + i % 3, 1);
      small.arm(1 + i % 3, new BranchId("0", "1"), 1);
      small.executedArc(i % 3, 5);
      small.executed(1 + i % 7);
    }

    assertThat(small.build())
        .hasToString(
            "1:1667 2:1667 3:1666 4+ 5+ 6+ 7+ 1[0,1]:1667 2[0,1]:1667 3[0,1]:1666 0>5 1>5 2>5");
  }

  @Test
  void needsNoMoreRoomForLinesThatRepeatManyAtATime() {
    FactsBuilder small = new FactsBuilder(new CoverageLimits(1_000, 10, 1, 600));
    for (int i = 0; i < 1_000; i++) {
      small.line(1, 1);
      small.lines(IntStream.range(2, 102).toArray(), new long[100], 100);
      small.lines(IntStream.range(102, 202).toArray(), new long[100], 100);
    }

    assertThat(small.build().lines().statements().all().toArray())
        .isEqualTo(IntStream.range(1, 202).toArray());
  }

  @Test
  void keepsHitsAtTheLargestNumber() {
    builder.line(1, Long.MAX_VALUE);
    builder.line(1, 2);

    assertThat(builder.build()).hasToString("1:9223372036854775807");
  }

  @Test
  void tellsNeverEvaluatedFromNotTaken() {
    BranchId yes = new BranchId("0", "0");
    BranchId no = new BranchId("0", "1");
    builder.arm(3, no, FactsBuilder.NEVER_EVALUATED);
    builder.arm(3, yes, FactsBuilder.NEVER_EVALUATED);
    builder.arm(3, yes, 0);

    assertThat(builder.build()).hasToString("3[0,0]:0 3[0,1]:-");
  }

  @Test
  void readsEveryKindOfBranchAndArmsOnLine0() {
    builder.arm(0, new BranchId("0", "return from function 'g',1"), 4);
    builder.missingArms(6, 3, new int[] {7, -1});
    builder.missingArms(5, 2, new int[] {});
    builder.countedArms(9, 2, 1);
    builder.countedArms(8, 4, 1, new int[] {0, 1}, new int[] {2, 2}, new int[] {1, 0});
    builder.statements(4);
    builder.executed(1);
    builder.line(2, 0);
    builder.fileArms(2);
    builder.executedArc(1, 2);
    builder.missingArc(1, -1);

    assertThat(builder.build())
        .hasToString(
            "2:0 1+ statements[4] 0[0,return from function 'g',1]:4 5{}/2 6{-1,7}/3"
                + " 8(1/4 0:1/2 1:0/2) 9(1/2) arms[2] !1>-1 1>2");
  }

  @Test
  void refusesWhatExceedsABoundNamingTheOption() {
    FactsBuilder small = new FactsBuilder(new CoverageLimits(10, 2, 1, 3));

    assertThatThrownBy(() -> small.line(11, 1))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("line number 11 is above 10; --max-line raises that bound");
    assertThatThrownBy(() -> small.missingArms(4, 3, new int[] {}))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("line 4 has more than 2 arms; --max-arms raises that bound");
    small.arm(1, new BranchId("0", "0"), 1);
    small.arm(1, new BranchId("0", "1"), 1);
    small.arm(1, new BranchId("1", "0"), 1);
    assertThatThrownBy(() -> small.executed(1))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("more than 3 lines, arms and functions; --max-units raises that bound");
    assertThatThrownBy(small::build)
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("line 1 has more than 2 arms; --max-arms raises that bound");
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertThatThrownBy(() -> builder.line(0, 1)).hasMessage("line 0 is below 1");
    assertThatThrownBy(() -> builder.line(1, -1)).hasMessage("hits -1");
    assertThatThrownBy(() -> builder.countedArms(7, 2, 3)).hasMessage("line 7: 3 of 2 arms");
    assertThatThrownBy(() -> builder.missingArms(7, 1, new int[] {8, 9}))
        .hasMessage("line 7: 2 of 1 arms");
    builder.build();
    assertThatThrownBy(builder::build).hasMessage("built already");
  }
}
