package io.github.logcov.collect;

import io.github.logcov.log.LiveBuild;
import io.github.logcov.log.Siblings;
import io.github.logcov.log.UnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks for the jobs of the build, once a poll; a failed call is made again, with growing pauses.
 */
final class Listing {
  /** Who wants the answers. */
  interface Reader {
    /**
     * The jobs as they stand now.
     *
     * @return what is wrong with that answer, as a fault of the server; empty when it is good
     */
    Optional<UnavailableException> listed(Siblings siblings);

    /** There is no use asking again. */
    void refused(UnavailableException e);
  }

  private final LiveBuild build;
  private final Pace pace;
  private final Duration poll;
  private final Errands errands;
  private final Requests requests;
  private final Backoff backoff = new Backoff();

  private Duration started = Duration.ZERO;
  private Duration due;
  private boolean asking;
  private boolean over;
  private Optional<String> fault = Optional.empty();

  Listing(LiveBuild build, Pace pace, Duration poll, Errands errands, Requests requests) {
    this.build = build;
    this.pace = pace;
    this.poll = poll;
    this.errands = errands;
    this.requests = requests;
    this.due = pace.elapsed();
  }

  /** When to ask next; empty while a call is under way. */
  Optional<Duration> due() {
    return asking ? Optional.empty() : Optional.of(due);
  }

  /** Why the last call failed; empty when it did not. */
  Optional<String> fault() {
    return fault;
  }

  /** Asks now. */
  void ask(Reader reader) {
    asking = true;
    started = pace.elapsed();
    requests.started();
    errands.send(
        build::siblings,
        new Errands.Sequel<>() {
          @Override
          public void came(Siblings siblings) {
            asking = false;
            if (over) {
              return;
            }
            Optional<UnavailableException> bad = reader.listed(siblings);
            bad.ifPresentOrElse(e -> again(e, reader::refused), Listing.this::good);
          }

          @Override
          public boolean failed(Throwable e) {
            asking = false;
            if (over) {
              return e instanceof Exception;
            }
            if (e instanceof UnavailableException unavailable) {
              again(unavailable, reader::refused);
              return true;
            }
            return false;
          }
        },
        siblings -> {});
  }

  /** What comes of a call under way does not matter any more. */
  void end() {
    over = true;
  }

  private void good() {
    backoff.reset();
    fault = Optional.empty();
    due = started.plus(poll);
  }

  private void again(UnavailableException e, Consumer<UnavailableException> refused) {
    fault = Optional.of(Requests.text(e));
    requests
        .again(e, backoff, Optional.empty())
        .ifPresentOrElse(next -> due = next, () -> refused.accept(e));
  }
}
