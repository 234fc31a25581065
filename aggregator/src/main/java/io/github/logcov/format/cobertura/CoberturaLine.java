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
    int numberAt = -1;
    int hitsAt = -1;
    String branch = null;
    String coverage = null;
    String missing = null;
    for (int i = cursor.getAttributeCount() - 1; i >= 0; i--) {
      switch (cursor.getAttributeLocalName(i)) {
        case "number" -> numberAt = i;
        case "hits" -> hitsAt = i;
        case "branch" -> branch = cursor.getAttributeValue(i);
        case "condition-coverage" -> coverage = cursor.getAttributeValue(i);
        case "missing-branches" -> missing = cursor.getAttributeValue(i);
        default -> {}
      }
    }
    number = number(numberAt);
    hits = hits(hitsAt);
    arms = null;
    if (branch == null || !branch.equalsIgnoreCase("true")) {
      conditions.clear();
      children();
      return;
    }
    String place = cursor.place();
    arms = coverage == null ? null : arms(coverage, missing);
    conditions.clear();
    children();
    arms = conditions.refine(arms);
    if (arms == null && !isZero(coverage)) {
      warnings.add(
          "branch",
          place,
          "branch=\"true\" without condition-coverage=\"P% (c/n)\": how many"
              + " branches the line has is not known, they are left out");
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

  private int number(int attribute) throws MalformedReportException {
    long digits = attribute < 0 ? -1 : cursor.digits(attribute);
    int value = (int) Math.min(digits, Integer.MAX_VALUE);
    if (value < 1) {
      String text = attribute < 0 ? null : cursor.getAttributeValue(attribute);
      value = text == null ? 0 : positiveInt(text);
      if (value < 1) {
        throw cursor.wrong("number", "of 1 or more", text);
      }
    }
    limits.checkLine(value);
    return value;
  }

  private long hits(int attribute) throws MalformedReportException {
    long digits = attribute < 0 ? -1 : cursor.digits(attribute);
    if (digits >= 0) {
      return digits;
    }
    String text = attribute < 0 ? null : cursor.getAttributeValue(attribute);
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
    if (slash < 0 || !coverage.endsWith(")") || !isPercent(coverage, open)) {
      throw cursor.wrong("condition-coverage", "of the form \"P% (c/n)\"", coverage);
    }
    int covered = positiveInt(coverage, open + 1, slash);
    int total = positiveInt(coverage, slash + 1, coverage.length() - 1);
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
      destinations[i] = positiveInt(text, from, comma);
      if (destinations[i] < 0 && !text.substring(from, comma).strip().equals("exit")) {
        throw cursor.wrong("missing-branches", "with line numbers or \"exit\"", text);
      }
      from = comma + 1;
    }
    return destinations;
  }

  /** Whether nothing stands before {@code end}, or a percentage. */
  private static boolean isPercent(String text, int end) {
    int from = begin(text, 0, end);
    int last = end(text, from, end) - 1;
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

  /** The value of digits, {@link Integer#MAX_VALUE} when beyond; -1 when it is no number. */
  static int positiveInt(String text) {
    return digits(text, 0, text.length());
  }

  /** The same of a part, with blanks around it or without. */
  private static int positiveInt(String text, int from, int to) {
    int begin = begin(text, from, to);
    return digits(text, begin, end(text, begin, to));
  }

  private static int digits(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return to == from ? -1 : (int) value;
  }

  private static int begin(String text, int from, int to) {
    int begin = from;
    while (begin < to && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    return begin;
  }

  private static int end(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
