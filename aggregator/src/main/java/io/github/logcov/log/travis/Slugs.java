package io.github.logcov.log.travis;

import java.util.Optional;
import java.util.regex.Pattern;

/** {@code owner/name} of a repository, where it can stand in an address. */
final class Slugs {
  private static final Pattern SLUG = Pattern.compile("[\\w.-]{1,200}(/[\\w.-]{1,200}){1,20}");

  private Slugs() {}

  static Optional<String> of(ApiJob job) {
    return job.slug().filter(slug -> SLUG.matcher(slug).matches());
  }
}
