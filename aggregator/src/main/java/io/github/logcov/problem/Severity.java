package io.github.logcov.problem;

import java.util.Locale;

/** How much a problem weighs. */
public enum Severity {
  /** Decides the exit status. */
  ERROR,
  /** Shown and counted, does not decide. */
  WARNING,
  /** Worth knowing. */
  NOTE;

  /** The word in JSON and on the terminal, lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
