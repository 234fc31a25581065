package io.github.logcov.log.travis;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Where the API of a Travis is, and the pages that people look at. */
public final class ApiUrl {
  private static final HttpUrl TRAVIS = HttpUrl.get("https://api.travis-ci.com/");

  private final HttpUrl base;
  private final Optional<WebPages> pages;

  private ApiUrl(HttpUrl base, Optional<WebPages> pages) {
    this.base = base;
    this.pages = pages;
  }

  /**
   * Finds it: {@code --api-url}, else TRAVIS_API_URL, else what belongs to the host of
   * TRAVIS_JOB_WEB_URL or TRAVIS_BUILD_WEB_URL, else {@code https://api.travis-ci.com}. A variable
   * that is empty is not set.
   *
   * @param option the value of {@code --api-url}
   * @throws IllegalArgumentException when option or variable are no such address, with a message
   *     for the user
   */
  public static ApiUrl of(Optional<String> option, Map<String, String> environment) {
    Optional<WebPages> pages =
        page(environment, "TRAVIS_JOB_WEB_URL").or(() -> page(environment, "TRAVIS_BUILD_WEB_URL"));
    HttpUrl base =
        option
            .map(value -> parse("--api-url", value))
            .or(() -> value(environment, "TRAVIS_API_URL").map(url -> parse("TRAVIS_API_URL", url)))
            .or(() -> pages.map(WebPages::api))
            .orElse(TRAVIS);
    return new ApiUrl(base, pages.filter(page -> page.api().equals(base)));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Optional<WebPages> page(Map<String, String> environment, String name) {
    return value(environment, name).flatMap(WebPages::of);
  }

  private static HttpUrl parse(String name, String value) {
    String text = value.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
      throw illegal(name, "begin with https:// or http://", text);
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw illegal(name, "be an address", text);
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      // Not quoted: it may be a secret.
      throw illegal(name, "hold no user name or password (a token goes into TRAVIS_TOKEN)", "");
    }
    if (url.query() != null || url.fragment() != null) {
      throw illegal(name, "end after its path, without ? or #", text);
    }
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  private static IllegalArgumentException illegal(String name, String expected, String found) {
    return new IllegalArgumentException(
        name
            + " must "
            + expected
            + (found.isEmpty() ? "" : ", but was \"" + Shown.cut(found) + '"')
            + "; write the address of the API, such as https://api.travis-ci.com or"
            + " https://travis.example.com/api");
  }

  /** Where the paths of the API begin; ends with a slash. */
  HttpUrl base() {
    return base;
  }

  /** Whether a request goes to the very host and port, over the same scheme. */
  boolean isOrigin(HttpUrl url) {
    return url.scheme().equals(base.scheme())
        && url.host().equals(base.host())
        && url.port() == base.port();
  }

  /** The page of a job. */
  String jobPage(Optional<String> slug, String id) {
    return page(slug, "jobs", id).orElse(this + "/job/" + id);
  }

  /** The page of a build. */
  String buildPage(Optional<String> slug, String id) {
    return page(slug, "builds", id).orElse(this + "/build/" + id);
  }

  private Optional<String> page(Optional<String> slug, String kind, String id) {
    return pages
        .flatMap(page -> page.repository(slug))
        .or(() -> slug.flatMap(this::repositoryPage))
        .map(repository -> repository + '/' + kind + '/' + id);
  }

  /** Where the pages of a repository are, when this is a Travis whose rule is known. */
  private Optional<String> repositoryPage(String slug) {
    if (base.equals(TRAVIS)) {
      return Optional.of("https://app.travis-ci.com/" + slug);
    }
    // Travis CI Enterprise.
    return base.encodedPath().equals("/api/")
        ? Optional.of(base.newBuilder().encodedPath("/").build() + slug)
        : Optional.empty();
  }

  /** The address, without a slash at its end. */
  @Override
  public String toString() {
    String text = base.toString();
    return text.substring(0, text.length() - 1);
  }
}
