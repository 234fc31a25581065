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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One run of {@link Watch#follow}: the loop that sends requests when they are due. */
final class Following implements Listing.Reader, LogCalls.Reader {
  private final LiveBuild build;
  private final Pace pace;
  private final WaitLimits limits;
  private final Duration begin;
  private final Teller teller;
  private final Errands errands;
  private final Requests requests;
  private final Listing listing;
  private final LogCalls logCalls;
  private final Handover handover;
  private final Reading reading;
  private final List<JobWatch> watches;
  private Optional<Stop> stop = Optional.empty();

  Following(
      Watch.Means means,
      List<Job> chosen,
      Requirements requirements,
      Reading reading,
      JobReader reader,
      DeliverySink sink) {
    this.build = means.build();
    this.pace = means.pace();
    this.limits = means.limits();
    this.begin = means.begin();
    this.teller = means.teller();
    this.errands = means.errands();
    this.requests = means.requests();
    this.listing = means.listing();
    this.logCalls = new LogCalls(means, reader, this);
    this.handover = new Handover(errands, sink);
    this.reading = reading;
    this.watches = chosen.stream().map(job -> new JobWatch(job, requirements.of(job))).toList();
  }

  Ending run() throws InterruptedException {
    try {
      teller.tell(listener -> listener.waitingFor(jobs()));
      judge();
      while (stop.isEmpty() && !isDone()) {
        if (pace.elapsed().compareTo(deadline()) >= 0) {
          stop = Optional.of(Stop.timeUp(limits.timeout(), open(), listing.fault()));
        } else {
          handover.dispatch();
          await(startRequests());
        }
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
    return begin.plus(limits.timeout());
  }

  private boolean isDone() {
    return open().isEmpty() && handover.isIdle();
  }

  private List<JobWatch> open() {
    return watches.stream().filter(watch -> !watch.isDone()).toList();
  }

  private List<Job> jobs() {
    return watches.stream().map(JobWatch::job).toList();
  }

  /** Waits for something to happen until then, or for something else to be due. */
  private void await(Duration then) throws InterruptedException {
    Duration until =
        List.of(then, deadline(), teller.due()).stream()
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Duration now = pace.elapsed();
    errands.await(until.compareTo(now) > 0 ? until.minus(now) : Duration.ZERO);
    teller.beat(this::progress);
  }

  private WatchListener.Progress progress() {
    List<JobWatch> open = open();
    return new WatchListener.Progress(
        pace.elapsed().minus(begin),
        watches.size() - open.size(),
        watches.size(),
        open.stream().map(each -> new WatchListener.Open(each.job(), each.standing())).toList(),
        listing.fault());
  }

  /** A request that is to be made, and when. */
  private record Due(Duration at, Runnable start) {}

  /** Makes the requests that are due, and says when there will be more to do. */
  private Duration startRequests() {
    while (errands.hasRoom()) {
      Optional<Due> due = next();
      if (due.isEmpty()) {
        return deadline();
      }
      Duration now = pace.elapsed();
      Duration opens = requests.opens(now);
      Duration at = due.get().at().compareTo(opens) > 0 ? due.get().at() : opens;
      if (at.compareTo(now) > 0) {
        return at;
      }
      due.get().start().run();
    }
    return deadline();
  }

  /** A list call that is due comes before all logs: it may tell that there is no use in them. */
  private Optional<Due> next() {
    Optional<Due> list =
        reading == Reading.NOW || open().isEmpty()
            ? Optional.empty()
            : listing.due().map(at -> new Due(at, () -> listing.ask(this)));
    if (list.filter(due -> due.at().compareTo(pace.elapsed()) <= 0).isPresent()) {
      return list;
    }
    List<Due> all = new ArrayList<>(list.stream().toList());
    for (JobWatch watch : watches) {
      watch
          .log()
          .flatMap(LogWatch::due)
          .ifPresent(at -> all.add(new Due(at, () -> logCalls.ask(watch))));
    }
    return all.stream().min(Comparator.comparing(Due::at));
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
      stop = stop.or(() -> Optional.of(Stop.logRefused(watch.job())));
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
