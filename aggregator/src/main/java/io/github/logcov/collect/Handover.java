package io.github.logcov.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletionException;

/** Hands deliveries to the sink, several at once, and takes back those of restarted jobs. */
final class Handover {
  private static final Duration LONG = Duration.ofHours(1);

  private final Errands errands;
  private final DeliverySink sink;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final Deque<String> withdrawn = new ArrayDeque<>();
  private int underWay;

  Handover(Errands errands, DeliverySink sink) {
    this.errands = errands;
    this.sink = sink;
  }

  void add(Delivery delivery) {
    waiting.addLast(delivery);
  }

  /** What this job delivered must not count. */
  void withdraw(String job) {
    for (Iterator<Delivery> each = waiting.iterator(); each.hasNext(); ) {
      Delivery delivery = each.next();
      if (delivery.job().number().equals(job)) {
        each.remove();
        drop(delivery);
        return;
      }
    }
    withdrawn.addLast(job);
  }

  boolean isIdle() {
    return underWay == 0 && waiting.isEmpty() && withdrawn.isEmpty();
  }

  /** Goes on as far as it can without waiting. */
  void dispatch() {
    if (!withdrawn.isEmpty()) {
      if (underWay > 0) {
        return;
      }
      withdraw();
    }
    while (errands.hasRoom() && !waiting.isEmpty()) {
      send(waiting.removeFirst());
    }
  }

  private void withdraw() {
    while (!withdrawn.isEmpty()) {
      sink.withdrawn(withdrawn.removeFirst());
    }
  }

  private void send(Delivery delivery) {
    underWay++;
    errands.send(
        () -> {
          sink.accept(delivery);
          return delivery;
        },
        new Errands.Sequel<>() {
          @Override
          public void came(Delivery taken) {
            underWay--;
          }

          @Override
          public boolean failed(Throwable e) {
            underWay--;
            return false;
          }
        },
        taken -> {});
  }

  /** Hands on all that is left; on this thread, since the others may hang in a request. */
  void finish() throws InterruptedException {
    while (underWay > 0) {
      errands.await(LONG);
    }
    try {
      withdraw();
      while (!waiting.isEmpty()) {
        sink.accept(waiting.removeFirst());
      }
    } catch (RuntimeException e) {
      throw new CompletionException(e);
    }
  }

  /** Returns when no call of the sink is under way, whatever comes of it; drops what is left. */
  void giveUp() {
    boolean interrupted = false;
    while (underWay > 0) {
      try {
        errands.await(LONG);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (CompletionException | Error e) {
        // Another fault is being thrown already.
      }
    }
    waiting.forEach(Handover::drop);
    waiting.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void drop(Delivery delivery) {
    try {
      delivery.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
