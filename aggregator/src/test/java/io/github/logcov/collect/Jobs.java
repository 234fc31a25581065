package io.github.logcov.collect;

import io.github.logcov.log.Job;
import io.github.logcov.log.JobTimes;
import java.time.Instant;
import java.util.Optional;

/** Jobs in a state. */
final class Jobs {
  private static final Instant BEGIN = Instant.parse("2026-01-02T03:00:00Z");

  private Jobs() {}

  static Job job(String number, String state) {
    return job(number, state, false, 0);
  }

  /** One that may fail. */
  static Job allowed(String number, String state) {
    return job(number, state, true, 0);
  }

  /** One that was restarted so often. */
  static Job job(String number, String state, boolean allowFailure, int run) {
    boolean over = JobStates.isFinal(simple(number, state));
    return new Job(
        Optional.of("id" + number),
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.of(state),
        allowFailure,
        Optional.of("https://ci/" + number),
        new JobTimes(
            Optional.of(BEGIN),
            over ? Optional.of(BEGIN.plusSeconds(100 + run)) : Optional.empty(),
            run == 0 ? Optional.empty() : Optional.of(BEGIN.plusSeconds(10 + run))));
  }

  /** The same without any times. */
  static Job simple(String number, String state) {
    return new Job(
        Optional.of("id" + number),
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.of(state),
        false,
        Optional.empty(),
        JobTimes.UNKNOWN);
  }
}
