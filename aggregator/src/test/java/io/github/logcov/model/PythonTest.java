package io.github.logcov.model;

import static io.github.logcov.model.ClaimedReport.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.Claim.Arc;
import io.github.logcov.model.Claim.Executed;
import io.github.logcov.model.Claim.FileArms;
import io.github.logcov.model.Claim.Line;
import io.github.logcov.model.Claim.Missing;
import io.github.logcov.model.Claim.Statements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What coverage.py's versions and formats make of one file, together. */
class PythonTest {
  /** Line 1 is a docstring: it runs, and is no statement. */
  @Test
  void countsAStatementThatReportsOfTheSameNumberDoNotName() {
    ClaimedReport a =
        of(
            "1.1",
            "a",
            new Statements(3),
            new Executed(1),
            new Executed(2),
            new Executed(3),
            new Line(10, 0));
    ClaimedReport b =
        of(
            "1.2",
            "a",
            new Statements(3),
            new Executed(1),
            new Executed(2),
            new Executed(3),
            new Line(11, 0));

    assertThat(file(a, b).lines()).isEqualTo(new Ratio(2, 4));
    assertThat(file(b, a).lines()).isEqualTo(new Ratio(2, 4));
    assertThat(file(a).union(file(b)).lines()).isEqualTo(new Ratio(2, 4));
    assertThat(file(a, a).lines()).isEqualTo(new Ratio(2, 3));
  }

  @Test
  void keepsNoMoreThanABoundOfWhatReportsNameInWhateverOrderTheyCome() {
    List<ClaimedReport> reports = new ArrayList<>();
    for (int i = 0; i < 2 * StatementNames.MOST; i++) {
      reports.add(of("1." + i, "a", new Statements(3), new Executed(10 + i), new Line(2, 0)));
    }
    FileCoverage inOrder = file(reports.toArray(ClaimedReport[]::new));
    Collections.shuffle(reports, new Random(1));
    FileCoverage shuffled = file(reports.toArray(ClaimedReport[]::new));

    assertThat(inOrder.facts()).isEqualTo(shuffled.facts());
    assertThat(inOrder.facts().lines().named().byTotal().get(3)).hasSize(StatementNames.MOST);
    assertThat(inOrder.lines()).isEqualTo(new Ratio(2, 3));
  }

  @Test
  void takesComplementaryRunsForWhatTheyAre() {
    assertThat(arms(new Missing(5, 2, 6), new Missing(5, 2, -1))).isEqualTo(exactly(2, 2));
    assertThat(arms(new Missing(5, 3, 6, 7), new Missing(5, 3, 7, -1))).isEqualTo(exactly(2, 3));
    assertThat(arms(new Missing(5, 2, -1, -1), new Missing(5, 2))).isEqualTo(exactly(2, 2));
  }

