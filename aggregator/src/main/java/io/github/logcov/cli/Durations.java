package io.github.logcov.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as options write them. */
final class Durations {
  private static final Pattern DURATION =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(ms|s|m|h)");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final String POLLING_INTERVAL = "TRAVIS_POLLING_INTERVAL";
  private static final String DEFAULT_POLL = "5";

  private Durations() {}

  /** The value of an option: a number and {@code ms}, {@code s}, {@code m} or {@code h}. */
  static Duration parse(String option, String text) throws UsageException {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          "%s: expected a number with ms, s, m or h, such as 90s, but found \"%s\""
              .formatted(option, text));
    }
    long millis =
        switch (matcher.group(2)) {
          case "ms" -> 1;
          case "s" -> 1_000;
          case "m" -> 60_000;
          default -> 3_600_000;
        };
    return Duration.ofMillis(
        new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(millis)).longValue());
  }

  /**
   * Seconds between two looks at the jobs: the option, else TRAVIS_POLLING_INTERVAL (empty is not
   * set), else 5.
   *
   * @param option value of {@code --poll}; null when it is not given
   */
  static Duration poll(@Nullable String option, Map<String, String> environment)
      throws UsageException {
    if (option != null) {
      return seconds("--poll", option);
    }
    String variable = environment.getOrDefault(POLLING_INTERVAL, "");
    return seconds(POLLING_INTERVAL, variable.isEmpty() ? DEFAULT_POLL : variable);
  }

  private static Duration seconds(String name, String text) throws UsageException {
    long seconds = SECONDS.matcher(text).matches() ? Long.parseLong(text) : 0;
    if (seconds == 0) {
      throw new UsageException(
          "%s: expected whole seconds, at least 1, but found \"%s\"".formatted(name, text));
    }
    return Duration.ofSeconds(seconds);
  }
}
