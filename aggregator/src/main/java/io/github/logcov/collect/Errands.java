package io.github.logcov.collect;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Calls that other threads make, and what came of them, which happens on the one thread that {@link
 * #await waits}. So whatever that thread keeps needs no lock. All methods are for that thread.
 */
final class Errands {
  /**
   * Requests that may be under way at a time. Deliveries that are being taken count too: they use
   * the same threads, and what is sent should not have to wait for one.
   */
  private static final int MOST = 4;

  /** What another thread does. */
  interface Call<T> {
    T make() throws Exception;
  }

  /** What happens on the waiting thread when a call is over. */
  interface Sequel<T> {
    /** It came back. */
    void came(T value);

    /**
     * It threw.
     *
     * @return whether that was to be expected; what was not ends the watch
     */
    boolean failed(Throwable e);
  }

  private final Pace pace;
  private final Executor executor;
  private final BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
  private int underWay;
  private Optional<Throwable> fault = Optional.empty();

  /** Guards what becomes of a call that is over: somebody waits for it, or nobody does any more. */
  private final Object lock = new Object();

  private boolean over;

  Errands(Pace pace, Executor executor) {
    this.pace = pace;
    this.executor = executor;
  }

  /** Whether one more may be sent. */
  boolean hasRoom() {
    return underWay < MOST;
  }

  /**
   * Has a call made.
   *
   * @param unwanted is given, on any thread, what came when nobody waits any more
   */
  <T> void send(Call<T> call, Sequel<T> sequel, Consumer<T> unwanted) {
    underWay++;
    executor.execute(
        () -> {
          try {
            T value = call.make();
            post(() -> sequel.came(value), () -> unwanted.accept(value));
          } catch (Throwable e) {
            // Errors too: they must reach the thread that waits, or it would wait for ever.
            post(() -> expect(sequel.failed(e), e), () -> {});
          }
        });
  }

  private void post(Runnable happening, Runnable otherwise) {
    synchronized (lock) {
      if (!over) {
        news.add(
            () -> {
              underWay--;
              happening.run();
            });
        return;
      }
    }
    otherwise.run();
  }

  private void expect(boolean expected, Throwable e) {
    if (!expected && fault.isEmpty()) {
      fault = Optional.of(e);
    }
  }

  /**
   * Waits until something happens, or so long; all that has happened by then takes place.
   *
   * @throws CompletionException with a fault of ours, or of the one deliveries are handed to, as
   *     its cause
   */
  void await(Duration atMost) throws InterruptedException {
    Optional<Runnable> happening = pace.await(news, atMost);
    while (happening.isPresent()) {
      happening.get().run();
      happening = Optional.ofNullable(news.poll());
    }
    if (fault.isPresent()) {
      Throwable thrown = fault.get();
      fault = Optional.empty();
      if (thrown instanceof Error error) {
        throw error;
      }
      throw new CompletionException(Objects.requireNonNull(thrown));
    }
  }

  /** From now on nobody waits for what is still under way. What happened before takes place. */
  void abandon() {
    synchronized (lock) {
      over = true;
    }
    for (Runnable happening = news.poll(); happening != null; happening = news.poll()) {
      happening.run();
    }
  }
}
