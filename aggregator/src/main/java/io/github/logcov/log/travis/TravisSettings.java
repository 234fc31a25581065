package io.github.logcov.log.travis;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is asked of whom, and as whom.
 *
 * @param api where the API is
 * @param buildId the id of the build, which is not its number
 * @param own the job that asks
 * @param reach which other jobs matter to it
 * @param token only needed for what is private
 * @param userAgent such as {@code logcov/1.0}
 * @param timeouts of each call
 * @param log takes one line per request (method, URL, status; never a token), from any thread
 */
public record TravisSettings(
    ApiUrl api,
    String buildId,
    OwnJob own,
    Reach reach,
    Optional<Token> token,
    String userAgent,
    TravisTimeouts timeouts,
    Consumer<String> log) {

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException when it is none, with a message for the user
   */
  public TravisSettings {
    if (!Ids.isId(buildId)) {
      throw new IllegalArgumentException(
          "the id of a build must be digits, as in the address of its page, such as 290001234, but"
              + " was \""
              + Shown.cut(buildId)
              + '"');
    }
  }
}