  /** A job that never came to the line names all its arms. */
  @Test
  void boundsADecisionWhoseReportsNameMoreArmsThanItHas() {
    FileCoverage file =
        file(
            of("1.1", "a", new Missing(5, 2, -1)),
            of("1.2", "a", new Missing(5, 2, 7)),
            of("1.3", "a", new Missing(5, 2, 6, -1)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(1, 2, 2));
    assertThat(file.renamedArmLines()).containsExactly(5);
    assertThat(file.ambiguousExitLines()).isEmpty();
    assertThat(file.partialLines()).containsExactly(5);
  }

  @Test
  void settlesADecisionWithSeveralNamesWhereOneJobTookAllOfIt() {
    FileCoverage file =
        file(
            of("1.1", "a", new Missing(5, 2, 6, -1)),
            of("1.2", "a", new Missing(5, 2, 6, 7)),
            of("1.3", "a", new Missing(5, 2)));

    assertThat(file.arms()).isEqualTo(exactly(2, 2));
    assertThat(file.renamedArmLines()).isEmpty();
  }

  @Test
  void takesNoArmForCoveredThatLeadsToALineWhichNeverRan() {
    Line missed = new Line(7, 0);
    FileCoverage file =
        file(
            of("1.1", "a", new Missing(5, 2, -1), missed),
            of("1.2", "a", new Missing(5, 2, 7), missed));
    FileCoverage ran =
        file(
            of("1.1", "a", new Missing(5, 2, -1), new Line(7, 1)),
            of("1.2", "a", new Missing(5, 2, 7), missed));

    assertThat(file.arms()).isEqualTo(new ArmBounds(1, 2, 2));
    assertThat(file.renamedArmLines()).containsExactly(5);
    assertThat(ran.arms()).isEqualTo(exactly(2, 2));
  }

  /** The loop on line 3 is none to the first job: it calls that arm by the line behind it. */
  @Test
  void takesNoArmForCoveredThatLeadsToALineWhichIsNoStatementToAnotherJob() {
    FileCoverage file =
        file(
            of("1.1", "a", new Missing(11, 2, 4), new Line(4, 1), new Line(12, 1)),
            of("1.2", "a", new Missing(11, 2, 3), new Line(3, 1), new Line(4, 1), new Line(12, 1)));
    FileCoverage both =
        file(
            of("1.1", "a", new Missing(11, 2), new Line(4, 1), new Line(12, 1)),
            of("1.2", "a", new Missing(11, 2, 3), new Line(3, 1), new Line(4, 1), new Line(12, 1)));

    assertThat(file.arms()).isEqualTo(new ArmBounds(1, 2, 2));
    assertThat(file.renamedArmLines()).containsExactly(11);
    assertThat(both.arms()).isEqualTo(exactly(2, 2));
  }

  @Test
  void matchesArcsOfOneJobWithDecisionsOfAnother() {
    // Line 5 goes to 6 or out; line 8 to 9 or 10. The arc from line 1 is no arm.
    ClaimedReport json =
        of(
            "1.1",
            "a",
            new FileArms(4),
            new Arc(1, 2, true),
            new Arc(5, 6, true),
            new Arc(5, -3, false),
            new Arc(8, 9, false),
            new Arc(8, 10, true));
    ClaimedReport xml = of("1.2", "a", new Missing(5, 2, 6), new Missing(8, 2, 9));

    assertThat(file(json, xml).arms()).isEqualTo(exactly(3, 4));
    assertThat(file(json, xml).partialLines()).containsExactly(8);
    assertThat(file(json).union(file(xml)).arms()).isEqualTo(exactly(3, 4));
  }

  /** To the job with the arcs, line 12 has arms, too. */
  @Test
  void boundsArcsAndDecisionsThatAreNotAsMany() {
    ClaimedReport json =
        of(
            "1.1",
            "a",
            new FileArms(4),
            new Arc(5, 6, true),
            new Arc(5, -3, false),
            new Arc(12, 13, false),
            new Arc(12, 14, true));
    ClaimedReport xml = of("1.2", "a", new Missing(5, 2, 6));

    // The XML misses the way to line 6, which the other job went; and took the exit.
    assertThat(file(json, xml).arms()).isEqualTo(new ArmBounds(2, 4, 4));
  }

  @Test
  void tellsExitsApartAsFarAsTheArcsDo() {
    ClaimedReport json =
        of("1.1", "a", new FileArms(2), new Arc(5, -3, true), new Arc(5, -5, false));
    ClaimedReport xml = of("1.2", "a", new Missing(5, 2, -1));

    assertThat(file(json, xml).arms()).isEqualTo(new ArmBounds(1, 2, 2));
    assertThat(file(json, xml).ambiguousExitLines()).containsExactly(5);
    assertThat(file(json, of("1.2", "a", new Missing(5, 2))).arms()).isEqualTo(exactly(2, 2));
  }

  private static ArmBounds arms(Missing first, Missing second) {
    return file(of("1.1", "a", first), of("1.2", "a", second)).arms();
  }

  private static ArmBounds exactly(long covered, long total) {
    return new ArmBounds(covered, covered, total);
  }

  private static FileCoverage file(ClaimedReport... reports) {
    FileCoverage file = ClaimedReport.unite(List.of(reports)).files().get(new SourcePath("a"));
    assertThat(file).isNotNull();
    return file;
  }
}
