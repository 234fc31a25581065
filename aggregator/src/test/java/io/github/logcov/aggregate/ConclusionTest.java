package io.github.logcov.aggregate;

import static io.github.logcov.problem.ProblemType.COVERAGE_MISSING;
import static io.github.logcov.problem.ProblemType.JOB_FAILED;
import static io.github.logcov.problem.ProblemType.JOB_UNFINISHED;
import static io.github.logcov.problem.ProblemType.JOB_UNMATCHED;
import static io.github.logcov.problem.ProblemType.PAYLOAD_CORRUPT;
import static io.github.logcov.problem.ProblemType.SUMMARY_UNWRITABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {
  private static Problem error(ProblemType type) {
    return Problem.error(type, Origin.NOWHERE, "");
  }

  @Test
  void comesFromTheThresholdsWithoutErrors() {
    List<Problem> harmless =
        List.of(
            Problem.warning(JOB_FAILED, Origin.NOWHERE, ""),
            Problem.note(JOB_UNMATCHED, Origin.NOWHERE, ""));

    assertThat(Conclusion.of(List.of(), true)).isEqualTo(Conclusion.PASSED);
    assertThat(Conclusion.of(harmless, true)).isEqualTo(Conclusion.PASSED);
    assertThat(Conclusion.of(harmless, false)).isEqualTo(Conclusion.MISSED);
  }

  @Test
  void isThatOfTheGravestErrorInAnyOrder() {
    List<ProblemType> byGravity =
        List.of(SUMMARY_UNWRITABLE, JOB_FAILED, JOB_UNFINISHED, PAYLOAD_CORRUPT, COVERAGE_MISSING);
    List<Conclusion> conclusions =
        List.of(
            Conclusion.FAILED,
            Conclusion.JOB_FAILED,
            Conclusion.UNAVAILABLE,
            Conclusion.UNREADABLE,
            Conclusion.INCOMPLETE);

    for (int i = 0; i < byGravity.size(); i++) {
      List<Problem> problems =
          new ArrayList<>(
              byGravity.subList(i, byGravity.size()).stream().map(ConclusionTest::error).toList());
      assertThat(Conclusion.of(problems, true)).isEqualTo(conclusions.get(i));
      Collections.reverse(problems);
      assertThat(Conclusion.of(problems, false)).isEqualTo(conclusions.get(i));
    }
  }

  @Test
  void isNoneForWrongUsage() {
    assertThatThrownBy(() -> Conclusion.of(List.of(error(JOB_UNMATCHED)), true))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void isAVerdictOnCoverageOnlyWhenThresholdsDecided() {
    assertThat(Conclusion.values())
        .filteredOn(Conclusion::isVerdict)
        .containsExactly(Conclusion.PASSED, Conclusion.MISSED);
  }
}
