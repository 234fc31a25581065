package io.github.logcov.cli;

import io.github.logcov.setup.ProjectKinds;
import io.github.logcov.setup.Release;
import io.github.logcov.setup.TravisLines;
import io.github.logcov.summary.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets a repository up: the encoder beside its sources, and the lines for its .travis.yml. */
@Command(
    name = "init",
    sortOptions = false,
    customSynopsis = "logcov init [OPTION]...%n",
    header = "Writes logcov-emit.sh here, and prints the lines for .travis.yml.",
    description = {
      "Writes logcov-emit.sh, with which the test jobs print their reports, into the current"
          + " directory, looks which kinds of project are there (Python, Maven, Gradle,"
          + " JavaScript, Go, Ruby, C) and prints what .travis.yml needs. Changes no other file."
    },
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Exit status: 0 done, 1 the file could not be written, 2 wrong usage, or there",
      "is another logcov-emit.sh."
    })
final class InitCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--force", description = "Replace a logcov-emit.sh that is not this version's.")
  boolean force;

  @Mixin HelpOption help = new HelpOption();

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UsageException {
    EncoderScript script = new EncoderScript(console.directory());
    try {
      say(script.put(force));
    } catch (IOException e) {
      say(
          "cannot write "
              + script.file()
              + ": "
              + WholeFile.reason(e, script.file())
              + "; run logcov init where you may write");
      return ExitStatus.FAILED.code();
    }
    String lines =
        TravisLines.of(
            ProjectKinds.in(new FolderFiles(console.directory())),
            new Release(Version.current(), OwnFile.sha256()));
    boolean present =
        Files.exists(console.directory().resolve(".travis.yml"), LinkOption.NOFOLLOW_LINKS);
    say(
        present
            ? ".travis.yml is there and stays as it is; merge these lines into it:"
            : "there is no .travis.yml; these lines make one, with your language and matrix:");
    console.out().print(lines);
    console.out().flush();
    return ExitStatus.PASSED.code();
  }

  private void say(String text) {
    Printable.paragraph("logcov init: " + text, console.width()).forEach(console.err()::println);
  }
}
