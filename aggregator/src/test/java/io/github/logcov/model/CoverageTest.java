package io.github.logcov.model;

import static io.github.logcov.model.ClaimedReport.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.model.Claim.Arc;
import io.github.logcov.model.Claim.Arm;
import io.github.logcov.model.Claim.Counted;
import io.github.logcov.model.Claim.Executed;
import io.github.logcov.model.Claim.FileArms;
import io.github.logcov.model.Claim.Line;
import io.github.logcov.model.Claim.Missing;
import io.github.logcov.model.Claim.Statements;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final BranchId YES = new BranchId("0", "0");
  private static final BranchId NO = new BranchId("0", "1");

  @Test
  void coversALineThatAnyJobRan() {
    FileCoverage file =
        file(
            of("1.1", "a", new Line(1, 2), new Line(2, 0), new Line(3, 0)),
            of("1.2", "a", new Line(1, 0), new Line(2, 5), new Line(3, 0)));

    assertThat(file.lines()).isEqualTo(new Ratio(2, 3));
    assertThat(file.missedLines()).containsExactly(3);
    assertThat(file.hits(1)).isEqualTo(2);
    assertThat(file.hits(2)).isEqualTo(5);
    assertThat(file.sessions().thatRan(2)).containsExactly(new Session("1.2"));
  }

  @Test
  void takesALineThatOneJobDoesNotListAsUnknownThere() {
    FileCoverage file =
        file(
            of("1.1", "a", new Line(1, 1), new Line(24, 0), new Line(30, 0)),
            of("1.2", "a", new Line(1, 1), new Line(30, 0)),
            of("1.3", "a"));

    assertThat(file.lines()).isEqualTo(new Ratio(1, 3));
    assertThat(file.variantOnlyMissedLines()).containsExactly(24);
    assertThat(file.linesOf(new Session("1.1"))).isEqualTo(new Ratio(1, 3));
    assertThat(file.linesOf(new Session("1.2"))).isEqualTo(new Ratio(1, 2));
    assertThat(file.linesOf(new Session("1.3"))).isEqualTo(Ratio.NONE);
  }

  @Test
  void leavesVariantOnlyLinesAndTheirArmsOutOnRequest() {
    FileCoverage file =
        file(
            of(
                "1.1",
                "a",
                new Line(1, 1),
                new Line(24, 0),
                new Missing(1, 2),
                new Missing(24, 2, 25, 26)),
            of("1.2", "a", new Line(1, 1)));

    FileCoverage without = file.withoutVariantOnly();

    assertThat(file.arms()).isEqualTo(new ArmBounds(2, 2, 4));
    assertThat(without.lines()).isEqualTo(new Ratio(1, 1));
    assertThat(without.arms()).isEqualTo(new ArmBounds(2, 2, 2));
    assertThat(without.missedLines()).isEmpty();
    assertThat(without.variantOnlyMissedLines()).isEmpty();
    assertThat(without.statementLines()).containsExactly(1);
  }

  @Test
  void unitesIdentifiedArmsByBlockAndBranch() {
    FileCoverage file =
        file(
            of("1.1", "a", new Arm(5, YES, 1), new Arm(5, NO, 0)),
            of("1.2", "a", new Arm(5, YES, -1), new Arm(5, NO, 3)),
            of("1.3", "a", new Arm(0, YES, -1)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(2, 2, 3));
    assertThat(file.partialLines()).containsExactly(0);
    assertThat(file.facts()).hasToString("0[0,0]:- 5[0,0]:1 5[0,1]:3");
  }

  @Test
  void missesOnlyArmsThatEveryJobMisses() {
    FileCoverage file =
        file(of("1.1", "a", new Missing(5, 3, 6, 7)), of("1.2", "a", new Missing(5, 3, 7, -1)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(2, 2, 3));
    assertThat(file.partialLines()).containsExactly(5);
    assertThat(file.ambiguousExitLines()).isEmpty();
  }

  @Test
  void takesTheBestOfTwoToolchainsThatCountArmsDifferently() {
    FileCoverage file =
        file(of("1.1", "a", new Missing(5, 4, 6)), of("1.2", "a", new Missing(5, 2, 6, 7)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(3, 3, 4));
  }

  @Test
  void flagsExitsThatHaveNoNames() {
    Claim nobody = new Missing(5, 2, -1, -1);
    Claim one = new Missing(5, 2, -1);

    FileCoverage single = file(of("1.1", "a", nobody), of("1.2", "a", one));
    FileCoverage perhapsBoth =
        file(of("1.1", "a", nobody), of("1.2", "a", one), of("1.3", "a", one));

    assertThat(single.arms()).isEqualTo(new ArmBounds(1, 1, 2));
    assertThat(single.ambiguousExitLines()).isEmpty();
    assertThat(perhapsBoth.arms()).isEqualTo(new ArmBounds(1, 2, 2));
    assertThat(perhapsBoth.ambiguousExitLines()).containsExactly(5);
  }

  @Test
  void boundsCountedArms() {
    assertThat(
            file(of("1.1", "a", new Counted(5, 4, 1)), of("1.2", "a", new Counted(5, 4, 2))).arms())
        .isEqualTo(new ArmBounds(2, 3, 4));
    assertThat(
            file(of("1.1", "a", new Counted(5, 2, 0)), of("1.2", "a", new Counted(5, 2, 1))).arms())
        .isEqualTo(new ArmBounds(1, 1, 2));
    assertThat(
            file(of("1.1", "a", new Counted(5, 2, 2)), of("1.2", "a", new Counted(5, 2, 1))).arms())
        .isEqualTo(new ArmBounds(2, 2, 2));
  }

  @Test
  void boundsCountedArmsByConditionMoreTightly() {
    FileCoverage file =
        file(
            of("1.1", "a", new Counted(5, 4, 2, 2, 0)),
            of("1.2", "a", new Counted(5, 4, 1, 0, 1)),
            of("1.3", "a", new Counted(5, 4, 1, 1, 0)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(3, 3, 4));
  }

  /**
   * coverage.py's JSON: docstrings are executed and no statements, so only missed lines and the
   * total can be trusted.
   */
  @Test
  void countsFromTheTotalWhereOnlyMissedStatementsAreNamed() {
    FileCoverage file =
        file(
            of(
                "1.1",
                "a",
                new Statements(4),
                new Executed(1),
                new Executed(2),
                new Line(4, 0),
                new Line(5, 0)),
            of(
                "1.2",
                "a",
                new Statements(4),
                new Executed(1),
                new Executed(2),
                new Executed(4),
                new Line(5, 0)));

    assertThat(file.lines()).isEqualTo(new Ratio(3, 4));
    assertThat(file.missedLines()).containsExactly(5);
    assertThat(file.linesOf(new Session("1.1"))).isEqualTo(new Ratio(2, 4));
    assertThat(file.variantOnlyMissedLines()).isEmpty();
  }

  @Test
  void addsStatementsThatOnlyASmallerTotalNames() {
    FileCoverage file =
        file(
            of("py37", "a", new Statements(3), new Executed(1), new Executed(2), new Line(24, 0)),
            of(
                "py310",
                "a",
                new Statements(4),
                new Executed(1),
                new Executed(2),
                new Executed(3),
                new Executed(5)));

    assertThat(file.lines()).isEqualTo(new Ratio(4, 5));
    assertThat(file.variantOnlyMissedLines()).containsExactly(24);
    assertThat(file.withoutVariantOnly().lines()).isEqualTo(new Ratio(4, 4));
  }

  @Test
  void countsArmsOfAFileByNamedArcs() {
    FileCoverage file =
        file(
            of(
                "1.1",
                "a",
                new FileArms(4),
                new Arc(1, 2, true),
                new Arc(3, -1, false),
                new Arc(3, -2, false)),
            of(
                "1.2",
                "a",
                new FileArms(4),
                new Arc(1, 2, true),
                new Arc(3, -1, true),
                new Arc(3, -2, false)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(3, 3, 4));
    assertThat(file.partialLines()).containsExactly(3);
    assertThat(file.hasBranches()).isTrue();
  }

  @Test
  void showsLinesWithThePrecisionOfTheirReports() {
    FileCoverage file =
        file(
            of("1.1", "a", new Line(1, 3), new Line(2, 1), new Arm(2, YES, 1), new Arm(2, NO, 0)),
            of("1.1", "a", new Missing(4, 2, 9, -1), new Missing(5, 2), new Counted(6, 2, 1)),
            of("1.2", "a", new Missing(4, 2, -1), new Missing(5, 4, 6)));

    assertThat(file.lineByLine())
        .containsExactly(
            new LineCoverage(1, 3, new BranchCoverage.None()),
            new LineCoverage(
                2,
                1,
                new BranchCoverage.Identified(
                    List.of(new BranchCoverage.Arm(YES, 1), new BranchCoverage.Arm(NO, 0)))),
            new LineCoverage(
                4, -1, new BranchCoverage.MissingNamed(new ArmBounds(1, 1, 2), List.of(-1))),
            new LineCoverage(5, -1, new BranchCoverage.Counted(new ArmBounds(3, 4, 4))),
            new LineCoverage(6, -1, new BranchCoverage.Counted(new ArmBounds(1, 1, 2))));
  }

  @Test
  void unitesTwoReportsOfOneSession() {
    Coverage coverage =
        ClaimedReport.unite(
            List.of(
                of("1.1", "a", new Line(1, 1), new Line(2, 0)),
                of("1.1", "a", new Line(1, 0), new Line(2, 1)),
                of("1.2", "a", new Line(1, 1), new Line(2, 0))));

    assertThat(coverage.linesBySession()).containsEntry(new Session("1.1"), new Ratio(2, 2));
    assertThat(coverage.onlyHere())
        .isEqualTo(Map.of(new Session("1.1"), 1L, new Session("1.2"), 0L));
  }

  @Test
  void ordersSessionsByNumberAndFilesByPath() {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    of("8112.10", "b", new Line(1, 1)).addTo(union);
    of("8112.9", "a", new Line(1, 0)).addTo(union);
    union.add(new Session("8112.11"));

    Coverage coverage = union.toCoverage();

    assertThat(coverage.sessions())
        .extracting(Session::jobNumber)
        .containsExactly("8112.10", "8112.11", "8112.9");
    assertThat(coverage.files().keySet()).extracting(SourcePath::value).containsExactly("a", "b");
    assertThat(coverage.totals())
        .isEqualTo(
            new Totals(
                new Ratio(1, 2),
                Ratio.NONE,
                0,
                new Ratio(1, 2),
                Optional.empty(),
                Optional.empty()));
    assertThat(coverage.hasBranches()).isFalse();
    assertThat(coverage.filter(path -> path.value().equals("a")).totals().line())
        .isEqualTo(new Ratio(0, 1));
  }

  @Test
  void refusesAUnionThatGrowsTooLargeAndStaysAsItWas() {
    CoverageUnion union = new CoverageUnion(new CoverageLimits(100, 3, 2, 4));
    of("1.1", "a", new Line(1, 1), new Arm(1, YES, 1), new Arm(1, NO, 1)).addTo(union);
    of("1.1", "b").addTo(union);

    assertThatThrownBy(() -> of("1.1", "c").addTo(union))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("more than 2 source files; --max-files raises that bound");
    assertThatThrownBy(() -> of("1.1", "b", new Line(1, 1), new Line(2, 1)).addTo(union))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("more than 4 lines, arms and functions; --max-units raises that bound");
    assertThatThrownBy(
            () ->
                of(
                        "1.1",
                        "a",
                        new Arm(1, new BranchId("1", "0"), 1),
                        new Arm(1, new BranchId("1", "1"), 1))
                    .addTo(union))
        .isInstanceOf(LimitExceededException.class)
        .hasMessage("line 1 has more than 3 arms; --max-arms raises that bound");
    of("1.1", "b", new Line(1, 1)).addTo(union);

    assertThat(union.toCoverage().totals().line()).isEqualTo(new Ratio(2, 2));
  }

  @Test
  void countsWhatManySmallReportsRepeatOnlyOnce() {
    CoverageUnion union = new CoverageUnion(new CoverageLimits(100, 3, 2, 40));
    Line[] lines = IntStream.rangeClosed(1, 39).mapToObj(n -> new Line(n, 1)).toArray(Line[]::new);
    of("1.1", "a", lines).addTo(union);
    for (Line line : lines) {
      of("1.1", "a", line).addTo(union);
      of("1.1", "a").addTo(union);
    }
    of("1.2", "b", new Line(1, 1)).addTo(union);

    assertThatThrownBy(() -> of("1.1", "a", new Line(40, 1)).addTo(union))
        .isInstanceOf(LimitExceededException.class);
    FileCoverage united = union.toCoverage().files().get(new SourcePath("a"));
    assertThat(united.statementLines()).hasSize(39);
    assertThat(united.hits(39)).isEqualTo(2);
  }

  @Test
  void countsArmsThatManySmallReportsRepeatOnlyOnce() {
    CoverageUnion union = new CoverageUnion(new CoverageLimits(100, 2, 2, 100));
    Line[] lines = IntStream.rangeClosed(1, 39).mapToObj(n -> new Line(n, 1)).toArray(Line[]::new);
    of("1.1", "a", lines).addTo(union);
    of("1.1", "a", new Arm(1, YES, 1), new Arm(1, NO, 1)).addTo(union);
    of("1.1", "a", new Arm(1, YES, 1), new Arm(1, NO, 1)).addTo(union);

    assertThatThrownBy(() -> of("1.1", "a", new Arm(1, new BranchId("1", "0"), 1)).addTo(union))
        .hasMessage("line 1 has more than 2 arms; --max-arms raises that bound");
  }

  private static FileCoverage file(ClaimedReport... reports) {
    return ClaimedReport.unite(List.of(reports)).files().get(new SourcePath("a"));
  }

  @Test
  void leavesOutMissedBlocksThatOnlySomeSessionsList() {
    Coverage coverage =
        ClaimedReport.unite(
            List.of(
                ClaimedReport.of("1", "a.go", new Claim.Block(3, 1, 4, 2, 2, 1)),
                ClaimedReport.of(
                    "2",
                    "a.go",
                    new Claim.Block(3, 1, 4, 2, 2, 1),
                    new Claim.Block(4, 2, 6, 2, 3, 0),
                    new Claim.Block(8, 1, 9, 2, 5, 0))));

    // Line 4 is of two blocks and ran, so that the block from there on is not all in doubt.
    assertThat(coverage.totals().statement()).contains(new Ratio(2, 10));
    assertThat(coverage.withoutVariantOnly().totals().statement()).contains(new Ratio(2, 5));
  }
}
