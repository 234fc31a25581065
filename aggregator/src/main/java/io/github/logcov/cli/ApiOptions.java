package io.github.logcov.cli;

import io.github.logcov.log.travis.ApiUrl;
import io.github.logcov.log.travis.OwnJob;
import io.github.logcov.log.travis.Reach;
import io.github.logcov.log.travis.Token;
import io.github.logcov.log.travis.TravisSettings;
import io.github.logcov.log.travis.TravisTimeouts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whom to ask, and for which build. */
final class ApiOptions {
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

  @Option(
      names = "--build",
      paramLabel = "ID",
      description = "The build, from anywhere (default: the one that this job is of).")
  @Nullable String build;

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      description = "Where Travis is asked (default: TRAVIS_API_URL, else by the job's own page).")
  @Nullable String apiUrl;

  /**
   * The build to ask for.
   *
   * @param otherwise what else could be given
   * @throws UsageException when neither the option nor the environment names one
   */
  String buildId(Map<String, String> environment, String otherwise) throws UsageException {
    if (build != null) {
      return id("--build", build);
    }
    String own = environment.getOrDefault("TRAVIS_BUILD_ID", "");
    if (own.isEmpty()) {
      throw new UsageException(
          "which build? in a job on Travis TRAVIS_BUILD_ID says so, which is not set here; name one"
              + " with --build ID"
              + otherwise);
    }
    return id("TRAVIS_BUILD_ID", own);
  }

  private static String id(String where, String text) throws UsageException {
    if (!ID.matcher(text).matches()) {
      throw new UsageException(
          where
              + ": expected the id of a build, the digits at the end of its page's address, but"
              + " found \""
              + text
              + "\"");
    }
    return text;
  }

  /** How the build is asked for. */
  TravisSettings settings(
      String buildId, Reach reach, Map<String, String> environment, Consumer<String> log)
      throws UsageException {
    try {
      return new TravisSettings(
          ApiUrl.of(Optional.ofNullable(apiUrl), environment),
          buildId,
          OwnJob.of(environment),
          reach,
          Token.of(environment.getOrDefault("TRAVIS_TOKEN", "")),
          "logcov/" + Version.current(),
          TravisTimeouts.DEFAULT,
          log);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }
}
