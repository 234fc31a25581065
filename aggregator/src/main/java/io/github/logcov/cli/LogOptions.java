package io.github.logcov.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which logs, and which of their jobs. */
final class LogOptions {
  @Option(
      names = "--logs",
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "Saved logs, no network: files (one job each), folders, zip and tar archives (one build each), - for standard input."
      })
  List<String> logs = new ArrayList<>();

  @Mixin ApiOptions api = new ApiOptions();

  @Option(
      names = "--save-logs",
      paramLabel = "DIR",
      description = "Keep what is fetched, for --logs DIR.")
  @Nullable String saveLogs;

  @Mixin ChoiceOptions choice = new ChoiceOptions();

  @Mixin WaitOptions waiting = new WaitOptions();

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      description = "How long the log of a finished job may stay unfinished (default: 90s).")
  String settle = "90s";

  @Mixin VerboseOption verbosity = new VerboseOption();
}
