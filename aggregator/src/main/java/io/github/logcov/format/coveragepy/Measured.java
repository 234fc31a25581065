package io.github.logcov.format.coveragepy;

import io.github.logcov.format.JsonCursor;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.model.CoverageLimits;
import java.util.function.LongFunction;

/**
 * Lines, or arcs, of one source file: those that ran, among them some that do not count
 * (docstrings, arcs that are no arms), those that count and were missed, and how many count.
 */
final class Measured {
  final SortedNumbers executed;
  final SortedNumbers missing;
  final Counts claim = new Counts();
  private final String word;

  /** Of {@code "lines"} or {@code "branches"}, as the keys of the report call them. */
  Measured(String word, CoverageLimits limits) {
    this.word = word;
    executed = new SortedNumbers(limits);
    missing = new SortedNumbers(limits);
  }

  /** Refuses that something ran and was missed; {@code text} shows the first such number. */
  void requireApart(JsonCursor cursor, LongFunction<String> text) throws MalformedReportException {
    for (long number : missing.toArray()) {
      if (executed.contains(number)) {
        throw new MalformedReportException(
            cursor.place() + ".missing_" + word,
            text.apply(number) + " is in executed_" + word + " as well; it ran or was missed");
      }
    }
  }

  /**
   * How many count. That is the report's own number; where its numbers contradict each other or
   * what it names, there is a warning, and it is the least of what they allow, so that no more is
   * covered than any of them says.
   *
   * @param unnamed whether some may count as covered that are named nowhere; then the number of
   *     covered ones must say so
   */
  int total(JsonCursor cursor, Warnings warnings, boolean unnamed) {
    long named = (long) executed.size() + missing.size();
    boolean possible =
        missing.size() <= claim.total
            && (claim.total <= named || unnamed && claim.covered != Counts.UNKNOWN);
    if (possible && claim.agree(claim.total, missing.size())) {
      return (int) claim.total;
    }
    warnings.add(
        word,
        cursor.place() + ".summary",
        "the totals ("
            + claim
            + " "
            + word
            + ") disagree with the "
            + word
            + " themselves ("
            + executed.size()
            + " executed, "
            + missing.size()
            + " missing); these count");
    long least = Math.min(claim.total, named);
    if (claim.covered != Counts.UNKNOWN) {
      least = Math.min(least, claim.covered + missing.size());
    }
    return (int) Math.max(least, missing.size());
  }
}
