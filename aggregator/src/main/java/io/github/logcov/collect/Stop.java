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
 * @param timeUp whether it is for want of time: then a job that owes nothing is left out with a
 *     warning
 * @param problems that belong to no single job
 */
record Stop(String since, boolean timeUp, List<Problem> problems) {
  private static final int SHOWN = 5;

  /** A job that must pass did not. */
  static Stop failed(Job job) {
    return new Stop("job %s %s".formatted(job.number(), JobStates.verb(job)), false, List.of());
  }

  /** The log of a job cannot be had; the problem is in that job's delivery. */
  static Stop logRefused(Job job) {
    return new Stop("the log of job %s cannot be had".formatted(job.number()), false, List.of());
  }

  /** The jobs cannot be listed. */
  static Stop listRefused(Problem problem) {
    return new Stop("the jobs of the build cannot be listed", false, List.of(problem));
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
        true,
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
      return new Stop(since, true, List.of());
    }
    String message =
        "%s are over (--wait-timeout), and still open: %s%s; look at what keeps them, or wait longer"
            .formatted(
                Span.of(timeout),
                list(required),
                listFault.map(fault -> "; the jobs could not be listed: " + fault).orElse(""));
    return new Stop(
        since, true, List.of(Problem.error(ProblemType.WAIT_TIMEOUT, Origin.NOWHERE, message)));
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

  /** What a job delivers that is not done with. */
  Delivery delivery(JobWatch watch, boolean stateOnly) {
    Job job = watch.job();
    List<Problem> problems = new ArrayList<>();
    if (JobStates.isFinal(job)) {
      JobStates.problem(job, watch.requirement()).ifPresent(problems::add);
    }
    boolean explained = watch.hasFailed() || stateOnly && JobStates.isFinal(job);
    Optional<LogWatch> log = watch.log();
    if (log.isPresent() && (timeUp || log.get().isPresentable())) {
      if (!explained && (timeUp || !log.get().isPresentable())) {
        problems.add(left(watch));
      }
      return log.get().delivery(problems);
    }
    log.ifPresent(LogWatch::drop);
    if (!explained) {
      problems.add(left(watch));
    }
    return LogFindings.nothing(job, watch.requirement(), problems);
  }

  private Problem left(JobWatch watch) {
    Job job = watch.job();
    Origin origin = Origin.ofJob(job.number());
    if (!timeUp || watch.requirement().mustPass()) {
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
