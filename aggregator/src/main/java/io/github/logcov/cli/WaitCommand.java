package io.github.logcov.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** After All: one job waits for the others. */
@Command(
    name = "wait",
    sortOptions = false,
    customSynopsis = "logcov wait [OPTION]...%n",
    header = "Waits until the other jobs of the build are done; fails when one failed.",
    description = {
      "Looks at the other jobs of this job's stage and of earlier ones, also in pull requests;"
          + " jobs that may fail (allow_failure) are left aside. When this job's own tests failed"
          + " (TRAVIS_TEST_RESULT) it does not wait, and fails. With --tox-ini that file is asked"
          + " first: a job that is not the one to wait ends with 0, whatever its tests said."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit status:%n")
final class WaitCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--tox-ini",
      arity = "0..1",
      fallbackValue = "tox.ini",
      paramLabel = "FILE",
      description = "Wait only where [travis:after] of this file says so (default: tox.ini).")
  @Nullable String toxIni;

  @Mixin ChoiceOptions choice = new ChoiceOptions();

  @Mixin ApiOptions api = new ApiOptions();

  @Mixin WaitOptions waiting = new WaitOptions();

  @Mixin VerboseOption verbosity = new VerboseOption();

  @Mixin HelpOption help = new HelpOption();

  WaitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException, IOException {
    return new Wait(console, this).run().code();
  }
}
