package io.github.logcov.setup;

import java.util.Optional;

/**
 * The release that the last stage downloads.
 *
 * @param version such as {@code 0.1.0}; one that ends in {@code -SNAPSHOT} has no release
 * @param sha256 of the file {@code logcov}, lower-case hex; empty when it is not known
 */
public record Release(String version, Optional<String> sha256) {
  private static final String RELEASES = "https://github.com/logcov/logcov/releases/download/";

  /** Where a file of the release is. */
  String url(String file) {
    return RELEASES + "v" + version + "/" + file;
  }

  boolean isDevelopment() {
    return version.endsWith("-SNAPSHOT");
  }
}
