package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows the log of one job that is over, until it is complete or nothing more is to be expected.
 * The state of a Travis job is final before its log is: the last text comes a moment later, and
 * parts of it may come out of order.
 */
final class LogWatch {
  private final Job job;
  private final Requirement requirement;
  private final WaitLimits limits;
  private final boolean once;
  private final Duration settleEnd;
  private final Backoff backoff = new Backoff();

  private Duration due;
  private Duration asked = Duration.ZERO;
  private boolean asking;
  private boolean wanted = true;
  private boolean settled;

  /** What the last answer was: at most one of these is there. */
  private Optional<LogFindings> found = Optional.empty();

  private Optional<LogAbsentException> absent = Optional.empty();
  private Optional<Problem> refusal = Optional.empty();

  /** Why there was no answer since; empty when there was. */
  private Optional<String> fault = Optional.empty();

  /**
   * A watch that begins now.
   *
   * @param once whether the log is read as it stands, and no second time
   */
  LogWatch(Job job, Requirement requirement, WaitLimits limits, boolean once, Duration now) {
    this.job = job;
    this.requirement = requirement;
    this.limits = limits;
    this.once = once;
    this.settleEnd = once ? now : now.plus(limits.settle());
    this.due = now;
  }

  /**
   * When to read next; empty while that is under way, and when there is nothing to read any more.
   */
  Optional<Duration> due() {
    return asking || settled || !wanted ? Optional.empty() : Optional.of(due);
  }

  /** Whether nothing more is to be expected of the log. */
  boolean isSettled() {
    return settled;
  }

  /** Whether answers still matter. */
  boolean isWanted() {
    return wanted;
  }

  Backoff backoff() {
    return backoff;
  }

  /** A read starts now. */
  void asked(Duration now) {
    asking = true;
    asked = now;
  }

  /** The log was read to its end. */
  void found(LogFindings now, Duration time) {
    answered();
    settled = isLastRead() || settles(now);
    found.ifPresent(LogFindings::drop);
    found = Optional.of(now);
    later(time);
  }

  /** There is no log, or not yet. */
  void absent(LogAbsentException e, Duration time) {
    answered();
    settled =
        isLastRead() || e.lasting() || !requirement.expectsReport() || JobStates.neverStarted(job);
    found.ifPresent(LogFindings::drop);
    found = Optional.empty();
    absent = Optional.of(e);
    later(time);
  }

  /** There was no answer; the next attempt is due then. */
  void failed(String why, Duration next) {
    asking = false;
    fault = Optional.of(why);
    due = next;
  }

  /** There never will be an answer. What was read before stays. */
  void refused(Problem problem) {
    answered();
    refusal = Optional.of(requirement.mustPass() ? problem : problem.softened());
    settled = true;
  }

  private void answered() {
    asking = false;
    fault = Optional.empty();
    absent = Optional.empty();
    backoff.reset();
  }

  /** Whether the read that was answered began when the time to settle was over. */
  private boolean isLastRead() {
    return asked.compareTo(settleEnd) >= 0;
  }

  private boolean settles(LogFindings now) {
    if (now.isOpen()) {
      return false;
    }
    if (now.isHopeless()) {
      return true;
    }
    if (now.isEmpty()) {
      // Parts come out of order, so the last line alone proves little.
      return !requirement.expectsReport()
          || now.isClosed() && found.filter(LogFindings::isClosed).isPresent();
    }
    // Without the last line the log may go on, and another payload with it.
    return now.isClosed() || found.filter(now::isLike).isPresent();
  }

  /** A poll later, but the last read is not later than it must be. */
  private void later(Duration time) {
    Duration next = time.plus(limits.poll());
    Duration last = time.compareTo(settleEnd) > 0 ? time : settleEnd;
    due = next.compareTo(last) < 0 ? next : last;
  }

  /** What is known of the log, as said of a job that is waited for. */
  String standing() {
    if (fault.isPresent()) {
      return "its log cannot be read: " + fault.get();
    }
    return refusal
        .map(Problem::message)
        .or(() -> absent.map(e -> "its log " + e.getMessage()))
        .or(() -> found.map(LogFindings::inShort))
        .orElse("its log is not read yet");
  }

  /** Whether whole payloads are there and nothing is missing in what is there. */
  boolean isPresentable() {
    return found.filter(log -> !log.isEmpty() && !log.isOpen()).isPresent();
  }

  /**
   * What the job delivered; only now is this done with.
   *
   * @param others what is to be said besides
   */
  Delivery delivery(List<Problem> others) {
    wanted = false;
    List<Problem> problems = new ArrayList<>(others);
    refusal.ifPresent(problems::add);
    if (settled && refusal.isEmpty() && requirement.expectsReport()) {
      missing().ifPresent(problems::add);
    }
    Delivery delivery =
        found
            .map(log -> log.delivery(job, requirement, problems))
            .orElseGet(() -> LogFindings.nothing(job, requirement, problems));
    found = Optional.empty();
    return delivery;
  }

  /** Gives up what was read; answers still to come do not matter. */
  void drop() {
    wanted = false;
    found.ifPresent(LogFindings::drop);
    found = Optional.empty();
  }

  /** Why there is no report, where the log itself does not tell. */
  private Optional<Problem> missing() {
    if (absent.isPresent()) {
      return Optional.of(missing("its log " + absent.get().getMessage() + afterwards()));
    }
    if (once || found.filter(log -> log.isEmpty() && !log.isClosed()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        missing(
            "has no report in its log, which has no last line of Travis either" + afterwards()));
  }

  private String afterwards() {
    if (once) {
      return "";
    }
    if (JobStates.neverStarted(job)) {
      return ", since the job was canceled before it started";
    }
    if (absent.filter(LogAbsentException::lasting).isPresent()) {
      return "; restart the job";
    }
    return " %s after the job was done; restart the job, or give its log longer with --settle"
        .formatted(Span.of(limits.settle()));
  }

  private Problem missing(String message) {
    Problem problem =
        Problem.error(ProblemType.COVERAGE_MISSING, Origin.ofJob(job.number()), message);
    if (once) {
      return Problem.note(problem.type(), problem.origin(), message);
    }
    return requirement.mustPass() ? problem : problem.softened();
  }
}
