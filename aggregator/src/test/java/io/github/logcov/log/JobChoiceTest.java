package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobChoiceTest {

  private static final List<Job> JOBS =
      List.of(
          job("412.1", "Test", "linux/py3"),
          job("412.2", "Test", "macos/py3"),
          job("412.10", "Lint", "flake8"));

  @Test
  void takesAllWhenNothingIsChosen() {
    JobChoice.Chosen chosen = JobChoice.ALL.from(JOBS);

    assertThat(numbers(chosen)).containsExactly("412.1", "412.2", "412.10");
    assertThat(chosen.problems()).isEmpty();
  }

  @Test
  void matchesNumbersAndNamesWhole() {
    assertThat(numbers(choice("412.1", "", ""))).containsExactly("412.1");
    assertThat(numbers(choice("*/py3", "", ""))).containsExactly("412.1", "412.2");
    assertThat(numbers(choice("flake8|412.1", "", ""))).containsExactly("412.1", "412.10");
  }

  @Test
  void matchesStagesRegardlessOfCase() {
    assertThat(numbers(choice("", "lint", ""))).containsExactly("412.10");
    assertThat(numbers(choice("", "TEST", ""))).containsExactly("412.1", "412.2");
  }

  @Test
  void narrowsByEachOptionGiven() {
    JobChoice.Chosen chosen = choice("412.*", "test", "macos*");

    assertThat(numbers(chosen)).containsExactly("412.1");
    assertThat(chosen.problems()).isEmpty();
  }

  @Test
  void refusesAJobThatIsNotThere() {
    assertThat(choice("412.3", "", "").problems())
        .extracting(Problem::toString)
        .containsExactly(
            "Problem[type=JOB_UNMATCHED, severity=ERROR, origin=, message=--job 412.3 matches no"
                + " job: it must match a whole number or name, and there are 3 jobs: 412.1"
                + " (linux/py3), 412.2 (macos/py3), 412.10 (flake8)]");
  }

  @Test
  void refusesAStageThatIsNotThere() {
    assertThat(choice("", "deploy", "").problems())
        .extracting(Problem::message)
        .containsExactly(
            "--stage deploy matches no job: it must match a whole stage, and there are 2 stages:"
                + " Test, Lint");
  }

  @Test
  void notesASkipThatMatchesNothing() {
    JobChoice.Chosen chosen = choice("", "", "windows*");

    assertThat(numbers(chosen)).hasSize(3);
    assertThat(chosen.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "Problem[type=JOB_UNMATCHED, severity=NOTE, origin=, message=--skip-job windows* names"
                + " none of the 3 jobs]");
  }

  @Test
  void refusesWhenNothingIsLeft() {
    assertThat(choice("", "", "*").problems())
        .extracting(Problem::message)
        .containsExactly(
            "no job is left: --job, --stage and --skip-job together leave out all 3 jobs; choose"
                + " fewer to leave out");
  }

  @Test
  void speaksOfOneJobAsOne() {
    List<Job> one = JOBS.subList(0, 1);
    List<JobPattern> other = List.of(JobPattern.of("x"));
    List<JobPattern> every = List.of(JobPattern.of("*"));

    assertThat(new JobChoice(other, List.of("x"), other).from(one).problems())
        .extracting(Problem::message)
        .containsExactly(
            "--job x matches no job: it must match a whole number or name, and there is 1 job:"
                + " 412.1 (linux/py3)",
            "--stage x matches no job: it must match a whole stage, and there is 1 stage: Test",
            "--skip-job x names not the only job");
    assertThat(new JobChoice(List.of(), List.of(), every).from(one).problems())
        .extracting(Problem::message)
        .containsExactly(
            "no job is left: --job, --stage and --skip-job together leave out the only job; choose"
                + " fewer to leave out");
  }

  private static JobChoice.Chosen choice(String jobs, String stages, String skipped) {
    return new JobChoice(patterns(jobs), split(stages), patterns(skipped)).from(JOBS);
  }

  private static List<JobPattern> patterns(String text) {
    return split(text).stream().map(JobPattern::of).toList();
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
  }

  private static List<String> numbers(JobChoice.Chosen chosen) {
    return chosen.jobs().stream().map(Job::number).toList();
  }

  private static Job job(String number, String stage, String name) {
    return new Job(
        Optional.empty(),
        number,
        Optional.of(name),
        Optional.of(stage),
        Optional.empty(),
        false,
        Optional.empty(),
        JobTimes.UNKNOWN);
  }
}
