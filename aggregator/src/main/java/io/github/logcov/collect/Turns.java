package io.github.logcov.collect;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts the requests of a watch when they are due, and waits for what comes of them. */
final class Turns {
  private final Watch.Means means;
  private final Pace pace;
  private final Requests requests;
  private final List<JobWatch> watches;
  private final LogCalls logCalls;
  private final Handover handover;

  Turns(Watch.Means means, List<JobWatch> watches, LogCalls logCalls, Handover handover) {
    this.means = means;
    this.pace = means.pace();
    this.requests = means.requests();
    this.watches = watches;
    this.logCalls = logCalls;
    this.handover = handover;
  }

  /**
   * Starts what is due, and waits until something happens or is due.
   *
   * @param end it waits no longer than until then
   * @param lists who wants to know the jobs; empty when nobody does
   */
  void take(Duration end, Optional<Listing.Reader> lists) throws InterruptedException {
    handover.dispatch();
    Duration then = startRequests(end, lists);
    Duration until =
        Stream.of(then, end, means.teller().due()).min(Comparator.naturalOrder()).orElseThrow();
    Duration now = pace.elapsed();
    means.errands().await(until.compareTo(now) > 0 ? until.minus(now) : Duration.ZERO);
    means.teller().beat(this::progress);
  }

  private WatchListener.Progress progress() {
    List<JobWatch> open = JobWatch.open(watches);
    return new WatchListener.Progress(
        pace.elapsed().minus(means.begin()),
        watches.size() - open.size(),
        watches.size(),
        open.stream().map(each -> new WatchListener.Open(each.job(), each.standing())).toList(),
        means.listing().fault());
  }

  /** A request that is to be made, and when. */
  private record Due(Duration at, Runnable start) {
    /** The same, but not before that. */
    Due notBefore(Duration opens) {
      return at.compareTo(opens) > 0 ? this : new Due(opens, start);
    }
  }

  /** Makes the requests that are due, and says when there will be more to do. */
  private Duration startRequests(Duration end, Optional<Listing.Reader> lists) {
    while (means.errands().hasRoom()) {
      Duration now = pace.elapsed();
      Optional<Due> due = next(now, lists);
      if (due.isEmpty()) {
        return end;
      }
      if (due.get().at().compareTo(now) > 0) {
        return due.get().at();
      }
      due.get().start().run();
    }
    return end;
  }

  /** A list call that is due comes before all logs: it may tell that there is no use in them. */
  private Optional<Due> next(Duration now, Optional<Listing.Reader> lists) {
    Optional<Due> list =
        lists.flatMap(
            reader ->
                means
                    .listing()
                    .due()
                    .map(at -> new Due(at, () -> means.listing().ask(reader)))
                    .map(due -> due.notBefore(requests.opens(now))));
    if (list.filter(due -> due.at().compareTo(now) <= 0).isPresent()) {
      return list;
    }
    return Stream.concat(list.stream(), log(now).stream()).min(Comparator.comparing(Due::at));
  }

  private Optional<Due> log(Duration now) {
    return watches.stream()
        .flatMap(
            watch ->
                watch.log().flatMap(LogWatch::due).stream()
                    .map(at -> new Due(at, () -> logCalls.ask(watch))))
        .min(Comparator.comparing(Due::at))
        .map(due -> due.notBefore(requests.opensForLog(now)));
  }
}
