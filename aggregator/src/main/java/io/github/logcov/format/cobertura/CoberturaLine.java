package io.github.logcov.format.cobertura;

import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Warnings;
import io.github.logcov.format.XmlCursor;
import io.github.logcov.format.XmlFields;
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
  private final XmlFields fields;
  private final CoverageLimits limits;
  private final Warnings warnings;
  private final ConditionCoverage decision;
  private final Conditions conditions;

  private int number;
  private long hits;
  private @Nullable Arms arms;

  CoberturaLine(XmlCursor cursor, XmlFields fields, CoverageLimits limits, Warnings warnings) {
    this.cursor = cursor;
    this.fields = fields;
    this.limits = limits;
    this.warnings = warnings;
    this.decision = new ConditionCoverage(cursor, limits, warnings);
    this.conditions = new Conditions(limits.maxArmsPerLine());
  }

  /** From now on, a branch without missing-branches misses none (coverage.py), and is exact. */
  void missingArmsAreNamed() {
    decision.missingArmsAreNamed();
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
    hits = fields.count("hits", hitsAt);
    arms = null;
    if (branch == null || !branch.equalsIgnoreCase("true")) {
      conditions.clear();
      children();
      return;
    }
    String place = cursor.place();
    arms = coverage == null ? null : decision.arms(number, coverage, missing);
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
          default -> fields.unknown(cursor.getLocalName());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private int number(int attribute) throws MalformedReportException {
    long digits = attribute < 0 ? -1 : cursor.digits(attribute);
    int value = (int) Math.min(digits, Integer.MAX_VALUE);
    if (value < 1) {
      String text = attribute < 0 ? null : cursor.getAttributeValue(attribute);
      value = text == null ? 0 : Digits.of(text);
      if (value < 1) {
        throw cursor.wrong("number", "of 1 or more", text);
      }
    }
    limits.checkLine(value);
    return value;
  }
}
