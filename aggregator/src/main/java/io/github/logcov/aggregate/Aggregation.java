package io.github.logcov.aggregate;

import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.ProblemOrder;
import io.github.logcov.collect.Requirement;
import io.github.logcov.format.Report;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.payload.Payload;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemKind;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import io.github.logcov.source.OpenPath;
import io.github.logcov.source.PathPlacer;
import io.github.logcov.verdict.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole flow behind the logs: read the reports that each job delivered, place their files,
 * unite them, judge the union. Deliveries may be added by several threads in any order; the outcome
 * is the same.
 */
public final class Aggregation {
  private final PayloadReader reader;
  private final ReportPlacer placer;
  private final Rules rules;

  private final Unions unions;
  private final Map<String, JobReports> jobs = new ConcurrentHashMap<>();

  /**
   * An aggregation with nothing in it yet.
   *
   * @param formats the formats that are read
   * @param placer from paths in reports to repository paths
   * @param rules how it is to be done
   */
  public Aggregation(ReportFormats formats, PathPlacer placer, Rules rules) {
    this.reader = new PayloadReader(formats);
    this.placer = new ReportPlacer(placer, rules);
    this.rules = rules;
    this.unions = new Unions(rules);
  }

  /** Reads and unites what one job delivered. */
  public void add(Delivery delivery) {
    List<PayloadOutcome> outcomes = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    UnreadParts unread = new UnreadParts();
    ReadingOrder order = ReadingOrder.of(delivery.payloads(), reader);
    OwnDetail detail = new OwnDetail(order.full(), rules.limits());
    for (Payload payload : order.payloads()) {
      Origin origin = Origin.ofJob(delivery.job().number()).withPayload(payload.header().path());
      Optional<PayloadReader.Reading> reading = reader.read(payload, origin, problems);
      if (reading.isPresent()) {
        outcomes.add(outcome(payload, reading.get().format().name()));
        unite(delivery, payload, reading.get(), detail, problems);
        if (rules.scope().takesFlags(payload.header().flags())) {
          unread.add(origin, reading.get().format().name(), reading.get().report());
        }
      }
    }
    problems.addAll(unread.problems());
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
      Delivery delivery,
      Payload payload,
      PayloadReader.Reading reading,
      OwnDetail detail,
      List<Problem> problems) {
    Report report = reading.report();
    Origin origin = Origin.ofJob(delivery.job().number()).withPayload(payload.header().path());
    for (Report.Warning warning : report.warnings()) {
      problems.add(
          Problem.warning(ProblemType.REPORT_ODD, origin.at(warning.place()), warning.text()));
    }
    List<String> flags = payload.header().flags();
    if (!rules.scope().takesFlags(flags)) {
      // Where a file lies does not depend on the flags that somebody looks at.
      placer.addNames(report, payload.header().buildDir(), origin);
      return;
    }
    Session session = new Session(origin.job());
    unions.add(session);
    OwnDetail.Share share = detail.of(reading, flags);
    placer
        .place(
            report,
            payload.header().buildDir(),
            origin,
            delivery.requirement().mustPass(),
            new ReportPlacer.Taker() {
              @Override
              public void placed(String written, SourcePath path, FileFacts facts) {
                unions.add(session, flags, path, share.of(written, facts));
              }

              @Override
              public void held(String written, OpenPath open, FileFacts facts) {
                unions.hold(session, flags, open, share.of(written, facts));
              }
            })
        .ifPresent(problems::add);
  }

  /** A job without a report, unless something says why already. */
  private static Optional<Problem> nothingDelivered(Delivery delivery, List<Problem> problems) {
    boolean explained =
        problems.stream()
            .anyMatch(
                problem ->
                    problem.severity() != Severity.NOTE
                        || problem.type() == ProblemType.JOB_UNREAD);
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
                + "', or leave it out with --skip-job '"
                + delivery.job().number()
                + "'");
    return Optional.of(
        delivery.requirement() == Requirement.NOTHING ? problem.softened() : problem);
  }

  /**
   * What of everything added shows that the command line is wrong, in the order of jobs; where
   * there is any, nothing can be judged.
   */
  public List<Problem> misuse() {
    return jobs.values().stream()
        .flatMap(job -> job.problems().stream())
        .filter(problem -> problem.severity() == Severity.ERROR)
        .filter(problem -> problem.type().kind() == ProblemKind.USAGE)
        .sorted(ProblemOrder.BY_PLACE)
        .toList();
  }

  /**
   * Judges the union of everything added; to be asked once, when all is added.
   *
   * @param build what is known of the build
   * @param thresholds to be met; none passes
   * @param others problems from elsewhere, such as notes about the choice of jobs
   */
  public Outcome judge(Optional<BuildInfo> build, Thresholds thresholds, List<Problem> others) {
    List<Problem> all = new ArrayList<>(others);
    placer.release(unions);
    all.addAll(placer.problems());
    return new Judgement(rules, thresholds).of(build, unions, jobs.values(), all);
  }
}
