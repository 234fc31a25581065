package io.github.logcov.cli;

import io.github.logcov.summary.BadgeSummary;
import io.github.logcov.summary.CoberturaSummary;
import io.github.logcov.summary.FileView;
import io.github.logcov.summary.JsonSummary;
import io.github.logcov.summary.LcovSummary;
import io.github.logcov.summary.MarkdownSummary;
import io.github.logcov.summary.Screen;
import io.github.logcov.summary.SourceTexts;
import io.github.logcov.summary.TextSummary;
import io.github.logcov.summary.html.HtmlSummary;
import java.util.List;

/** All forms in which an outcome can be written, the mirror image of the formats that are read. */
final class SummaryForms {
  static final String JSON = "json";

  /** Of a text in a file. */
  private static final int WIDTH = 100;

  private SummaryForms() {}

  /** Each of them, in the order of help and documents. */
  static List<SummaryForm> all(
      FileView view, Insights insights, SourceTexts sources, String version) {
    return List.of(
        new SummaryForm("html", "one page, with sources", new HtmlSummary(sources, version)),
        new SummaryForm("markdown", "for a comment or job summary", new MarkdownSummary()),
        new SummaryForm(
            "text",
            "as on the terminal",
            new TextSummary(Screen.plain(WIDTH), view, insights.sections())),
        new SummaryForm(
            JSON,
            "for programs",
            (outcome, out) ->
                new JsonSummary(ExitStatus.of(outcome.conclusion()).code(), insights.jobValues())
                    .write(outcome, out)),
        new SummaryForm("cobertura", "coverage.xml", new CoberturaSummary()),
        new SummaryForm("lcov", "tracefile", new LcovSummary()),
        new SummaryForm("badge", "SVG", new BadgeSummary()));
  }
}
