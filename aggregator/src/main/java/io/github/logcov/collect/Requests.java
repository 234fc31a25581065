package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.UnavailableException;
import io.github.logcov.log.UnavailableException.Hope;
import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When requests may be made, and made again. */
final class Requests {
  /**
   * Who was throttled comes back within so long after the window of the server, not all at once.
   */
  private static final Duration SPREAD = Duration.ofSeconds(5);

  /**
   * Travis allows an address without an account 500 in a minute, and the machines of a CI share
   * addresses. The promise is 300; the rest is for those that are late by more than {@link
   * RateLimit#WINDOW} makes up for.
   */
  private static final int MOST = 290;

  /** What logs leave to the lists, since a list tells when there is no use in reading logs. */
  private static final int FOR_LISTS = 60;

  private final Pace pace;
  private final Teller teller;
  private final Duration deadline;
  private final RateLimit all = new RateLimit(MOST);
  private final RateLimit logs = new RateLimit(MOST - FOR_LISTS);
  private Duration pausedUntil = Duration.ZERO;

  Requests(Pace pace, Teller teller, Duration deadline) {
    this.pace = pace;
    this.teller = teller;
    this.deadline = deadline;
  }

  /**
   * The first moment, not before {@code now}, at which a list may be asked for. A clock that is
   * asked again has moved on, and what is due at its new time would never be due.
   */
  Duration opens(Duration now) {
    return later(all.opens(now), pausedUntil);
  }

  /** The same for a log. */
  Duration opensForLog(Duration now) {
    return later(opens(now), logs.opens(now));
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** A request for a list starts now. */
  void started() {
    all.started(pace.elapsed());
  }

  /** A request for a log starts now. */
  void startedLog() {
    started();
    logs.started(pace.elapsed());
  }

  /**
   * When to ask again.
   *
   * @param job whose log was asked for; empty for the list of jobs
   * @return empty when that is of no use: the answer will be the same, or the pause that the server
   *     wants is longer than the time that is left
   */
  Optional<Duration> again(UnavailableException e, Backoff backoff, Optional<Job> job) {
    Duration now = pace.elapsed();
    if (e.hope() == Hope.NONE || wantsTooMuch(e)) {
      return Optional.empty();
    }
    // A server may want no pause at all, again and again.
    Duration own = backoff.next(pace.chance());
    if (e.hope() == Hope.THROTTLED) {
      Duration pause = later(own, wanted(e));
      if (pauseUntil(now.plus(pause))) {
        teller.tell(listener -> listener.throttled(pause));
      }
      return Optional.of(now);
    }
    Duration pause = e.retryAfter().map(wanted -> later(own, wanted)).orElse(own);
    teller.tell(listener -> listener.retrying(job, text(e), pause));
    return Optional.of(now.plus(pause));
  }

  /** There will be no asking again, but who is told to ask less does. */
  void heed(UnavailableException e) {
    if (e.hope() == Hope.THROTTLED) {
      pauseUntil(pace.elapsed().plus(wanted(e)));
    }
  }

  /** Pauses everything; false where the pause is that long already. */
  private boolean pauseUntil(Duration then) {
    if (then.compareTo(pausedUntil) <= 0) {
      return false;
    }
    pausedUntil = then;
    return true;
  }

  /** The pause that who throttles wants. */
  private Duration wanted(UnavailableException e) {
    return e.retryAfter().orElseGet(this::untilMinuteTurns);
  }

  /** Whether the server wants to be left alone for longer than there is time. */
  boolean wantsTooMuch(UnavailableException e) {
    return e.hope() != Hope.NONE
        && e.retryAfter().filter(wanted -> wanted.compareTo(left()) > 0).isPresent();
  }

  /** What is reported when there is no asking again. */
  Problem problem(UnavailableException e, Origin origin) {
    Problem problem = e.problem(origin);
    if (!wantsTooMuch(e)) {
      return problem;
    }
    return Problem.error(
        problem.type(),
        origin,
        "%s; it asks to be left alone for %s, but --wait-timeout leaves %s: try again later"
            .formatted(problem.message(), Span.of(e.retryAfter().orElseThrow()), Span.of(left())));
  }

  static String text(UnavailableException e) {
    return e.problem(Origin.NOWHERE).message();
  }

  private Duration left() {
    Duration left = deadline.minus(pace.elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Travis counts by the minute of the clock on the wall, and does not say when it is over. */
  private Duration untilMinuteTurns() {
    Instant wall = pace.wallClock();
    long millis = 60_000 - Math.floorMod(wall.toEpochMilli(), 60_000L);
    return Duration.ofMillis(millis + Math.round(pace.chance() * SPREAD.toMillis()));
  }
}
