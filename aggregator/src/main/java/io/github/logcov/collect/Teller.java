package io.github.logcov.collect;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells the listener, and knows when it was told last. */
final class Teller {
  private final WatchListener listener;
  private final Pace pace;
  private Duration last;

  Teller(WatchListener listener, Pace pace) {
    this.listener = listener;
    this.pace = pace;
    this.last = pace.elapsed();
  }

  void tell(Consumer<WatchListener> news) {
    news.accept(listener);
    last = pace.elapsed();
  }

  /** When the silence is too long. */
  Duration due() {
    return last.plus(listener.pulse());
  }

  /** Breaks the silence when it is time to. */
  void beat(Supplier<WatchListener.Progress> progress) {
    if (pace.elapsed().compareTo(due()) >= 0) {
      tell(listener -> listener.stillWaiting(progress.get()));
    }
  }
}
