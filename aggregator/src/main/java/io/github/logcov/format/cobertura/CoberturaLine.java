package io.github.logcov.format.cobertura;

import io.github.logcov.format.Excerpt;
import io.github.logcov.format.HitCount;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code <line number hits branch condition-coverage missing-branches>} with its conditions;
 * one object for all lines, since there are so many.
 */
final class CoberturaLine {
  private final XmlCursor cursor;
  private final CoverageLimits limits;
  private final Warnings warnings;
  private final Conditions conditions;
  private boolean missingNamed;

  private int number;
  private long hits;
  private @Nullable Arms arms;

  CoberturaLine(XmlCursor cursor, CoverageLimits limits, Warnings warnings) {
    this.cursor = cursor;
    this.limits = limits;
    this.warnings = warnings;
    this.conditions = new Conditions(limits.maxArmsPerLine());
  }

  /** From now on, a branch without missing-branches misses none (coverage.py), and is exact. */
  void missingArmsAreNamed() {
    missingNamed = true;
  }

  int number() {
    return number;
  }

  long hits() {
    return hits;
  }

  /** The arms of the line; null when it has none. */
  @Nullable Arms arms() {
    return arms;
  }

  /** Reads the element the cursor stands on, up to its end. */
  void read() throws MalformedReportException, IOException {
    String place = "";
    String numberText = null;
    String hitsText = null;
    String branch = null;
    String coverage = null;
    String missing = null;
    for (int i = cursor.getAttributeCount() - 1; i >= 0; i--) {
      switch (cursor.getAttributeLocalName(i)) {
        case "number" -> numberText = cursor.getAttributeValue(i);
        case "hits" -> hitsText = cursor.getAttributeValue(i);
        case "branch" -> branch = cursor.getAttributeValue(i);
        case "condition-coverage" -> coverage = cursor.getAttributeValue(i);
        case "missing-branches" -> missing = cursor.getAttributeValue(i);
        default -> {}
      }
    }
    number = number(numberText);
    hits = hits(hitsText);
    arms = null;
    boolean isBranch = branch != null && branch.equalsIgnoreCase("true");
    if (isBranch) {
      place = cursor.place();
      arms = coverage == null ? null : arms(coverage, missing);
    }
    conditions.clear();
    children();
    if (isBranch) {
      arms = conditions.refine(arms);
      if (arms == null && !isZero(coverage)) {
        warnings.add(
            "branch",
            place,
            "branch=\"true\" without condition-coverage=\"P% (c/n)\": how many"
                + " branches the line has is not known, they are left out");
      }
    }
  }

  private static boolean isZero(@Nullable String coverage) {
    return coverage != null && coverage.endsWith("(0/0)");
  }

  private void children() throws MalformedReportException, IOException {
    int depth = 1;
    while (depth > 0) {
      int event = cursor.advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        switch (cursor.getLocalName()) {
          case "conditions" -> {}
          case "condition" ->
              conditions.add(
                  cursor.attribute("number"),
                  cursor.attribute("type"),
                  cursor.attribute("coverage"));
          default -> unknown(cursor.getLocalName());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** Remembers an element that Cobertura does not have. */
  void unknown(String element) {
    String shown = Excerpt.of(element);
    warnings.add(
        "element " + shown, cursor.place(), "the element " + shown + " is unknown and passed over");
  }

  private int number(@Nullable String text) throws MalformedReportException {
    int value = text == null ? 0 : positiveInt(text);
    if (value < 1) {
      throw cursor.wrong("number", "of 1 or more", text);
    }
    limits.checkLine(value);
    return value;
  }

  private long hits(@Nullable String text) throws MalformedReportException {
    if (text != null && text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
      return (long) text.charAt(0) - '0';
    }
    String written = text == null ? "" : text;
    try {
      long value = HitCount.parse(written);
      if (value < 0) {
        warnings.add(
            "negative",
            cursor.place(),
            "a negative count is read as 0: hits=" + Excerpt.of(written));
        return 0;
      }
      return value;
    } catch (NumberFormatException e) {
      throw cursor.wrong("hits", "with a whole number", text);
    }
  }

  /** {@code 50% (1/2)}; null when it gives no fraction. */
  private @Nullable Arms arms(String coverage, @Nullable String missing)
      throws MalformedReportException {
    int open = coverage.lastIndexOf('(');
    if (open < 0) {
      return null;
    }
    int slash = coverage.indexOf('/', open);
    if (slash < 0 || !coverage.endsWith(")") || !isPercent(coverage.substring(0, open).strip())) {
      throw cursor.wrong("condition-coverage", "of the form \"P% (c/n)\"", coverage);
    }
    int covered = positiveInt(coverage.substring(open + 1, slash).strip());
    int total = positiveInt(coverage.substring(slash + 1, coverage.length() - 1).strip());
    if (covered < 0 || total < covered) {
      throw cursor.wrong(
          "condition-coverage", "of the form \"P% (c/n)\" with c not above n", coverage);
    }
    limits.checkArms(number, total);
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
    String[] parts = text.split(",", limits.maxArmsPerLine() + 2);
    int[] destinations = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i].strip();
      destinations[i] = part.equals("exit") ? -1 : positiveInt(part);
      if (destinations[i] < 0 && !part.equals("exit")) {
        throw cursor.wrong("missing-branches", "with line numbers or \"exit\"", text);
      }
    }
    return destinations;
  }

  private static boolean isPercent(String text) {
    if (text.isEmpty()) {
      return true;
    }
    int end = text.length() - 1;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != ',') {
        return false;
      }
    }
    return end > 0 && text.charAt(end) == '%';
  }

  /** The value of digits, {@link Integer#MAX_VALUE} when beyond; -1 when it is no number. */
  static int positiveInt(String text) {
    int length = text.length();
    long value = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return length == 0 ? -1 : (int) value;
  }
}
