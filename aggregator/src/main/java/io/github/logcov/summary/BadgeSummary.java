package io.github.logcov.summary;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.model.Ratio;
import io.github.logcov.verdict.Metric;
import io.github.logcov.verdict.Percent;
import io.github.logcov.verdict.Threshold;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A small drawing (SVG) for a README: {@code coverage 99.98 %}, lines, cut as everywhere else.
 * Green where all thresholds hold, red where one does not, blue where none was given, grey where
 * there is no verdict. It asks for nothing from anywhere, and its title says the same to who cannot
 * see it.
 */
public final class BadgeSummary implements SummaryWriter {
  private static final String LABEL = "coverage";

  // White on each of them has a contrast of 4.5 to 1 or more (WCAG AA).
  private static final String GREEN = "#2e7d32";
  private static final String RED = "#c62828";
  private static final String BLUE = "#1565c0";
  private static final String GREY = "#6b6b6b";
  private static final String DARK = "#444";

  private static final int MARGIN = 6;
  private static final int HEIGHT = 20;

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    String value = value(outcome);
    int left = BadgeText.width(LABEL) + 2 * MARGIN;
    int right = BadgeText.width(value) + 2 * MARGIN;
    XmlOut xml = new XmlOut(out);
    xml.declaration();
    xml.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "width",
        left + right,
        "height",
        HEIGHT,
        "role",
        "img",
        "aria-label",
        LABEL + ": " + value);
    xml.text("title", title(outcome, value));
    xml.leaf("path", "fill", DARK, "d", leftHalf(left));
    xml.leaf("path", "fill", colour(outcome), "d", rightHalf(left, right));
    xml.open(
        "g",
        "fill",
        "#fff",
        "font-family",
        "Verdana,Geneva,DejaVu Sans,sans-serif",
        "font-size",
        11,
        "aria-hidden",
        true);
    text(xml, LABEL, MARGIN);
    text(xml, value, left + MARGIN);
    xml.close();
    xml.close();
    xml.finish();
  }

  /** The percentage of lines; it does not contradict a threshold of lines that is kept. */
  private static String value(Outcome outcome) {
    if (!outcome.conclusion().isVerdict()) {
      return "no verdict";
    }
    Ratio lines = outcome.totals().line();
    Optional<Threshold> threshold =
        outcome.thresholds().stream()
            .filter(result -> result.metric() == Metric.LINE)
            .map(ThresholdResult::threshold)
            .findFirst();
    return threshold
        .map(bound -> Percent.of(lines, bound))
        .orElseGet(() -> Percent.of(lines))
        .map(percent -> percent + " %")
        .orElse("no lines");
  }

  private static String title(Outcome outcome, String value) {
    String word = outcome.conclusion().word();
    boolean free = outcome.conclusion().isVerdict() && outcome.thresholds().isEmpty();
    return LABEL + ": " + value + (free ? "" : " (" + word + ")");
  }

  private static String colour(Outcome outcome) {
    return switch (outcome.conclusion()) {
      case PASSED -> outcome.thresholds().isEmpty() ? BLUE : GREEN;
      case MISSED -> RED;
      default -> GREY;
    };
  }

  private static String leftHalf(int width) {
    return "M3 0H%dV20H3A3 3 0 0 1 0 17V3A3 3 0 0 1 3 0z".formatted(width);
  }

  private static String rightHalf(int from, int width) {
    int end = from + width;
    return "M%d 0H%dA3 3 0 0 1 %d 3V17A3 3 0 0 1 %d 20H%dz"
        .formatted(from, end - 3, end, end - 3, from);
  }

  /** The length is given, so that any font fills the same place. */
  private static void text(XmlOut xml, String text, int x) throws IOException {
    xml.text("text", text, "x", x, "y", 14, "textLength", BadgeText.width(text));
  }
}
