package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.BranchId;
import org.junit.jupiter.api.Test;

class LcovSummaryTest {
  private static String text(Outcomes outcomes) {
    return FormTexts.of(new LcovSummary(), outcomes.outcome());
  }

  @Test
  void writesAWholeTracefileOfNothing() {
    assertThat(text(new Outcomes())).isEqualTo("TN:\n");
  }

  @Test
  void keepsNumbersOfBlocksAndBranchesAndWhatWasNeverEvaluated() {
    Outcomes outcomes =
        new Outcomes()
            .file(
                "1.1",
                "src/a.c",
                facts -> {
                  facts.line(4, 3);
                  facts.arm(4, new BranchId("0", "1"), 3);
                  facts.arm(4, new BranchId("12", "0"), 0);
                  facts.line(5, 0);
                  facts.arm(5, new BranchId("0", "0"), -1);
                });

    assertThat(text(outcomes))
        .isEqualTo(
            """
            TN:
            SF:src/a.c
            BRDA:4,0,1,3
            BRDA:4,12,0,0
            BRDA:5,0,0,-
            BRF:3
            BRH:1
            DA:4,3
            DA:5,0
            LF:2
            LH:1
            end_of_record
            """);
  }

  @Test
  void numbersArmsWithOtherNames() {
    Outcomes outcomes =
        new Outcomes()
            .file(
                "1.1",
                "a.js",
                facts -> {
                  facts.line(2, 1);
                  facts.arm(2, new BranchId("s", "if 1", "no"), 1);
                  facts.arm(2, new BranchId("s", "if 1", "yes"), 0);
                  facts.arm(2, new BranchId("s", "or, 7", "0"), 5);
                });

    assertThat(text(outcomes))
        .contains("BRDA:2,0,0,1\nBRDA:2,0,1,0\nBRDA:2,1,0,5\nBRF:3\nBRH:2\nDA:2,1\n");
  }

  @Test
  void takesAsManyCountedArmsAsAreSurelyCovered() {
    Outcomes outcomes =
        new Outcomes()
            .file("1.1", "A.java", facts -> facts.line(3, 1))
            .file("1.1", "A.java", facts -> facts.countedArms(3, 3, 1))
            .file("1.2", "A.java", facts -> facts.countedArms(3, 3, 2))
            .file("1.2", "A.java", facts -> facts.line(4, 0))
            .file("1.2", "A.java", facts -> facts.countedArms(4, 2, 0));

    assertThat(text(outcomes))
        .contains("BRDA:3,0,0,1\nBRDA:3,0,1,1\nBRDA:3,0,2,0\nBRDA:4,0,0,-\nBRDA:4,0,1,-\n");
  }

  /** The docstring on line 1 ran and is no statement; the arc of line 2 is no arm. */
  @Test
  void choosesOfWhatRanWhatCounts() {
    Outcomes outcomes =
        new Outcomes()
            .file(
                "1.1",
                "a.py",
                facts -> {
                  facts.executed(1);
                  facts.executed(2);
                  facts.executed(3);
                  facts.line(5, 0);
                  facts.statements(3);
                  facts.fileArms(2);
                  facts.executedArc(2, 3);
                  facts.executedArc(3, -1);
                  facts.missingArc(3, 5);
                });

    assertThat(text(outcomes))
        .contains("BRDA:3,0,0,1\nBRDA:3,0,1,0\nBRF:2\nBRH:1\nDA:2,1\nDA:3,1\nDA:5,0\nLF:3\nLH:2\n");
  }
}
