package io.github.logcov.jobvalue;

import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What each job is worth to the coverage of lines. Lines are those that count in the union and are
 * known by name.
 *
 * @param union lines of the union
 * @param jobs those that delivered a report, in job order
 * @param cheapest the jobs that would do
 * @param alone covered lines that one job alone ran, by file, then by job
 * @param optional covered lines that only jobs ran of which nothing is required ({@code
 *     allow_failure}, {@code --optional-job}), by file; they may be among {@code alone} too
 */
public record JobValue(
    Ratio union,
    List<JobShare> jobs,
    CheapestJobs cheapest,
    List<FragileLines> alone,
    List<FragileLines> optional) {

  /** About a second, when it is needed. */
  private static final long MOST_STEPS = 2_000_000;

  /** Longer ones are no durations but a clock that is wrong. */
  private static final Duration LONGEST = Duration.ofDays(365);

  /** Copies the lists. */
  public JobValue {
    jobs = List.copyOf(jobs);
    alone = List.copyOf(alone);
    optional = List.copyOf(optional);
  }

  /**
   * Finds out; takes about as long as the outcome took, and up to a second for the cheapest set.
   */
  public static JobValue of(Outcome outcome) {
    return of(outcome, MOST_STEPS);
  }

  static JobValue of(Outcome outcome, long mostSteps) {
    List<JobOutcome> jobs =
        outcome.jobs().stream().filter(job -> !job.payloads().isEmpty()).toList();
    BitSet optional = new BitSet();
    IntStream.range(0, jobs.size())
        .filter(job -> !jobs.get(job).requirement().mustPass())
        .forEach(optional::set);
    LineSets sets =
        new LineSets(
            outcome.coverage(),
            jobs.stream().map(job -> new Session(job.job().number())).toList(),
            ran -> ran.cardinality() == 1 || isWithin(ran, optional));
    return new JobValue(
        outcome.totals().line(),
        shares(outcome.totals().line(), jobs, sets),
        cheapest(jobs, sets, mostSteps),
        fragile(jobs, sets, ran -> ran.cardinality() == 1),
        fragile(jobs, sets, ran -> isWithin(ran, optional)));
  }

  /** The number of lines that one job alone ran. */
  public long aloneLines() {
    return lines(alone);
  }

  /** The number of lines that only jobs ran of which nothing is required. */
  public long optionalLines() {
    return lines(optional);
  }

  private static long lines(List<FragileLines> of) {
    return of.stream().mapToLong(fragile -> fragile.lines().length).sum();
  }

  private static boolean isWithin(BitSet ran, BitSet optional) {
    return !ran.isEmpty() && CoverProblem.minus(ran, optional).isEmpty();
  }

  private static List<JobShare> shares(Ratio union, List<JobOutcome> jobs, LineSets sets) {
    long[] onlyRan = new long[jobs.size()];
    long[] uncovered = new long[jobs.size()];
    long[] unlisted = new long[jobs.size()];
    sets.forEach(
        (ran, listed, count) -> {
          int runner = ran.cardinality() == 1 ? ran.nextSetBit(0) : -1;
          int lister = listed.cardinality() == 1 ? listed.nextSetBit(0) : -1;
          if (runner >= 0) {
            onlyRan[runner] += count;
            uncovered[runner] += count;
          }
          if (lister >= 0) {
            unlisted[lister] += count;
            // What others ran there is no statement any more.
            uncovered[lister] += ran.isEmpty() || lister == runner ? 0 : count;
          }
        });
    return IntStream.range(0, jobs.size())
        .mapToObj(
            job ->
                new JobShare(
                    jobs.get(job).job(),
                    !jobs.get(job).requirement().mustPass(),
                    duration(jobs.get(job).job().times()),
                    jobs.get(job).line(),
                    onlyRan[job],
                    new Ratio(union.covered() - uncovered[job], union.total() - unlisted[job])))
        .toList();
  }

  private static CheapestJobs cheapest(List<JobOutcome> jobs, LineSets sets, long mostSteps) {
    List<Optional<Duration>> durations =
        jobs.stream().map(job -> duration(job.job().times())).toList();
    boolean byDuration = durations.stream().allMatch(Optional::isPresent);
    long[] costs =
        durations.stream()
            .mapToLong(duration -> byDuration ? duration.orElseThrow().toSeconds() : 1)
            .toArray();
    JobCover cover = JobCover.of(sets.problem(costs), mostSteps);
    return new CheapestJobs(
        chosen(jobs, cover.jobs()::get),
        chosen(jobs, job -> !cover.jobs().get(job)),
        byDuration,
        CoverProblem.sum(costs, cover.jobs()),
        Arrays.stream(costs).sum(),
        cover.proven());
  }

  private static List<Job> chosen(List<JobOutcome> jobs, IntPredicate wanted) {
    return IntStream.range(0, jobs.size())
        .filter(wanted)
        .mapToObj(job -> jobs.get(job).job())
        .toList();
  }

  private static List<FragileLines> fragile(
      List<JobOutcome> jobs, LineSets sets, Predicate<BitSet> wanted) {
    return sets.selected().stream()
        .filter(selected -> wanted.test(selected.ran()))
        .sorted(
            Comparator.comparing(LineSets.Selected::path)
                .thenComparing(selected -> selected.ran().nextSetBit(0))
                .thenComparing(selected -> selected.ran().cardinality())
                .thenComparing(selected -> selected.lines()[0]))
        .map(
            selected ->
                new FragileLines(
                    selected.path(), chosen(jobs, selected.ran()::get), selected.lines()))
        .toList();
  }

  /** How long it ran; empty where that is not known, or makes no sense. */
  private static Optional<Duration> duration(JobTimes times) {
    if (times.started().isEmpty() || times.finished().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Duration.between(times.started().get(), times.finished().get()))
          .filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0);
    } catch (ArithmeticException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
