package io.github.logcov.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is in the logs. */
@Command(
    name = "inspect",
    sortOptions = false,
    customSynopsis = "logcov inspect [OPTION]...%n",
    header = "Shows what is in the logs of a build: payloads, sizes, damage.",
    description = {
      "Unpacks what the jobs printed and tells of each payload its format, sizes, damage and"
          + " repair; reads no report but with --paths, unites and judges nothing. Bytes are those of the file,"
          + " packed those after compression, and in log those of all its lines."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    footer = "5 where something is damaged beyond repair; a log without any payload is no error.")
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Mixin LogOptions logs = new LogOptions();

  @Option(
      names = "--paths",
      description =
          "Read the reports, too, and tell of each source file where it lies and which rule says"
              + " so.")
  boolean paths;

  @Mixin PathOptions placing = new PathOptions();

  @Mixin JacocoOptions jacoco = new JacocoOptions();

  @Option(names = "--json", paramLabel = "FILE", description = "Write what was found as JSON.")
  @Nullable String json;

  @Mixin LimitOptions limits = new LimitOptions();

  @Mixin HelpOption help = new HelpOption();

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, IOException {
    return new Inspect(console, this).run().code();
  }
}
