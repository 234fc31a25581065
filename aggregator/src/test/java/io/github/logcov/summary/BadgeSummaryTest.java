package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Ratio;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.verdict.Metric;
import org.junit.jupiter.api.Test;

class BadgeSummaryTest {
  private static final String GREEN = "#2e7d32";
  private static final String RED = "#c62828";
  private static final String BLUE = "#1565c0";
  private static final String GREY = "#6b6b6b";

  private static void shows(Outcomes outcomes, String value, String title, String colour) {
    Outcome outcome = outcomes.outcome();
    String svg = FormTexts.of(new BadgeSummary(), outcome);
    assertThat(svg)
        .contains("aria-label=\"coverage: " + value + "\"")
        .contains("<title>coverage: " + title + "</title>")
        .contains(">" + value + "</text>")
        .contains("fill=\"" + colour + "\"");
  }

  private static Outcomes lines(long covered, long total) {
    return Outcomes.ratio(new Ratio(covered, total));
  }

  @Test
  void isOneDrawing() {
    assertThat(
            FormTexts.of(
                new BadgeSummary(), lines(4999, 5000).threshold(Metric.LINE, "99").outcome()))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="124" height="20" role="img"\
             aria-label="coverage: 99.98 %">
             <title>coverage: 99.98 % (passed)</title>
             <path fill="#444" d="M3 0H65V20H3A3 3 0 0 1 0 17V3A3 3 0 0 1 3 0z"/>
             <path fill="#2e7d32" d="M65 0H121A3 3 0 0 1 124 3V17A3 3 0 0 1 121 20H65z"/>
             <g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11"\
             aria-hidden="true">
              <text x="6" y="14" textLength="53">coverage</text>
              <text x="71" y="14" textLength="47">99.98 %</text>
             </g>
            </svg>
            """);
  }

  @Test
  void isGreenWhereAllThresholdsHold() {
    shows(lines(5, 5).threshold(Metric.LINE, "100"), "100.00 %", "100.00 % (passed)", GREEN);
  }

  @Test
  void isRedWhereOneDoesNot() {
    shows(lines(4, 5).threshold(Metric.LINE, "81"), "80.00 %", "80.00 % (missed)", RED);
  }

  @Test
  void isBlueWithoutAThreshold() {
    shows(lines(1, 3), "33.33 %", "33.33 %", BLUE);
  }

  @Test
  void isNever100WhereThatIsNotTrue() {
    shows(lines(99_999, 100_000), "99.99 %", "99.99 %", BLUE);
  }

  /** Two digits would show 99.99, which is less than what is kept. */
  @Test
  void doesNotContradictAThresholdThatIsKept() {
    shows(
        lines(24_999, 25_000).threshold(Metric.LINE, "99.995"),
        "99.996 %",
        "99.996 % (passed)",
        GREEN);
  }

  @Test
  void hasNoFigureWhereThereIsNoVerdict() {
    for (ProblemType type :
        new ProblemType[] {
          ProblemType.JOB_FAILED, ProblemType.COVERAGE_MISSING, ProblemType.LOG_CUT
        }) {
      Outcomes broken = lines(5, 5).problem(Problem.error(type, Origin.NOWHERE, "x"));
      String word = broken.outcome().conclusion().word();

      shows(broken, "no verdict", "no verdict (" + word + ")", GREY);
    }
  }
}
