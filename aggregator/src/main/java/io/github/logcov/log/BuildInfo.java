package io.github.logcov.log;

import java.util.Optional;

/**
 * What is known of a build; each part is empty when it is not.
 *
 * @param id the CI's own id
 * @param number such as {@code 8112}
 * @param commit its hash
 * @param url its page
 */
public record BuildInfo(
    Optional<String> id, Optional<String> number, Optional<String> commit, Optional<String> url) {

  /** Nothing is known. */
  public static final BuildInfo UNKNOWN =
      new BuildInfo(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
