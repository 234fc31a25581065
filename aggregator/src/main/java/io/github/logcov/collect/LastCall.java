package io.github.logcov.collect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The end of a watch that need not wait any longer: each log whose job is over gets one answer, so
 * that what is delivered does not depend on which log was read first.
 */
final class LastCall {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Watch.Means means;
  private final List<JobWatch> watches;
  private final Turns turns;

  LastCall(Watch.Means means, List<JobWatch> watches, Turns turns) {
    this.means = means;
    this.watches = watches;
    this.turns = turns;
  }

  /**
   * Returns when every log had its answer, or the time for that is over.
   *
   * @param deadline of the whole watch
   */
  void run(Duration deadline) throws InterruptedException {
    means.listing().end();
    Duration now = means.pace().elapsed();
    Duration longest = now.plus(LONGEST);
    Duration end = longest.compareTo(deadline) < 0 ? longest : deadline;
    for (JobWatch watch : JobWatch.open(watches)) {
      if (JobStates.isFinal(watch.job())) {
        if (watch.log().isEmpty()) {
          watch.watch(new LogWatch(watch.job(), watch.requirement(), means.limits(), false, now));
        }
        watch.log().ifPresent(LogWatch::lastCall);
      }
    }
    while (isPending(end) && means.pace().elapsed().compareTo(end) < 0) {
      turns.take(end, Optional.empty());
    }
  }

  /** Whether an answer may come by then: a server that wants a pause may not even be asked. */
  private boolean isPending(Duration end) {
    boolean mayAsk = means.requests().opensForLog(means.pace().elapsed()).compareTo(end) < 0;
    return JobWatch.open(watches).stream()
        .flatMap(watch -> watch.log().stream())
        .anyMatch(log -> log.isAsking() || mayAsk && log.due().isPresent());
  }
}
