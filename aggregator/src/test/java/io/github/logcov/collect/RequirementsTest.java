package io.github.logcov.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobPattern;
import io.github.logcov.log.JobTimes;
import io.github.logcov.problem.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementsTest {
  private static final Requirements REQUIREMENTS =
      new Requirements(
          List.of(JobPattern.of("8.2"), JobPattern.of("nightly*"), JobPattern.of("8.4")),
          List.of(JobPattern.of("8.3"), JobPattern.of("8.4")));

  private static Job job(String number, String name, boolean allowFailure) {
    return new Job(
        Optional.empty(),
        number,
        Optional.of(name),
        Optional.empty(),
        Optional.empty(),
        allowFailure,
        Optional.empty(),
        JobTimes.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "8.1, py, false, REPORT",
    "8.1, nightly build, false, NOTHING",
    "8.1, py, true, NOTHING",
    "8.2, py, false, NOTHING",
    "8.20, py, false, REPORT",
    "8.3, lint, false, PASS",
    "8.3, lint, true, UNMEASURED",
    "8.4, docs, false, UNMEASURED",
  })
  void followFromTheJobAndThePatterns(
      String number, String name, boolean allowFailure, Requirement requirement) {
    assertThat(REQUIREMENTS.of(job(number, name, allowFailure))).isEqualTo(requirement);
  }

  @Test
  void noteEachPatternThatNamesNoJob() {
    List<Job> jobs = List.of(job("8.2", "py", false), job("8.3", "py", false));

    assertThat(REQUIREMENTS.unmatched(jobs))
        .extracting(Problem::message)
        .containsExactly(
            "--optional-job nightly* names none of the 2 jobs",
            "--optional-job 8.4 names none of the 2 jobs",
            "--no-coverage-job 8.4 names none of the 2 jobs");
  }
}
