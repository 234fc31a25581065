package io.github.logcov.summary;

import static io.github.logcov.problem.ProblemType.COVERAGE_EMPTY;
import static io.github.logcov.problem.ProblemType.JOB_FAILED;
import static io.github.logcov.problem.ProblemType.JOB_UNMATCHED;
import static io.github.logcov.problem.ProblemType.REPORT_ODD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemListTest {
  private static List<String> lines(Problem... problems) {
    return new ProblemList(80).lines(List.of(problems));
  }

  private static Problem odd(String job, String place) {
    return Problem.warning(REPORT_ODD, Origin.ofJob(job).withPayload("a.info").at(place), "is odd");
  }

  @Test
  void isEmptyWithoutProblems() {
    assertThat(lines()).isEmpty();
  }

  @Test
  void putsTheGravestFirst() {
    assertThat(
            lines(
                Problem.note(JOB_UNMATCHED, Origin.NOWHERE, "third"),
                odd("8.1", "4"),
                Problem.error(COVERAGE_EMPTY, Origin.NOWHERE, "first")))
        .containsExactly(
            "error: first [coverage-empty]",
            "warning: job 8.1 > a.info:4: is odd [report-odd]",
            "note: third [job-unmatched]");
  }

  @Test
  void namesAllJobsOfOneMessage() {
    assertThat(
            lines(
                Problem.error(JOB_FAILED, Origin.ofJob("8.1"), "failed"),
                Problem.error(JOB_FAILED, Origin.ofJob("8.2"), "failed"),
                Problem.error(JOB_FAILED, Origin.ofJob("8.10"), "failed")))
        .containsExactly("error: jobs 8.1, 8.2 and 8.10: failed [job-failed]");
  }

  @Test
  void namesTheFirstOfManyPlacesAndTheJobs() {
    assertThat(lines(odd("8.1", "4"), odd("8.1", "5")))
        .containsExactly("warning: job 8.1 > a.info:4 (and 1 more): is odd [report-odd]");
    assertThat(lines(odd("8.1", "4"), odd("8.2", "4"), odd("8.3", "4")))
        .containsExactly(
            "warning: job 8.1 > a.info:4 (and 2 more, in jobs 8.1, 8.2 and 8.3): is odd",
            "  [report-odd]");
  }

  @Test
  void saysWhatIsSaidTwiceOnce() {
    assertThat(lines(odd("8.1", "4"), odd("8.1", "4")))
        .containsExactly("warning: job 8.1 > a.info:4: is odd [report-odd]");
  }

  @Test
  void cutsTheListOfVeryManyJobs() {
    Problem[] failed =
        IntStream.rangeClosed(1, 200)
            .mapToObj(job -> Problem.error(JOB_FAILED, Origin.ofJob("8." + job), "failed"))
            .toArray(Problem[]::new);

    assertThat(String.join("", lines(failed))).contains("8.19, 8.20 and 180 more: failed");
  }
}
