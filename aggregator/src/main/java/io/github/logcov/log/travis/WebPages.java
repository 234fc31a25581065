package io.github.logcov.log.travis;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The pages of one repository, as a job is told of them by TRAVIS_JOB_WEB_URL and
 * TRAVIS_BUILD_WEB_URL: {@code https://app.travis-ci.com/github/me/thing/jobs/1}.
 *
 * @param root scheme, host and port
 * @param path from the root to the repository, such as {@code github/me/thing}; may be empty
 */
record WebPages(HttpUrl root, String path) {

  /** The scheduler puts {@code https://} before a host that may have it already. */
  private static final Pattern PAGE =
      Pattern.compile(
          "((?:https?://)+)([A-Za-z0-9.:\\[\\]-]+)"
              + "(?:/+([\\w./~%+-]*)/(?:jobs|builds)/[0-9]+)?(?:[/?#].*)?");

  private static final Set<String> TRAVIS = Set.of("travis-ci.com", "app.travis-ci.com");

  /** Reads it; empty when it has no host, since nobody wrote it by hand who could mend it. */
  static Optional<WebPages> of(String url) {
    Matcher page = PAGE.matcher(url);
    if (!page.matches()) {
      return Optional.empty();
    }
    String scheme = page.group(1).endsWith("https://") ? "https" : "http";
    HttpUrl root = HttpUrl.parse(scheme + "://" + page.group(2) + "/");
    String path = page.group(3);
    return Optional.ofNullable(root).map(known -> new WebPages(known, path == null ? "" : path));
  }

  /** The API that belongs to this host. */
  HttpUrl api() {
    return TRAVIS.contains(root.host())
        ? HttpUrl.get("https://api.travis-ci.com/")
        : root.newBuilder().encodedPath("/api/").build();
  }

  /**
   * The pages of a repository; empty when these are of another one.
   *
   * @param slug empty when the API does not tell it; then these are taken
   */
  Optional<String> repository(Optional<String> slug) {
    boolean same = slug.map(name -> ('/' + path).endsWith('/' + name)).orElse(true);
    return same && !path.isEmpty() ? Optional.of(root + path) : Optional.empty();
  }
}
