package io.github.logcov.cli;

import io.github.logcov.aggregate.Aggregation;
import io.github.logcov.collect.Delivery;
import io.github.logcov.collect.DeliverySink;
import io.github.logcov.payload.ScratchFailedException;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Unites what jobs deliver as it comes. A union cannot be taken back, so what a live build
 * delivered is kept, packed as it was in the log, until the end: when a job is withdrawn, the
 * others are united anew.
 */
final class Uniting implements DeliverySink, Closeable {
  private final Console console;
  private final Supplier<Aggregation> fresh;
  private final boolean live;
  private final Map<String, Delivery> kept = new ConcurrentHashMap<>();
  private Aggregation aggregation;
  private boolean stale;

  /**
   * @param console where the uniting anew is shown
   * @param fresh an aggregation with nothing in it
   * @param live whether a delivery may be withdrawn
   */
  Uniting(Console console, Supplier<Aggregation> fresh, boolean live) {
    this.console = console;
    this.fresh = fresh;
    this.live = live;
    this.aggregation = fresh.get();
  }

  @Override
  public void accept(Delivery delivery) {
    aggregation.add(delivery);
    if (live) {
      kept.put(delivery.job().number(), delivery);
    } else {
      close(delivery);
    }
  }

  @Override
  public void withdrawn(String jobNumber) {
    Delivery delivery = kept.remove(jobNumber);
    if (delivery == null) {
      throw new IllegalStateException("job " + jobNumber + " delivered nothing to withdraw");
    }
    close(delivery);
    stale = true;
  }

  /** The union of what was not withdrawn; to be asked for at the end. */
  Aggregation aggregation() {
    if (stale) {
      stale = false;
      aggregation = fresh.get();
      List<Delivery> deliveries = List.copyOf(kept.values());
      try (ProgressBar bar = console.bar("uniting", deliveries.size())) {
        Workers.forEach(
            deliveries,
            delivery -> {
              aggregation.add(delivery);
              bar.step();
            });
      }
    }
    return aggregation;
  }

  private static void close(Delivery delivery) {
    try {
      delivery.close();
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  @Override
  public void close() {
    kept.values().forEach(Uniting::close);
  }
}
