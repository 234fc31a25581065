package io.github.logcov.cli;

import picocli.CommandLine.Option;

/** What every command takes that asks or reads something. */
final class VerboseOption {
  /** Behind all other options in the help text but {@link HelpOption}. */
  @Option(
      names = {"-v", "--verbose"},
      order = 1,
      description = "Tell what is done.")
  boolean verbose;
}
