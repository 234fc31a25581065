package io.github.logcov.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
final class HelpOption {
  /** Behind all other options in the help text. */
  @Option(
      names = {"-h", "--help"},
      order = 2,
      usageHelp = true,
      description = "Show this text.")
  boolean help;
}
