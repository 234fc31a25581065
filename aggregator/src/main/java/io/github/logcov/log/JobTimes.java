package io.github.logcov.log;

import java.time.Instant;
import java.util.Optional;

/**
 * When a job ran; each is empty when it did not happen or is not known.
 *
 * @param started its begin
 * @param finished its end
 * @param restarted when somebody pressed Restart
 */
public record JobTimes(
    Optional<Instant> started, Optional<Instant> finished, Optional<Instant> restarted) {

  /** Nothing is known. */
  public static final JobTimes UNKNOWN =
      new JobTimes(Optional.empty(), Optional.empty(), Optional.empty());
}
