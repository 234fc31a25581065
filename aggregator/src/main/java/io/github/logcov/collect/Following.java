package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run of {@link Watch#follow}: the loop that sends requests when they are due. */
final class Following implements Listing.Reader, LogCalls.Reader {
  private final Watch.Means means;
  private final LiveBuild build;
  private final Pace pace;
  private final WaitLimits limits;
  private final Teller teller;
  private final Errands errands;
  private final Requests requests;
  private final Listing listing;
  private final Handover handover;
  private final Reading reading;
  private final List<JobWatch> watches;
  private final Turns turns;
  private Optional<Stop> stop = Optional.empty();

  Following(
      Watch.Means means,
      List<Job> chosen,
      Requirements requirements,
      Reading reading,
      JobReader reader,
      DeliverySink sink) {
    this.means = means;
    this.build = means.build();
    this.pace = means.pace();
    this.limits = means.limits();
    this.teller = means.teller();
    this.errands = means.errands();
    this.requests = means.requests();
    this.listing = means.listing();
    this.handover = new Handover(errands, sink);
    this.reading = reading;
    this.watches = chosen.stream().map(job -> new JobWatch(job, requirements.of(job))).toList();
    this.turns = new Turns(means, watches, new LogCalls(means, reader, this), handover);
  }

  Ending run() throws InterruptedException {
    try {
      teller.tell(listener -> listener.waitingFor(jobs()));
      judge();
      while (stop.isEmpty() && !isDone()) {
        if (pace.elapsed().compareTo(deadline()) >= 0) {
          stop = Optional.of(Stop.timeUp(limits.timeout(), open(), listing.fault()));
        } else {
          turns.take(deadline(), wantsLists() ? Optional.of(this) : Optional.empty());
        }
      }
      if (stop.filter(Stop::readsWhatIsThere).isPresent() && reading != Reading.NEVER) {
        new LastCall(means, watches, turns).run(deadline());
      }
      return conclude();
    } finally {
      end();
      handover.giveUp();
      errands.abandon();
      teller.tell(WatchListener::ended);
    }
  }

  /** No answer matters any more. */
  private void end() {
    listing.end();
    watches.forEach(watch -> watch.log().ifPresent(LogWatch::drop));
    build.close();
  }

  private Duration deadline() {
    return means.begin().plus(limits.timeout());
  }

  private boolean isDone() {
    return open().isEmpty() && handover.isIdle();
  }

  private List<JobWatch> open() {
    return JobWatch.open(watches);
  }

  private List<Job> jobs() {
    return watches.stream().map(JobWatch::job).toList();
  }

  private boolean wantsLists() {
    return reading != Reading.NOW && !open().isEmpty();
  }

  @Override
  public Optional<UnavailableException> listed(Siblings siblings) {
    Map<String, Job> jobs =
        siblings.jobs().stream()
            .collect(Collectors.toMap(Job::number, Function.identity(), (one, other) -> one));
    for (JobWatch watch : watches) {
      if (!jobs.containsKey(watch.job().number())) {
        return Optional.of(lacks(watch.job()));
      }
    }
    if (stop.isEmpty()) {
      watches.forEach(watch -> see(watch, jobs.getOrDefault(watch.job().number(), watch.job())));
      judge();
    }
    return Optional.empty();
  }

  private static UnavailableException lacks(Job job) {
    return new UnavailableException(
        ProblemType.TRAVIS_FAULT,
        Hope.SOON,
        Optional.empty(),
        "the jobs of the build were listed without job %s, which was there before"
            .formatted(job.number()));
  }

  private void see(JobWatch watch, Job now) {
    boolean handedOver = watch.isDone();
    switch (watch.see(now)) {
      case NONE -> {}
      case STATE -> teller.tell(listener -> listener.stateChanged(now));
      case RESTARTED -> {
        if (handedOver) {
          handover.withdraw(now.number());
        }
        teller.tell(listener -> listener.restarted(now));
      }
    }
  }

  /** What the states mean, once all are seen. */
  private void judge() {
    if (reading != Reading.NOW) {
      Optional<JobWatch> failed = watches.stream().filter(JobWatch::hasFailed).findFirst();
      if (failed.isPresent()) {
        stop = Optional.of(Stop.failed(failed.get().job()));
        return;
      }
    }
    for (JobWatch watch : open()) {
      if (reading == Reading.NOW || JobStates.isFinal(watch.job())) {
        begin(watch);
      }
    }
  }

  private void begin(JobWatch watch) {
    if (reading == Reading.NEVER) {
      List<Problem> problems =
          JobStates.problem(watch.job(), watch.requirement()).stream().toList();
      watch.finish();
      handover.add(LogFindings.nothing(watch.job(), watch.requirement(), problems));
    } else if (watch.log().isEmpty()) {
      watch.watch(
          new LogWatch(
              watch.job(), watch.requirement(), limits, reading == Reading.NOW, pace.elapsed()));
    }
  }

  @Override
  public void settled(JobWatch watch, LogWatch log) {
    watch.finish();
    handover.add(
        log.delivery(JobStates.problem(watch.job(), watch.requirement()).stream().toList()));
  }

  @Override
  public void refused(UnavailableException e) {
    stop =
        Optional.of(
            requests.wantsTooMuch(e)
                ? Stop.tooLong(limits.timeout(), requests.problem(e, Origin.NOWHERE), open())
                : Stop.listRefused(requests.problem(e, Origin.NOWHERE)));
  }

  @Override
  public void refused(JobWatch watch, UnavailableException e) {
    if (requests.wantsTooMuch(e)) {
      refused(e);
    } else if (reading == Reading.WHEN_DONE && watch.requirement().mustPass()) {
      refusedLog();
    }
  }

  /** Of several refused logs the first one is named, whichever answer came first. */
  private void refusedLog() {
    if (stop.isEmpty() || stop.get().kind() == Stop.Kind.LOG_REFUSED) {
      stop =
          watches.stream()
              .filter(JobWatch::isRefused)
              .findFirst()
              .map(first -> Stop.logRefused(first.job()));
    }
  }

  /** Every job gets its delivery, whatever is known of it. */
  private Ending conclude() throws InterruptedException {
    stop.ifPresent(
        reason -> {
          for (JobWatch watch : open()) {
            watch.finish();
            handover.add(reason.delivery(watch, reading == Reading.NEVER));
          }
          end();
        });
    handover.finish();
    return new Ending(jobs(), stop.map(Stop::problems).orElse(List.of()));
  }
}
