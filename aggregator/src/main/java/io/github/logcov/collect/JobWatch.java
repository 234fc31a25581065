package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import java.util.List;
import java.util.Optional;

/** One of the jobs that are watched, as it was seen last. */
final class JobWatch {
  /** What a new look at a job shows. */
  enum Change {
    NONE,
    STATE,
    /** It was over, and that end is no more: it runs anew, or has done so since. */
    RESTARTED
  }

  private final Requirement requirement;
  private Job job;
  private Optional<LogWatch> log = Optional.empty();
  private boolean done;

  JobWatch(Job job, Requirement requirement) {
    this.job = job;
    this.requirement = requirement;
  }

  /** Those that are not done with. */
  static List<JobWatch> open(List<JobWatch> watches) {
    return watches.stream().filter(watch -> !watch.isDone()).toList();
  }

  Job job() {
    return job;
  }

  Requirement requirement() {
    return requirement;
  }

  /** Its log; empty when nobody looks for it yet. */
  Optional<LogWatch> log() {
    return log;
  }

  /** Whether its delivery is made. */
  boolean isDone() {
    return done;
  }

  /** Whether it spoils the build. */
  boolean hasFailed() {
    return requirement.mustPass() && JobStates.endedBadly(job);
  }

  /** Whether its log, which must be had, cannot be had. */
  boolean isRefused() {
    return requirement.mustPass() && log.filter(LogWatch::isRefused).isPresent();
  }

  /** The job as it stands now. After a restart nothing of its log is kept. */
  Change see(Job now) {
    Job before = job;
    job = now;
    if (JobStates.isFinal(before) && isAnotherRun(before, now)) {
      log.ifPresent(LogWatch::drop);
      log = Optional.empty();
      done = false;
      return Change.RESTARTED;
    }
    return before.state().equals(now.state()) ? Change.NONE : Change.STATE;
  }

  /** Its end may be noted a moment after its state, but once noted it stays. */
  private static boolean isAnotherRun(Job before, Job now) {
    JobTimes then = before.times();
    return !before.state().equals(now.state())
        || !then.restarted().equals(now.times().restarted())
        || then.finished().isPresent() && !then.finished().equals(now.times().finished());
  }

  /** From now on its log is looked for. */
  void watch(LogWatch newLog) {
    log = Optional.of(newLog);
  }

  /** Its delivery is made. */
  void finish() {
    done = true;
  }

  /** Why it is not done with. */
  String standing() {
    String state = JobStates.shown(job);
    return log.map(watch -> state + ", but " + watch.standing()).orElse(state);
  }
}
