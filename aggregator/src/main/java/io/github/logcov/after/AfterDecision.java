package io.github.logcov.after;

import java.util.List;

/** Whether this job is the one that waits for the others. */
public sealed interface AfterDecision {

  /** Oddities worth a warning, one sentence each, in the order in which they were met. */
  List<String> notes();

  /** It waits. */
  record Match(List<String> notes) implements AfterDecision {
    public Match {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It does not.
   *
   * @param reason what is required and not so, with its place in the file
   */
  record NoMatch(String reason, List<String> notes) implements AfterDecision {
    public NoMatch {
      notes = List.copyOf(notes);
    }
  }

  /**
   * It cannot be told, which is wrong usage or configuration.
   *
   * @param message where, what was expected, what was found, what to do
   */
  record Misconfigured(String message, List<String> notes) implements AfterDecision {
    public Misconfigured {
      notes = List.copyOf(notes);
    }
  }
}
