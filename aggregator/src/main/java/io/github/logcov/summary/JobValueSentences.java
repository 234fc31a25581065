package io.github.logcov.summary;

import io.github.logcov.collect.Span;
import io.github.logcov.jobvalue.CheapestJobs;
import io.github.logcov.jobvalue.JobShare;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.log.Job;
import java.time.Duration;
import java.util.List;

/** What jobs are worth, in sentences for whoever shows it. */
public final class JobValueSentences {
  private final JobValue value;
  private final JobNumbers numbers;

  /** Sentences of one value. */
  public JobValueSentences(JobValue value) {
    this.value = value;
    this.numbers = new JobNumbers(numbers(value.jobs().stream().map(JobShare::job).toList()));
  }

  /** Which jobs would do, and what that costs. */
  public String cheapest() {
    CheapestJobs cheapest = value.cheapest();
    String all = lines(value.union().covered());
    if (cheapest.kept().isEmpty()) {
      return "no line is covered, so no job is needed to keep that";
    }
    if (cheapest.spare().isEmpty()) {
      return cheapest.kept().size() == 1
          ? "the only job is needed to keep the %s".formatted(all)
          : "all %s are needed to keep the %s".formatted(jobs(cheapest.kept().size()), all);
    }
    String cost =
        cheapest.byDuration()
            ? "%s of %s".formatted(span(cheapest.cost()), span(cheapest.costOfAll()))
            : "%s of %s, each counted as 1: not all durations are known"
                .formatted(cheapest.cost(), jobs(cheapest.costOfAll()));
    return "the cheapest jobs that keep the %s: %s (%s); %s. Branches may be fewer: which job took which is not known."
        .formatted(
            all,
            numbers.of(numbers(cheapest.kept())),
            cost,
            cheapest.proven()
                ? "proven, no choice is cheaper"
                : "found greedily, a cheaper choice may exist");
  }

  /** Which jobs add nothing. */
  public String spare() {
    List<Job> nothing =
        value.jobs().stream().filter(JobShare::addsNothing).map(JobShare::job).toList();
    if (nothing.isEmpty()) {
      return "every job runs lines that no other one runs";
    }
    List<Job> both = nothing.stream().filter(value.cheapest().spare()::contains).toList();
    String each =
        nothing.size() == 1
            ? "runs no line that no other job runs: "
            : "run no line that no other job runs: ";
    return each
        + JobNumbers.list(numbers(nothing))
        + (both.isEmpty() || both.size() == nothing.size()
            ? ""
            : "; of these only %s can go together".formatted(JobNumbers.list(numbers(both))));
  }

  /** How many lines one job alone ran. */
  public String alone() {
    return "covered by one job alone: " + ofUnion(value.aloneLines());
  }

  /** How many lines only jobs ran that need not pass. */
  public String optional() {
    return "covered only by jobs that need not pass: " + ofUnion(value.optionalLines());
  }

  /** Numbers of jobs, shortened. */
  public String jobs(List<Job> jobs) {
    return numbers.of(numbers(jobs));
  }

  private static List<String> numbers(List<Job> jobs) {
    return jobs.stream().map(Job::number).toList();
  }

  private String ofUnion(long lines) {
    return "%d of %s".formatted(lines, lines(value.union().covered()));
  }

  private static String lines(long covered) {
    return covered == 1 ? "1 covered line" : covered + " covered lines";
  }

  private static String jobs(long count) {
    return count == 1 ? "1 job" : count + " jobs";
  }

  private static String span(long seconds) {
    return Span.of(Duration.ofSeconds(seconds));
  }
}
