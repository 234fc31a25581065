package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a watch ends before every job is done with.
 *
 * @param since completes "not looked at any more, since ..."
 * @param kind what it is for
 * @param problems that belong to no single job
 */
record Stop(String since, Kind kind, List<Problem> problems) {
  private static final int SHOWN = 5;

  /** What ends a watch. */
  enum Kind {
    JOB_FAILED,
    LOG_REFUSED,
    LIST_REFUSED,
    /** Want of time: a job that owes nothing is left out with a warning. */
    TIME_UP
  }

  /** A job that must pass did not. */
  static Stop failed(Job job) {
    return new Stop(
        "job %s %s".formatted(job.number(), JobStates.verb(job)), Kind.JOB_FAILED, List.of());
  }

  /** The log of a job cannot be had; the problem is in that job's delivery. */
  static Stop logRefused(Job job) {
    return new Stop(
        "the log of job %s cannot be had".formatted(job.number()), Kind.LOG_REFUSED, List.of());
  }

  /** The jobs cannot be listed. */
  static Stop listRefused(Problem problem) {
    return new Stop("the jobs of the build cannot be listed", Kind.LIST_REFUSED, List.of(problem));
  }

  /**
   * The server wants to be left alone for longer than there is time.
   *
   * @param problem what is reported when a job that must pass is open
   */
  static Stop tooLong(Duration timeout, Problem problem, List<JobWatch> open) {
    return new Stop(
        "Travis wants no more requests in the time that is left (--wait-timeout %s)"
            .formatted(Span.of(timeout)),
        Kind.TIME_UP,
        mustPass(open).isEmpty() ? List.of() : List.of(problem));
  }

  /**
   * The time is over.
   *
   * @param listFault why the jobs could not be listed at last
   */
  static Stop timeUp(Duration timeout, List<JobWatch> open, Optional<String> listFault) {
    String since = "the time was up (--wait-timeout %s)".formatted(Span.of(timeout));
    List<JobWatch> required = mustPass(open);
    if (required.isEmpty()) {
      return new Stop(since, Kind.TIME_UP, List.of());
    }
    String message =
        "%s are over (--wait-timeout), and still open: %s%s; look at what keeps them, or wait longer"
            .formatted(
                Span.of(timeout),
                list(required),
                listFault.map(fault -> "; the jobs could not be listed: " + fault).orElse(""));
    return new Stop(
        since,
        Kind.TIME_UP,
        List.of(Problem.error(ProblemType.WAIT_TIMEOUT, Origin.NOWHERE, message)));
  }

  private static List<JobWatch> mustPass(List<JobWatch> open) {
    return open.stream().filter(watch -> watch.requirement().mustPass()).toList();
  }

  private static String list(List<JobWatch> open) {
    String first =
        open.stream()
            .limit(SHOWN)
            .map(watch -> "%s (%s)".formatted(watch.job().number(), watch.standing()))
            .collect(Collectors.joining(", "));
    return first + (open.size() > SHOWN ? " and " + (open.size() - SHOWN) + " more" : "");
  }

  /** Whether the logs of the jobs that are over are read once before the end. */
  boolean readsWhatIsThere() {
    return kind == Kind.JOB_FAILED || kind == Kind.LOG_REFUSED;
  }

  /** What a job delivers that is not done with. */
  Delivery delivery(JobWatch watch, boolean stateOnly) {
    Job job = watch.job();
    List<Problem> problems = new ArrayList<>();
    if (JobStates.isFinal(job)) {
      JobStates.problem(job, watch.requirement()).ifPresent(problems::add);
    }
    if (!isExplained(watch, stateOnly)) {
      problems.add(left(watch));
    }
    return watch
        .log()
        .map(log -> kind == Kind.TIME_UP ? log.delivery(problems) : log.deliverySoFar(problems))
        .orElseGet(() -> LogFindings.nothing(job, watch.requirement(), problems));
  }

  /** Whether it needs no word that there may be more of the job. */
  private boolean isExplained(JobWatch watch, boolean stateOnly) {
    if (stateOnly) {
      return JobStates.isFinal(watch.job());
    }
    if (kind == Kind.TIME_UP) {
      return watch.hasFailed();
    }
    // A job that failed seldom comes to print its report.
    return watch
        .log()
        .filter(log -> log.isPresentable() || watch.hasFailed() && log.isClosedAndEmpty())
        .isPresent();
  }

  private Problem left(JobWatch watch) {
    Job job = watch.job();
    Origin origin = Origin.ofJob(job.number());
    if (kind != Kind.TIME_UP) {
      String found =
          watch.log().filter(LogWatch::isTried).map(log -> " (" + log.standing() + ")").orElse("");
      return Problem.note(
          ProblemType.JOB_UNREAD, origin, "not looked at any more, since " + since + found);
    }
    if (watch.requirement().mustPass()) {
      return Problem.note(ProblemType.JOB_UNREAD, origin, "not looked at any more, since " + since);
    }
    if (!JobStates.isFinal(job)) {
      return Problem.warning(
          ProblemType.JOB_UNFINISHED,
          origin,
          "is still %s, and is left out, since %s%s"
              .formatted(
                  JobStates.shown(job), since, job.url().map(url -> "; see " + url).orElse("")));
    }
    return Problem.warning(
        ProblemType.WAIT_TIMEOUT,
        origin,
        "%s, and more of it is not waited for, since %s"
            .formatted(watch.log().map(LogWatch::standing).orElse("its log is not read"), since));
  }
}
