package io.github.logcov.format;

import io.github.logcov.model.CoverageLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Reads what XML reports have in common from the attributes of the element a cursor stands on. */
public final class XmlFields {
  private final XmlCursor cursor;
  private final FormatLimits limits;
  private final Warnings warnings;

  /** Over a cursor; negative counts are told to {@code warnings}. */
  public XmlFields(XmlCursor cursor, FormatLimits limits, Warnings warnings) {
    this.cursor = cursor;
    this.limits = limits;
    this.warnings = warnings;
  }

  /** Moves to the root element, which must have this name. */
  public void root(String name) throws MalformedReportException, IOException {
    int event = cursor.getEventType();
    while (event != XMLStreamConstants.START_ELEMENT) {
      event = cursor.advance();
    }
    if (!cursor.getLocalName().equals(name)) {
      throw cursor.wrong(
          "the root element <" + name + "> was expected but was <" + cursor.getLocalName() + ">");
    }
  }

  /** A line number, 1 or more. */
  public int line(String attribute) throws MalformedReportException {
    int value = number(attribute);
    if (value < 1) {
      throw cursor.wrong(attribute, "of 1 or more", cursor.attribute(attribute));
    }
    CoverageLimits coverage = limits.coverage();
    coverage.checkLine(value);
    return value;
  }

  /** Digits; {@link Integer#MAX_VALUE} when beyond. */
  public int number(String attribute) throws MalformedReportException {
    int value = claim(attribute);
    if (value < 0) {
      throw cursor.wrong(attribute, "with a number", cursor.attribute(attribute));
    }
    return value;
  }

  /** As {@link #number}; -1 where there is no such attribute, or no number in it. */
  public int claim(String attribute) {
    int index = cursor.indexOf(attribute);
    if (index < 0) {
      return -1;
    }
    long digits = cursor.digits(index);
    return digits < 0
        ? saturated(cursor.getAttributeValue(index))
        : (int) Math.min(digits, Integer.MAX_VALUE);
  }

  private static int saturated(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** How often something ran, 0 or more; below that it is 0, with a warning. */
  public long count(String attribute) throws MalformedReportException {
    return count(attribute, cursor.indexOf(attribute));
  }

  /** The same of the attribute with that index, -1 where there is none. */
  public long count(String attribute, int index) throws MalformedReportException {
    long digits = index < 0 ? -1 : cursor.digits(index);
    if (digits >= 0) {
      return digits;
    }
    String text = index < 0 ? null : cursor.getAttributeValue(index);
    try {
      long value = HitCount.parse(text == null ? "" : text);
      if (value < 0) {
        warnings.add(
            "negative",
            cursor.place(),
            "a negative count is read as 0: " + attribute + "=" + Excerpt.of(String.valueOf(text)));
        return 0;
      }
      return value;
    } catch (NumberFormatException e) {
      throw cursor.wrong(attribute, "with a whole number", text);
    }
  }

  /** The path of a source file; {@code attribute} is where it was found. */
  public String path(String attribute, @Nullable String path) throws MalformedReportException {
    if (path == null || path.isEmpty()) {
      throw cursor.wrong(attribute, "with a path", path);
    }
    int maxPath = limits.maxPath();
    if (path.length() > maxPath || path.getBytes(StandardCharsets.UTF_8).length > maxPath) {
      throw Bound.exceeded(cursor.place(), "a path", maxPath, "bytes", "--max-path");
    }
    return path;
  }

  /** Moves to the end of the element the cursor stands on. */
  public void passOver() throws MalformedReportException, IOException {
    int depth = 1;
    while (depth > 0) {
      int event = cursor.advance();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** Remembers an element that the format does not have. */
  public void unknown(String element) {
    String shown = Excerpt.of(element);
    warnings.add(
        "element " + shown, cursor.place(), "the element " + shown + " is unknown and passed over");
  }
}
