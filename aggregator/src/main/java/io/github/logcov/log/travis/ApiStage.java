package io.github.logcov.log.travis;

import java.util.Optional;

/**
 * A stage as the API tells of it.
 *
 * @param id empty when not told
 * @param number its position, from 1; empty when not told
 * @param name as it came
 */
record ApiStage(Optional<String> id, Optional<Integer> number, Optional<String> name) {}
