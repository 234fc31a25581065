package io.github.logcov.cli;

import io.github.logcov.log.SpoolFailedException;
import io.github.logcov.payload.ScratchFailedException;
import io.github.logcov.summary.Printable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is said, and how a command ends, when something happened that should not. */
final class Faults {
  /** More than any chain of causes has; one may be a circle. */
  private static final int MOST_CAUSES = 50;

  private Faults() {}

  /**
   * Tells of a fault: what the user can mend in a line, everything else with all that is known.
   *
   * @return the exit status
   */
  static int tell(Throwable e, Console console) {
    try {
      Optional<String> full = in(e, Faults::full);
      if (full.isPresent()) {
        Printable.paragraph("logcov: " + full.get(), console.width())
            .forEach(console.err()::println);
        return ExitStatus.FAILED.code();
      }
      in(e, Faults::small).ifPresent(console.err()::println);
      trace(e, console);
    } catch (OutOfMemoryError again) {
      // Not even for the words above; this one is there already.
      console.err().println(NO_MEMORY);
    }
    return ExitStatus.FAILED.code();
  }

  private static final String NO_MEMORY =
      "logcov: out of memory; give it more, such as LOGCOV_JAVA_OPTS=-Xmx2g";

  private static final String NO_STACK =
      "logcov: the stack is too small; give it more, such as LOGCOV_JAVA_OPTS=-Xss16m";

  /** What becomes of no fault of ours: a disk is full. */
  private static @Nullable String full(Throwable e) {
    return e instanceof ScratchFailedException || e instanceof SpoolFailedException
        ? e.getMessage()
        : null;
  }

  /** What Java has too little of. */
  private static @Nullable String small(Throwable e) {
    return e instanceof OutOfMemoryError
        ? NO_MEMORY
        : e instanceof StackOverflowError ? NO_STACK : null;
  }

  /** What a throwable or one that caused it is told as; the first one that is. */
  private static Optional<String> in(Throwable e, Function<Throwable, @Nullable String> told) {
    @Nullable Throwable each = e;
    for (int causes = 0; each != null && causes < MOST_CAUSES; causes++) {
      @Nullable String text = told.apply(each);
      if (text != null) {
        return Optional.of(text);
      }
      each = each.getCause();
    }
    return Optional.empty();
  }

  /** Ours to mend, so all that is known is shown. */
  private static void trace(Throwable e, Console console) {
    console.err().println("logcov: fault inside logcov, please report it with these lines:");
    // Messages of exceptions may quote what was read.
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    trace
        .toString()
        .lines()
        .map(line -> Printable.of(line.replace("\t", "    ")))
        .forEach(console.err()::println);
  }
}
