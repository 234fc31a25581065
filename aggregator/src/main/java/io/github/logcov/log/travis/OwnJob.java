package io.github.logcov.log.travis;

import java.util.Map;
import java.util.Optional;

/**
 * What the environment says of the job that runs this; each part is empty when it does not.
 *
 * @param buildId TRAVIS_BUILD_ID
 * @param id TRAVIS_JOB_ID
 * @param number TRAVIS_JOB_NUMBER
 * @param stage TRAVIS_BUILD_STAGE_NAME
 */
public record OwnJob(
    Optional<String> buildId,
    Optional<String> id,
    Optional<String> number,
    Optional<String> stage) {

  /** This runs in no job of Travis. */
  public static final OwnJob NONE =
      new OwnJob(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Reads the environment; a variable that is empty or blank is not set. */
  public static OwnJob of(Map<String, String> environment) {
    return new OwnJob(
        value(environment, "TRAVIS_BUILD_ID"),
        value(environment, "TRAVIS_JOB_ID"),
        value(environment, "TRAVIS_JOB_NUMBER"),
        value(environment, "TRAVIS_BUILD_STAGE_NAME"));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** Whether the job may be one of this build: a number alone is not unique among builds. */
  boolean mayRunIn(String build) {
    return buildId.map(build::equals).orElse(true);
  }

  /** Whether the job is known to be one of this build. */
  boolean runsIn(String build) {
    return buildId.filter(build::equals).isPresent();
  }
}
