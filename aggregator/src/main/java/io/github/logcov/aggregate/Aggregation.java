package io.github.logcov.aggregate;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.Requirement;
import io.github.logcov.format.Report;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.log.Job;
import io.github.logcov.log.JobNumber;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import io.github.logcov.payload.Payload;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.verdict.ThresholdResult;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The whole flow behind the logs: read the reports that each job delivered, place their files,
 * unite them, judge the union. Deliveries may be added by several threads in any order; the outcome
 * is the same.
 */
public final class Aggregation {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> problem.origin().job(), JobNumber.ORDER)
          .thenComparing(problem -> problem.origin().payload())
          .thenComparing(problem -> problem.origin().place(), JobNumber.ORDER)
          .thenComparing(Problem::severity)
          .thenComparing(problem -> problem.type().slug())
          .thenComparing(Problem::message);

  private final PayloadReader reader;
  private final ReportPlacer placer;
  private final Rules rules;

  private final CoverageUnion union;
  private final Map<String, CoverageUnion> unionByFlag = new ConcurrentHashMap<>();
  private final Map<String, JobReports> jobs = new ConcurrentHashMap<>();

  /** Which bound the union passed; null as long as it passed none. */
  private final AtomicReference<@Nullable String> overflow = new AtomicReference<>();

  /** What of a job could be read, and what was wrong. */
  private record JobReports(
      Job job, Requirement requirement, List<PayloadOutcome> payloads, List<Problem> problems) {}

  /**
   * An aggregation with nothing in it yet.
   *
   * @param formats the formats that are read
   * @param placer from paths in reports to repository paths
   * @param checkout whether it holds them against a checkout
   * @param rules how it is to be done
   */
  public Aggregation(ReportFormats formats, PathPlacer placer, boolean checkout, Rules rules) {
    this.reader = new PayloadReader(formats);
    this.placer = new ReportPlacer(placer, checkout, rules.scope());
    this.rules = rules;
    this.union = new CoverageUnion(rules.limits());
  }

  /** Reads and unites what one job delivered. */
  public void add(Delivery delivery) {
    List<PayloadOutcome> outcomes = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Payload payload : delivery.payloads()) {
      if (!payload.header().carried()) {
        Origin origin = Origin.ofJob(delivery.job().number()).withPayload(payload.header().path());
        Optional<PayloadReader.Reading> reading = reader.read(payload, origin, problems);
        if (reading.isPresent()) {
          outcomes.add(outcome(payload, reading.get().format()));
          unite(delivery, payload, reading.get().report(), problems);
        }
      }
    }
    problems.addAll(delivery.problems());
    if (!delivery.requirement().mustPass()) {
      problems.replaceAll(Problem::softened);
    }
    if (outcomes.isEmpty() && delivery.requirement().expectsReport()) {
      nothingDelivered(delivery, problems).ifPresent(problems::add);
    }
    jobs.put(
        delivery.job().number(),
        new JobReports(delivery.job(), delivery.requirement(), outcomes, problems));
  }

  private static PayloadOutcome outcome(Payload payload, String format) {
    return new PayloadOutcome(
        payload.header().path(),
        format,
        payload.header().flags(),
        payload.header().decodedBytes(),
        payload.header().sha256(),
        payload.repaired());
  }

  private void unite(
      Delivery delivery, Payload payload, Report report, List<Problem> problems) {
    Origin origin = Origin.ofJob(delivery.job().number()).withPayload(payload.header().path());
    for (Report.Warning warning : report.warnings()) {
      problems.add(
          Problem.warning(ProblemType.REPORT_ODD, origin.at(warning.place()), warning.text()));
    }
    List<String> flags = payload.header().flags();
    if (!rules.scope().takesFlags(flags)) {
      return;
    }
    Session session = new Session(origin.job());
    union.add(session);
    placer
        .place(
            report,
            payload.header().buildDir(),
            origin,
            delivery.requirement().mustPass(),
            (path, facts) -> unite(session, flags, path, facts))
        .ifPresent(problems::add);
  }

  private void unite(Session session, List<String> flags, SourcePath path, FileFacts facts) {
    if (overflow.get() != null) {
      return;
    }
    try {
      union.add(session, path, facts);
      flags.forEach(flag -> unionOf(flag).add(session, path, facts));
    } catch (LimitExceededException e) {
      overflow.compareAndSet(null, e.getMessage());
    }
  }

  private CoverageUnion unionOf(String flag) {
    return unionByFlag.computeIfAbsent(flag, name -> new CoverageUnion(rules.limits()));
  }

  /** A job without a report, unless something graver says why already. */
  private static Optional<Problem> nothingDelivered(Delivery delivery, List<Problem> problems) {
    boolean explained = problems.stream().anyMatch(problem -> problem.severity() != Severity.NOTE);
    if (explained) {
      return Optional.empty();
    }
    String found =
        delivery.payloads().isEmpty()
            ? "has no report in its log"
            : "carried files along, but no report";
    String ended = delivery.termination().map(text -> "; the log ends with: " + text).orElse("");
    Problem problem =
        Problem.error(
            ProblemType.COVERAGE_MISSING,
            Origin.ofJob(delivery.job().number()),
            found
                + ended
                + "; print one there (sh logcov-emit.sh coverage.xml), or say that the job measures"
                + " nothing with --no-coverage-job '"
                + delivery.job().number()
                + "'");
    return Optional.of(
        delivery.requirement() == Requirement.NOTHING ? problem.softened() : problem);
  }

  /**
   * Judges the union of everything added.
   *
   * @param build what is known of the build
   * @param thresholds to be met; none passes
   * @param others problems from elsewhere, such as notes about the choice of jobs
   */
  public Outcome judge(Optional<BuildInfo> build, Thresholds thresholds, List<Problem> others) {
    // Which report passed the bound depends on the order of threads, and so would what is left.
    Coverage whole =
        (overflow.get() == null ? union : new CoverageUnion(rules.limits())).toCoverage();
    Coverage coverage = rules.ignoreVariantOnly() ? whole.withoutVariantOnly() : whole;
    List<Problem> problems = new ArrayList<>(others);
    problems.addAll(VariantNotes.of(whole, rules.ignoreVariantOnly()));
    jobs.values().forEach(job -> problems.addAll(job.problems()));
    problems.addAll(placer.problems());
    int passedOver = rules.keepGoing() ? tolerate(problems) : 0;
    problems.addAll(
        overflow.get() == null ? emptiness(coverage, thresholds) : overflowed(overflow.get()));
    problems.sort(BY_PLACE);
    List<ThresholdResult> results = thresholds.check(coverage);
    return new Outcome(
        build,
        coverage,
        coverage.totals(),
        totalsByFlag(),
        results,
        jobOutcomes(coverage),
        List.copyOf(problems),
        Conclusion.of(problems, results.stream().allMatch(ThresholdResult::met)),
        rules.keepGoing(),
        passedOver);
  }

  /** Turns what is missing or unreadable into warnings, and counts it. */
  private static int tolerate(List<Problem> problems) {
    int count = 0;
    for (int i = 0; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      ProblemKind kind = problem.type().kind();
      if (problem.severity() == Severity.ERROR
          && (kind == ProblemKind.INCOMPLETE || kind == ProblemKind.UNREADABLE)) {
        problems.set(i, problem.softened());
        count++;
      }
    }
    return count;
  }

  private static List<Problem> overflowed(String message) {
    return List.of(
        Problem.error(
            ProblemType.LIMIT_EXCEEDED,
            Origin.NOWHERE,
            "the union of all reports: " + message + "; nothing of it is shown"));
  }

  /** What no option passes over: nothing at all to judge. */
  private static List<Problem> emptiness(Coverage coverage, Thresholds thresholds) {
    List<Problem> problems = new ArrayList<>();
    if (coverage.totals().line().total() == 0) {
      problems.add(
          Problem.error(
              ProblemType.COVERAGE_EMPTY,
              Origin.NOWHERE,
              "there is no coverage at all: not one line in what the jobs delivered and --flag,"
                  + " --include and --exclude leave"));
    } else if (thresholds.needBranches() && !coverage.hasBranches()) {
      problems.add(
          Problem.error(
              ProblemType.BRANCHES_NOT_MEASURED,
              Origin.NOWHERE,
              "--min-branch is given, but no report measures branches; measure them (coverage run"
                  + " --branch, lcov --rc lcov_branch_coverage=1), or drop the threshold"));
    }
    return problems;
  }

  private SortedMap<String, Totals> totalsByFlag() {
    SortedMap<String, Totals> totals = new TreeMap<>();
    if (overflow.get() != null) {
      return totals;
    }
    unionByFlag.forEach((flag, flagged) -> totals.put(flag, flagged.toCoverage().totals()));
    return totals;
  }

  private List<JobOutcome> jobOutcomes(Coverage coverage) {
    Map<Session, Long> onlyHere = coverage.onlyHere();
    return jobs.values().stream()
        .sorted(
            Comparator.comparing((JobReports reports) -> reports.job().number(), JobNumber.ORDER))
        .map(
            reports -> {
              Session session = new Session(reports.job().number());
              Ratio own = coverage.linesOf(session);
              return new JobOutcome(
                  reports.job(),
                  reports.requirement(),
                  List.copyOf(reports.payloads()),
                  own,
                  onlyHere.getOrDefault(session, 0L));
            })
        .toList();
  }
}
