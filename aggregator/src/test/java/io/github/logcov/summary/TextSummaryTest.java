package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.FactsBuilder;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.Metric;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextSummaryTest {
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";

  private static final Outcomes OUTCOMES =
      new Outcomes()
          .jobs(List.of("8112.1"))
          .threshold(Metric.LINE, "100")
          .threshold(Metric.MISSED_LINES, "1")
          .problem(Problem.warning(ProblemType.LOG_CUT, Origin.ofJob("8112.1"), "cut"))
          .file("8112.1", "src/main/java/org/example/with/a/long/path/A.java", facts -> a(facts));

  private static void a(FactsBuilder facts) {
    for (int line = 1; line < 5; line++) {
      facts.line(line, line % 4);
    }
    facts.countedArms(1, 2, 0);
  }

  private static String text(Screen screen) {
    return FormTexts.of(new TextSummary(screen, FileView.DEFAULT), OUTCOMES.outcome());
  }

  @Test
  void coloursRatiosThresholdsSeveritiesAndTheVerdict() {
    assertThat(text(new Screen(60, true, true)))
        .isEqualTo(
            """
            job     reports             lines  only here  remarks
            8112.1        1  75.00 % (3 of 4)          3  unit tests, 1
                                                          line repaired

            file                   lines  branches  missed
            src/.../path/A.java  YELLOW75.00 %PLAIN    RED0.00 %PLAIN  4, and branches on 1

            REDflag unit tests: lines 75.00 % (3 of 4), branches 0.00 %PLAIN
            RED  (0 of 2)PLAIN
            REDtotal: lines 75.00 % (3 of 4), branches 0.00 % (0 of 2)PLAIN

            YELLOWwarningPLAIN: job 8112.1: cut [log-cut]

            REDlines: 75.00 % (3 of 4), needs 100 %: 1 line shortPLAIN
            GREENmissed lines: 1, at most 1 are allowed: metPLAIN
            REDverdict: missedPLAIN
            """
                .replace("YELLOW", YELLOW)
                .replace("GREEN", GREEN)
                .replace("RED", RED)
                .replace("PLAIN", PLAIN));
  }

  @Test
  void isTheSameWithoutColours() {
    assertThat(text(new Screen(60, false, true)))
        .isEqualTo(text(new Screen(60, true, true)).replaceAll("\u001b\\[[0-9]+m", ""));
  }

  @Test
  void cutsNoPathInAFile() {
    assertThat(text(Screen.plain(60)))
        .contains("\nsrc/main/java/org/example/with/a/long/path/A.java\n")
        .doesNotContain("\u001b");
  }
}
