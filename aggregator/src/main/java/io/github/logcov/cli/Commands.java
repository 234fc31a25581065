package io.github.logcov.cli;

import io.github.logcov.summary.Printable;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Runs the command that the arguments name; picocli is called only where it is needed. */
final class Commands {
  private Commands() {}

  /** Runs one command and returns the exit status. */
  static int run(List<String> args, Console console) {
    int status;
    try {
      Optional<CheckCommand> check = PlainCheck.read(args, console);
      status = check.isPresent() ? call(check.get(), console) : CommandTree.call(args, console);
    } catch (Error e) {
      status = Faults.tell(e, console);
    } finally {
      console.finish();
    }
    return ended(status, args, console.out(), console.err());
  }

  /** As picocli would, for which {@link CommandTree} sets the same ends. */
  private static int call(CheckCommand check, Console console) {
    try {
      return check.call();
    } catch (UsageException e) {
      return refuse("logcov check", String.valueOf(e.getMessage()), console);
    } catch (Exception e) {
      return Faults.tell(e, console);
    }
  }

  /** Says what is wrong with the arguments of a command; returns the exit status. */
  static int refuse(String command, String message, Console console) {
    for (String line : message.lines().toList()) {
      Printable.paragraph(command + ": " + line, console.width()).forEach(console.err()::println);
    }
    return ExitStatus.USAGE.code();
  }

  /** The status of a command that ended so, if what it printed arrived. */
  static int ended(int status, List<String> args, PrintStream out, PrintStream err) {
    if (status == ExitStatus.USAGE.code() || !out.checkError()) {
      return status;
    }
    String command = args.isEmpty() || args.get(0).startsWith("-") ? "" : " " + args.get(0);
    err.println("logcov" + command + ": standard output cannot be written; is it full or closed?");
    return ExitStatus.FAILED.code();
  }
}
