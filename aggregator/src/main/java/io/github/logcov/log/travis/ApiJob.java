package io.github.logcov.log.travis;

import io.github.logcov.log.JobTimes;
import java.util.Map;
import java.util.Optional;

/**
 * A job as the API tells of it; texts are as they came.
 *
 * @param id digits
 * @param number such as {@code 8112.10}
 * @param state of any word
 * @param buildId of the build it belongs to, when told
 * @param buildNumber of the build, when told
 * @param commit hash, when told
 * @param slug {@code owner/name} of the repository, when told
 * @param stage empty in a build without stages
 * @param config the values that may name the job, by key; empty when not asked for
 */
record ApiJob(
    String id,
    String number,
    String state,
    boolean allowFailure,
    JobTimes times,
    Optional<String> buildId,
    Optional<String> buildNumber,
    Optional<String> commit,
    Optional<String> slug,
    Optional<ApiStage> stage,
    Map<String, String> config) {

  ApiJob {
    config = Map.copyOf(config);
  }

  /** The same job, its stage better known. */
  ApiJob withStage(ApiStage known) {
    return new ApiJob(
        id,
        number,
        state,
        allowFailure,
        times,
        buildId,
        buildNumber,
        commit,
        slug,
        Optional.of(known),
        config);
  }
}
