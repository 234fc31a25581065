package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Follows a live build until every job of interest is over and its log is complete, and hands on
 * what each delivered. All requests, and the hand-overs, are made by the executor; all decisions by
 * the thread that calls {@link #start} and then {@link #follow}, which sleeps in {@link Pace#await}
 * alone.
 */
public final class Watch {
  private final Means means;

  /** What everything here works with. */
  record Means(
      LiveBuild build,
      Pace pace,
      WaitLimits limits,
      Duration begin,
      Teller teller,
      Errands errands,
      Requests requests,
      Listing listing) {}

  /**
   * A watch whose time begins now.
   *
   * @param build is closed when {@link #follow} ends, or when {@link #start} fails, so that no call
   *     is left under way
   * @param executor makes the calls; it should have 4 threads, and more are not used
   */
  public Watch(
      LiveBuild build, Pace pace, WaitLimits limits, WatchListener listener, Executor executor) {
    Duration begin = pace.elapsed();
    Teller teller = new Teller(listener, pace);
    Errands errands = new Errands(pace, executor);
    Requests requests = new Requests(pace, teller, begin.plus(limits.timeout()));
    Listing listing = new Listing(build, pace, limits.poll(), errands, requests);
    this.means = new Means(build, pace, limits, begin, teller, errands, requests, listing);
  }

  /**
   * The jobs as they stand; asked for again and again until there is an answer.
   *
   * @throws UnavailableException when there is none, or not in time; its hope is {@link Hope#NONE}
   */
  public Siblings start() throws UnavailableException, InterruptedException {
    boolean started = false;
    try {
      Siblings first = new Starting(means).run();
      started = true;
      return first;
    } finally {
      if (!started) {
        means.listing().end();
        means.build().close();
        means.errands().abandon();
        means.teller().tell(WatchListener::ended);
      }
    }
  }

  /**
   * Follows jobs to their end. Each gets one delivery, and another one after a restart that was
   * noticed in time. No call of the sink is under way when this returns or throws. Once only.
   *
   * @param chosen jobs of {@link #start}, as they stood there
   * @param reader of the logs of this build
   * @throws java.util.concurrent.CompletionException with what the reader or the sink threw
   */
  public Ending follow(
      List<Job> chosen,
      Requirements requirements,
      Reading reading,
      JobReader reader,
      DeliverySink sink)
      throws InterruptedException {
    return new Following(means, chosen, requirements, reading, reader, sink).run();
  }

  /** One run of {@link #start}. */
  private static final class Starting implements Listing.Reader {
    private final Means means;
    private Optional<Siblings> answer = Optional.empty();
    private Optional<UnavailableException> refusal = Optional.empty();

    Starting(Means means) {
      this.means = means;
    }

    Siblings run() throws UnavailableException, InterruptedException {
      Duration deadline = means.begin().plus(means.limits().timeout());
      while (answer.isEmpty()) {
        if (refusal.isPresent()) {
          throw refusal.get();
        }
        Duration now = means.pace().elapsed();
        if (now.compareTo(deadline) >= 0) {
          throw timeUp();
        }
        Duration next = deadline;
        Optional<Duration> due = means.listing().due();
        if (due.isPresent()) {
          Duration opens = means.requests().opens(now);
          next = due.get().compareTo(opens) > 0 ? due.get() : opens;
          if (next.compareTo(now) <= 0) {
            means.listing().ask(this);
            next = deadline;
          }
        }
        await(min(next, deadline, means.teller().due()).minus(now));
      }
      return answer.get();
    }

    private void await(Duration atMost) throws InterruptedException {
      means.errands().await(atMost.isNegative() ? Duration.ZERO : atMost);
      means
          .teller()
          .beat(
              () ->
                  new WatchListener.Progress(
                      means.pace().elapsed().minus(means.begin()),
                      0,
                      0,
                      List.of(),
                      means.listing().fault()));
    }

    private static Duration min(Duration... durations) {
      return List.of(durations).stream().min(Duration::compareTo).orElseThrow();
    }

    private UnavailableException timeUp() {
      String fault =
          means.listing().fault().map(last -> "; at last: " + last).orElse("; no answer came");
      return new UnavailableException(
          ProblemType.WAIT_TIMEOUT,
          Hope.NONE,
          Optional.empty(),
          "the jobs of the build could not be listed in %s (--wait-timeout)%s"
              .formatted(Span.of(means.limits().timeout()), fault));
    }

    @Override
    public Optional<UnavailableException> listed(Siblings siblings) {
      answer = Optional.of(siblings);
      return Optional.empty();
    }

    @Override
    public void refused(UnavailableException e) {
      refusal = Optional.of(means.requests().wantsTooMuch(e) ? tooLong(e) : e);
    }

    private UnavailableException tooLong(UnavailableException e) {
      return new UnavailableException(
          e.problem(Origin.NOWHERE).type(),
          Hope.NONE,
          e.retryAfter(),
          means.requests().problem(e, Origin.NOWHERE).message());
    }
  }
}
