package io.github.logcov.format.cobertura;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.model.CoverageLimits;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a line says of its arms: {@code condition-coverage="50% (1/2)"}, and beside it
 * coverage.py's {@code missing-branches="9,exit"}. One object for all lines.
 */
final class ConditionCoverage {
  private final XmlCursor cursor;
  private final CoverageLimits limits;
  private final Warnings warnings;
  private boolean missingNamed;

  ConditionCoverage(XmlCursor cursor, CoverageLimits limits, Warnings warnings) {
    this.cursor = cursor;
    this.limits = limits;
    this.warnings = warnings;
  }

  /** From now on, a branch without missing-branches misses none (coverage.py), and is exact. */
  void missingArmsAreNamed() {
    missingNamed = true;
  }

  /** The arms of a line; null when it has none, or {@code coverage} gives no fraction. */
  @Nullable Arms arms(int line, String coverage, @Nullable String missing)
      throws MalformedReportException {
    int open = coverage.lastIndexOf('(');
    if (open < 0) {
      return null;
    }
    int slash = coverage.indexOf('/', open);
    if (slash < 0 || !coverage.endsWith(")") || !isPercent(coverage, open)) {
      throw cursor.wrong("condition-coverage", "of the form \"P% (c/n)\"", coverage);
    }
    int covered = Digits.of(coverage, open + 1, slash);
    int total = Digits.of(coverage, slash + 1, coverage.length() - 1);
    if (covered < 0 || total < covered) {
      throw cursor.wrong(
          "condition-coverage", "of the form \"P% (c/n)\" with c not above n", coverage);
    }
    limits.checkArms(line, total);
    return total == 0 ? null : arms(total, covered, missing);
  }

  private Arms arms(int total, int covered, @Nullable String text) throws MalformedReportException {
    if (text == null) {
      return covered == total && missingNamed
          ? Arms.missing(total, new int[0])
          : Arms.counted(total, covered);
    }
    int[] missing = destinations(text);
    if (missing.length == total - covered) {
      return Arms.missing(total, missing);
    }
    warnings.add(
        "missing",
        cursor.place(),
        "missing-branches="
            + Excerpt.of(text)
            + " names "
            + missing.length
            + " branches, condition-coverage misses "
            + (total - covered)
            + "; the counts are taken");
    return Arms.counted(total, covered);
  }

  /** {@code 9,exit}: line numbers, and exits as -1. */
  private int[] destinations(String text) throws MalformedReportException {
    if (text.isBlank()) {
      return new int[0];
    }
    // More than a line may have are wrong together; that there are as many is for others to say.
    int most = limits.maxArmsPerLine() + 2;
    int count = 1;
    for (int i = text.indexOf(','); i >= 0 && count < most; i = text.indexOf(',', i + 1)) {
      count++;
    }
    int[] destinations = new int[count];
    int from = 0;
    for (int i = 0; i < count; i++) {
      int comma = i == count - 1 ? text.length() : text.indexOf(',', from);
      destinations[i] = Digits.of(text, from, comma);
      if (destinations[i] < 0 && !text.substring(from, comma).strip().equals("exit")) {
        throw cursor.wrong("missing-branches", "with line numbers or \"exit\"", text);
      }
      from = comma + 1;
    }
    return destinations;
  }

  /** Whether nothing stands before {@code end}, or a percentage. */
  private static boolean isPercent(String text, int end) {
    int from = Digits.begin(text, 0, end);
    int last = Digits.end(text, from, end) - 1;
    if (last < from) {
      return true;
    }
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return false;
      }
    }
    return last > from && text.charAt(last) == '%';
  }
}
