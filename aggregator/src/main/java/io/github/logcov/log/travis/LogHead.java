package io.github.logcov.log.travis;

import io.github.logcov.log.LogAbsentException;
import io.github.logcov.log.UnavailableException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okio.BufferedSource;

/**
 * What comes with status 200 where a log should be and is none: nothing, {@code null} (a log
 * without text, made JSON by {@code lib/travis/api/v3.rb} of travis-api), a sentence in place of it
 * ({@code services/fetch_log.rb} of travis-logs), or a page for browsers.
 */
final class LogHead {
  /** Longest text that may be one of those as a whole. */
  private static final int MAX_BYTES = 1024;

  private static final Pattern REMOVED = Pattern.compile("Log removed by (.+ at .+)");
  private static final String MAINTAINED = "Your log is temporarily unavailable";

  private LogHead() {}

  /** Looks at the beginning, which stays to be read. */
  static void check(BufferedSource log, Question question, HttpUrl last, Failures failures)
      throws IOException, LogAbsentException, UnavailableException {
    boolean whole = !log.request(MAX_BYTES + 1L);
    String head = log.peek().readUtf8(Math.min(log.getBuffer().size(), MAX_BYTES));
    if (ErrorAnswer.isHtml(head)) {
      throw failures.odd(question, last, "it is an HTML page");
    }
    if (whole) {
      Optional<LogAbsentException> absent = absent(head.strip(), failures.shown());
      if (absent.isPresent()) {
        throw absent.get();
      }
    }
  }

  private static Optional<LogAbsentException> absent(String log, Shown shown) {
    if (log.isEmpty()) {
      return Optional.of(new LogAbsentException(false, "is empty"));
    }
    if (log.equals("null")) {
      return Optional.of(new LogAbsentException(false, "has no text yet (Travis says null)"));
    }
    Matcher removed = REMOVED.matcher(log);
    if (removed.matches()) {
      return Optional.of(
          new LogAbsentException(true, "was removed by " + shown.text(removed.group(1))));
    }
    return log.startsWith(MAINTAINED) && log.length() <= MAINTAINED.length() + 1
        ? Optional.of(new LogAbsentException(false, "is temporarily unavailable, Travis says"))
        : Optional.empty();
  }
}
