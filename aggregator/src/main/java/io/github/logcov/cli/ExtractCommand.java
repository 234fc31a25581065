package io.github.logcov.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives the files that jobs printed back, for other tools. */
@Command(
    name = "extract",
    sortOptions = false,
    customSynopsis = "logcov extract --to DIR [OPTION]...%n",
    header = "Writes the files that the jobs of a build printed to a folder.",
    description = {
      "Takes reports and carried files out of the logs and writes them, bit for bit, to"
          + " DIR/JOB NUMBER/PATH, for coverage combine, lcov or any other tool. A second file of"
          + " one name becomes NAME~2. What is whole is written, also when something else is not."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n",
    footer = "When several apply, the first of 2, 1, 7, 6, 5, 4 is used.")
final class ExtractCommand implements Callable<Integer> {
  private final Console console;

  @Mixin LogOptions logs = new LogOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made when it is not there.")
  String to = "";

  @Option(
      names = "--force",
      description = "Replace other files that lie there already, and leave those beside them.")
  boolean force;

  @Mixin RequirementOptions requirements = new RequirementOptions();

  @Mixin LimitOptions limits = new LimitOptions();

  @Mixin HelpOption help = new HelpOption();

  ExtractCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, IOException {
    return new Extract(console, this).run().code();
  }
}
