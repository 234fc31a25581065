package io.github.logcov.jobvalue;

import io.github.logcov.log.Job;
import io.github.logcov.model.Ratio;
import java.time.Duration;
import java.util.Optional;

/**
 * What one job that delivered a report is worth by itself.
 *
 * @param job the job
 * @param optional whether nothing is required of it ({@code allow_failure}, {@code --optional-job})
 * @param duration how long it ran; empty where that is not known
 * @param line lines it ran, of the lines it lists
 * @param onlyHere lines of the union that no other job ran
 * @param without lines of the union without this job; lines that only this job lists are gone from
 *     it too, so that its percentage may be higher than that of the whole union
 */
public record JobShare(
    Job job,
    boolean optional,
    Optional<Duration> duration,
    Ratio line,
    long onlyHere,
    Ratio without) {

  /**
   * Whether every line it ran is run by another job too. Two jobs that run the same add nothing
   * each, and can only go one at a time.
   */
  public boolean addsNothing() {
    return onlyHere == 0;
  }
}
