package io.github.logcov.cli;

import io.github.logcov.collect.Pace;
import io.github.logcov.collect.WatchListener;
import io.github.logcov.summary.Printable;
import io.github.logcov.summary.Screen;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that a command knows of the process around it. The token is in nothing that it prints.
 *
 * @param out where results go
 * @param err where progress and problems go; the same stream as {@code out} inside Travis, whose
 *     back ends may drop the other
 * @param in standard input
 * @param environment the environment variables
 * @param directory the current directory
 * @param terminal columns of the terminal that {@code err} is; empty when it is none
 * @param wide columns of the terminal that {@code out} is; empty when it is none
 * @param pace the time by which a command waits
 */
record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> environment,
    Path directory,
    OptionalInt terminal,
    OptionalInt wide,
    Pace pace) {
  /** Wide enough for a table, narrow enough for every log viewer. */
  private static final int PIPED_WIDTH = 80;

  /** Narrower tables cannot be read, nor wider ones. */
  private static final int LEAST_WIDTH = 40;

  private static final int MOST_WIDTH = 200;

  /** A console for these streams; with {@code TRAVIS=true} everything goes to {@code out}. */
  static Console of(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Map<String, String> environment,
      Path directory) {
    boolean travis = "true".equals(environment.get("TRAVIS"));
    Optional<TokenMask> mask = TokenMask.of(environment);
    PrintStream shown = masked(out, mask);
    return new Console(
        shown,
        travis ? shown : masked(err, mask),
        in,
        Map.copyOf(environment),
        directory,
        OptionalInt.empty(),
        OptionalInt.empty(),
        new RealPace());
  }

  private static PrintStream masked(PrintStream stream, Optional<TokenMask> mask) {
    return mask.<PrintStream>map(token -> MaskedPrint.of(stream, token)).orElse(stream);
  }

  /** A stream for JSON that tells of the run, as all that is printed without the token. */
  OutputStream maskedJson(OutputStream out) {
    return TokenMask.of(environment).<OutputStream>map(mask -> mask.overJson(out)).orElse(out);
  }

  /** A stream for any other file, without the token too. */
  OutputStream masked(OutputStream out) {
    return TokenMask.of(environment).<OutputStream>map(mask -> mask.over(out)).orElse(out);
  }

  /** Nothing more will be printed: what was held back, as it might have been a token, is told. */
  void finish() {
    for (PrintStream stream : List.of(out, err)) {
      if (stream instanceof MaskedPrint masked) {
        masked.finish();
      }
    }
  }

  /** The same, with progress on a terminal; inside Travis a terminal is none. */
  Console onTerminal(int columns) {
    return isOneStream()
        ? this
        : new Console(out, err, in, environment, directory, OptionalInt.of(columns), wide, pace);
  }

  /** The same, with results on a terminal; inside Travis a terminal is none. */
  Console onScreen(int columns) {
    return isOneStream()
        ? this
        : new Console(
            out, err, in, environment, directory, terminal, OptionalInt.of(columns), pace);
  }

  /** The same in another time. */
  Console at(Pace other) {
    return new Console(out, err, in, environment, directory, terminal, wide, other);
  }

  /** Tells how far a command is. */
  WatchListener progress() {
    if (terminal.isEmpty()) {
      return new PlainProgress(err);
    }
    return new LiveProgress(err, terminal.getAsInt(), mayColour(), pace);
  }

  /** Shows how far some work is, where there is a terminal. */
  ProgressBar bar(String what, int all) {
    return new ProgressBar(err, terminal, pace, what, all);
  }

  /** Not for who asked for none, nor on a terminal that has none. */
  private boolean mayColour() {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  /** What results are made for: a terminal, or a pipe or file. */
  Screen screen() {
    return new Screen(width(), wide.isPresent() && mayColour(), wide.isPresent());
  }

  /** The same for problems on the error stream. */
  Screen errorScreen() {
    return new Screen(bounded(terminal), terminal.isPresent() && mayColour(), terminal.isPresent());
  }

  /** Whether results and problems share one stream. */
  boolean isOneStream() {
    return out == err;
  }

  /** Columns of a line of results. */
  int width() {
    return bounded(wide);
  }

  private static int bounded(OptionalInt columns) {
    return Math.max(LEAST_WIDTH, Math.min(columns.orElse(PIPED_WIDTH), MOST_WIDTH));
  }

  /** Progress, for {@code --verbose}. */
  void tell(String text) {
    err.println("logcov: " + Printable.of(text));
  }
}
