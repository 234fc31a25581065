package io.github.logcov.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private final CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);

  @Test
  void judgesEveryMetric() {
    add("a.py", 3, 1, 2);
    add("b.py", 4, 0, 0);

    assertThat(check("line 100", "line 80", "branch 50.00", "combined 78", "missed-lines 0"))
        .containsExactly(
            "missed by 1: lines: 87.50 % (7 of 8), needs 100 %",
            "met: lines: 87.50 % (7 of 8), needs 80 %",
            "met: branches: 50.00 % (1 of 2), needs 50.00 %",
            "met: lines and branches: 80.00 % (8 of 10), needs 78 %",
            "missed by 1: missed lines: 1, at most 0 are allowed");
  }

  @Test
  void namesEachFileBelowAFileThreshold() {
    add("c.py", 1, 2, 0);
    add("a.py", 2, 1, 0);
    add("b.py", 1, 0, 0);
    add("empty.py", 0, 0, 0);

    assertThat(check("file-line 90"))
        .containsExactly(
            "missed by 1: lines of a.py: 66.66 % (2 of 3), needs 90 %",
            "missed by 2: lines of c.py: 33.33 % (1 of 3), needs 90 %");
    assertThat(check("file-line 33.3"))
        .containsExactly("met: lines of each file: none is below 33.3 %");
  }

  @Test
  void passesWithoutThresholds() {
    assertThat(check()).isEmpty();
  }

  @Test
  void needsBranchesOnlyForABranchThreshold() {
    assertThat(thresholds("combined 90", "line 90").needBranches()).isFalse();
    assertThat(thresholds("line 90", "branch 0").needBranches()).isTrue();
  }

  private void add(String path, int covered, int missed, int arms) {
    FactsBuilder facts = new FactsBuilder(CoverageLimits.DEFAULT);
    for (int line = 1; line <= covered + missed; line++) {
      facts.line(line, line <= covered ? 1 : 0);
    }
    if (arms > 0) {
      facts.countedArms(1, arms, arms / 2);
    }
    union.add(new Session("1.1"), new SourcePath(path), facts.build());
  }

  private List<String> check(String... thresholds) {
    Coverage coverage = union.toCoverage();
    return thresholds(thresholds).check(coverage).stream()
        .map(
            result ->
                (result.met() ? "met" : "missed by " + result.shortBy()) + ": " + result.text())
        .toList();
  }

  private static Thresholds thresholds(String... texts) {
    return new Thresholds(Arrays.stream(texts).map(ThresholdsTest::threshold).toList());
  }

  private static Threshold threshold(String text) {
    String[] parts = text.split(" ");
    for (Metric metric : Metric.values()) {
      if (metric.word().equals(parts[0])) {
        return Threshold.parse(metric, parts[1]);
      }
    }
    throw new IllegalArgumentException(text);
  }
}
