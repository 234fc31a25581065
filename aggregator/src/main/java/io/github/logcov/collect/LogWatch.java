package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LogAbsentException;
import io.github.logcov.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
  private final Rereads rereads;
  private final Backoff backoff = new Backoff();

  private Duration due;
  private boolean asking;
  private boolean lastRead;
  private boolean tried;
  private boolean lastCall;
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
    this.rereads = new Rereads(limits.poll(), once ? now : now.plus(limits.settle()));
    this.due = now;
  }

  /**
   * When to read next; empty while that is under way, and when there is nothing to read any more.
   */
  Optional<Duration> due() {
    boolean over = settled || !wanted || lastCall && tried;
    return asking || over ? Optional.empty() : Optional.of(due);
  }

  /** From now on one answer is enough, whatever it is; a log that had one is not read again. */
  void lastCall() {
    lastCall = true;
  }

  boolean isLastCall() {
    return lastCall;
  }

  /** Whether a read is under way. */
  boolean isAsking() {
    return asking;
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
    // How long a last call waits for its turn must not decide what is missing.
    lastRead = once || (lastCall ? limits.settle().isZero() : rereads.isLast(now));
  }

  /** The log was read to its end. */
  void found(LogFindings now, Duration time) {
    answered();
    settled = lastRead || settles(now);
    found.ifPresent(LogFindings::drop);
    found = Optional.of(now);
    due = rereads.after(time);
  }

  /** There is no log, or not yet. */
  void absent(LogAbsentException e, Duration time) {
    answered();
    settled =
        lastRead || e.lasting() || !requirement.expectsReport() || JobStates.neverStarted(job);
    found.ifPresent(LogFindings::drop);
    found = Optional.empty();
    absent = Optional.of(e);
    due = rereads.after(time);
  }

  /** There was no answer; the next attempt is due then. */
  void failed(String why, Duration next) {
    asking = false;
    tried = true;
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
    tried = true;
    fault = Optional.empty();
    absent = Optional.empty();
    backoff.reset();
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

  /** Whether anything is known of the log. */
  boolean isTried() {
    return tried;
  }

  /** Whether it cannot be had. */
  boolean isRefused() {
    return refusal.isPresent();
  }

  /** Whether the log has ended and holds no payload. */
  boolean isClosedAndEmpty() {
    return found.filter(log -> log.isEmpty() && log.isClosed()).isPresent();
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
    // That a job failed says by itself why there is no report.
    boolean failed = !once && requirement.mustPass() && JobStates.endedBadly(job);
    if (settled && refusal.isEmpty() && requirement.expectsReport() && !failed) {
      new MissingReport(job, requirement, limits.settle(), once)
          .of(absent, found)
          .ifPresent(problems::add);
    }
    return delivery(log -> log.delivery(job, requirement, problems), problems);
  }

  /** The same where more of the log could come: nothing is said of what that could mend. */
  Delivery deliverySoFar(List<Problem> others) {
    wanted = false;
    return delivery(log -> log.deliverySoFar(job, requirement, others), others);
  }

  private Delivery delivery(Function<LogFindings, Delivery> of, List<Problem> problems) {
    Optional<LogFindings> last = found;
    found = Optional.empty();
    return last.map(of).orElseGet(() -> LogFindings.nothing(job, requirement, problems));
  }

  /** Gives up what was read; answers still to come do not matter. */
  void drop() {
    wanted = false;
    found.ifPresent(LogFindings::drop);
    found = Optional.empty();
  }
}
