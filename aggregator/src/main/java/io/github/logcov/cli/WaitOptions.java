package io.github.logcov.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long and how often. */
final class WaitOptions {
  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      description = "Ask for the jobs' states this often (default: TRAVIS_POLLING_INTERVAL, or 5).")
  @Nullable String poll;

  @Option(
      names = "--wait-timeout",
      paramLabel = "DURATION",
      description = "Give up after this time in all (default: 40m).")
  String timeout = "40m";
}
