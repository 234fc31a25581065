package io.github.logcov.log;

import java.util.Objects;
import java.util.Optional;

/**
 * One job of a build.
 *
 * @param id the CI's own id; empty when not known (a saved log)
 * @param number such as {@code 8112.10}; for a saved log its file name without {@code .log} and the
 *     like; never empty
 * @param name as configured, empty when there is none
 * @param stage name of its stage, empty when there is none
 * @param state {@code passed}, {@code failed} ...; empty for a saved log, which is accepted
 * @param allowFailure whether the build may pass without it
 * @param url its page, empty when not known
 * @param times when it ran
 */
public record Job(
    Optional<String> id,
    String number,
    Optional<String> name,
    Optional<String> stage,
    Optional<String> state,
    boolean allowFailure,
    Optional<String> url,
    JobTimes times) {

  /** Checks that there is a number. */
  public Job {
    Objects.requireNonNull(times);
    if (number.isEmpty()) {
      throw new IllegalArgumentException("a job must have a number, but it was empty");
    }
  }

  /** A job of which nothing is known but its number: that of a saved log. */
  public static Job ofNumber(String number) {
    return new Job(
        Optional.empty(),
        number,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        JobTimes.UNKNOWN);
  }
}
