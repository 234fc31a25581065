package io.github.logcov.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands as picocli knows them, and what becomes of the ways in which they end. */
final class CommandTree {
  /** Picocli refuses less. */
  private static final int LEAST_HELP_WIDTH = 55;

  private CommandTree() {}

  /** {@code logcov} itself. */
  @Command(
      name = "logcov",
      versionProvider = Versions.class,
      header = "Coverage over a CI matrix, carried through the build logs.",
      synopsisSubcommandLabel = "COMMAND",
      commandListHeading = "%nCommands:%n",
      footer = {"", "logcov COMMAND --help tells more."})
  static final class Top implements Callable<Integer> {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this text.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    @Override
    public Integer call() throws UsageException {
      throw new UsageException(
          "which command? logcov check, logcov extract, logcov inspect, logcov emit");
    }
  }

  /** Asked only when the version is wanted. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"logcov " + Version.current()};
    }
  }

  /** Stands in the list of commands; {@link Main} never lets it run. */
  @Command(name = "emit", header = "Prints report files as frames, in a test job.")
  static final class Emit {}

  /** Runs one command and returns the exit status. */
  static int call(List<String> args, Console console) {
    String wanted = args.isEmpty() ? "" : args.get(0);
    return of(console, wanted).execute(args.toArray(String[]::new));
  }

  /** The commands, ready to be run or to show their help. */
  static CommandLine of(Console console) {
    return of(console, "");
  }

  /**
   * The command of this name, or all where there is none: picocli takes each one apart when it is
   * added, and to do that for five that nobody asked for takes longer than to read a small build.
   */
  private static CommandLine of(Console console, String wanted) {
    Map<String, Supplier<CommandLine>> known = known(console);
    CommandLine commands = new CommandLine(new Top());
    known.forEach(
        (name, command) -> {
          if (name.equals(wanted) || !known.containsKey(wanted)) {
            commands.addSubcommand(command.get());
          }
        });
    commands.setOut(writer(console.out()));
    commands.setErr(writer(console.err()));
    commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commands.setUsageHelpWidth(Math.max(LEAST_HELP_WIDTH, console.width()));
    commands.setUsageHelpLongOptionsMaxWidth(26);
    // A mistyped option behind --logs PATH is no further path.
    commands.setUnmatchedOptionsAllowedAsOptionParameters(false);
    // A path may begin with @; nothing of ours is read from argument files.
    commands.setExpandAtFiles(false);
    commands.setParameterExceptionHandler((e, args) -> usage(e, e.getCommandLine(), console));
    commands.setExecutionExceptionHandler(
        (e, command, result) ->
            e instanceof UsageException ? usage(e, command, console) : Faults.tell(e, console));
    return commands;
  }

  /** Name -> command, in the order in which help lists them. */
  private static Map<String, Supplier<CommandLine>> known(Console console) {
    Map<String, Supplier<CommandLine>> known = new LinkedHashMap<>();
    known.put(
        "check", () -> withStatuses(new CheckCommand(console), EnumSet.allOf(ExitStatus.class)));
    known.put(
        "wait",
        () ->
            withStatuses(
                new WaitCommand(console),
                EnumSet.of(
                    ExitStatus.PASSED,
                    ExitStatus.FAILED,
                    ExitStatus.USAGE,
                    ExitStatus.UNAVAILABLE,
                    ExitStatus.JOB_FAILED)));
    known.put(
        "extract",
        () ->
            withStatuses(
                new ExtractCommand(console), EnumSet.complementOf(EnumSet.of(ExitStatus.MISSED))));
    known.put("inspect", () -> withStatuses(new InspectCommand(console), Inspect.STATUSES));
    known.put("emit", () -> new CommandLine(new Emit()));
    known.put("init", () -> new CommandLine(new InitCommand(console)));
    return known;
  }

  /** What a command can end with. */
  private static CommandLine withStatuses(Object command, Set<ExitStatus> statuses) {
    CommandLine line = new CommandLine(command);
    line.getCommandSpec().usageMessage().exitCodeList(statuses(statuses));
    return line;
  }

  private static Map<String, String> statuses(Set<ExitStatus> possible) {
    Map<String, String> statuses = new LinkedHashMap<>();
    for (ExitStatus status : possible) {
      statuses.put(Integer.toString(status.code()), status.meaning());
    }
    return statuses;
  }

  private static int usage(Exception e, CommandLine command, Console console) {
    String name = command.getCommandSpec().qualifiedName();
    String message =
        e instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched)
            : String.valueOf(e.getMessage());
    int status = Commands.refuse(name, message, console);
    if (e instanceof ParameterException) {
      console.err().println("See " + name + " --help.");
    }
    return status;
  }

  /**
   * picocli counts arguments from 0 and calls them unmatched; people typed a word that is not
   * known.
   */
  private static String unknown(UnmatchedArgumentException e) {
    if (e.getUnmatched().isEmpty()) {
      // An option where a value was expected, such as a mistyped one behind --logs PATH.
      return String.valueOf(e.getMessage());
    }
    String first = e.getUnmatched().get(0);
    boolean command = e.getCommandLine().getCommandSpec().parent() == null;
    String what = first.startsWith("-") ? "option" : command ? "command" : "argument";
    return "unknown " + what + " \"" + first + "\"";
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
