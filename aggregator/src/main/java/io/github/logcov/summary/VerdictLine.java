package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.problem.Severity;

/** The last line of a summary, and what stands in its brackets. */
final class VerdictLine {
  private VerdictLine() {}

  /** {@code verdict: missed}, perhaps with why there is none. */
  static String of(Outcome outcome) {
    String line = "verdict: " + outcome.conclusion().word();
    if (!outcome.conclusion().isVerdict()) {
      return line + " (" + errors(outcome) + " above); the figures are of what could be read";
    }
    String remark = remark(outcome);
    return remark.isEmpty() ? line : line + " (" + remark + ")";
  }

  /** {@code 2 errors}. */
  static String errors(Outcome outcome) {
    long errors =
        outcome.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).count();
    return errors == 1 ? "1 error" : errors + " errors";
  }

  /** What there is to know of a verdict; empty when there is nothing. */
  static String remark(Outcome outcome) {
    if (outcome.keptGoing() && outcome.passedOver() > 0) {
      return "--keep-going: %s passed over"
          .formatted(outcome.passedOver() == 1 ? "1 problem" : outcome.passedOver() + " problems");
    }
    return outcome.thresholds().isEmpty() ? "no threshold given" : "";
  }
}
