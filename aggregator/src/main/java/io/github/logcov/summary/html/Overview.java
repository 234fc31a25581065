package io.github.logcov.summary.html;

import io.github.logcov.aggregate.Conclusion;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.log.BuildInfo;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Totals;
import io.github.logcov.problem.Problem;
import io.github.logcov.summary.ThresholdLine;
import io.github.logcov.verdict.Percent;
import io.github.logcov.verdict.ThresholdResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the page begins with: verdict, totals, thresholds, problems. */
final class Overview {
  private final Markup page;
  private final Outcome outcome;

  Overview(Markup page, Outcome outcome) {
    this.page = page;
    this.outcome = outcome;
  }

  void write() throws IOException {
    heading();
    cards();
    thresholds();
    problems();
  }

  /** The title of the page, such as {@code Coverage of build 8112: passed}. */
  static String title(Outcome outcome) {
    return "Coverage"
        + outcome.build().flatMap(BuildInfo::number).map(number -> " of build " + number).orElse("")
        + ": "
        + outcome.conclusion().word();
  }

  private void heading() throws IOException {
    page.open("header").open("div", "class", "top").element("h1", "Coverage");
    page.element(
        "span",
        outcome.conclusion().word(),
        "class",
        "pill " + (outcome.conclusion() == Conclusion.PASSED ? "good" : "bad"));
    page.close();
    List<String> facts = new ArrayList<>();
    outcome
        .build()
        .ifPresent(
            build -> {
              build.number().ifPresent(number -> facts.add("build " + number));
              build.commit().ifPresent(commit -> facts.add("commit " + commit));
            });
    facts.add(counted(outcome.jobs().size(), "job"));
    facts.add(counted(outcome.coverage().files().size(), "file"));
    page.open("p", "class", "facts").text(String.join(" \u00b7 ", facts));
    String url = outcome.build().flatMap(BuildInfo::url).orElse("");
    if (isLink(url)) {
      page.text(" \u00b7 ").element("a", "the build", "href", url, "rel", "noreferrer");
    }
    page.close().close().line();
    if (!outcome.conclusion().isVerdict()) {
      page.element(
              "p",
              "This is no verdict: something is missing or damaged, see the problems. The figures"
                  + " are of what could be read.",
              "class",
              "bad")
          .line();
    }
  }

  /** Only what a browser takes for another page; never a script. */
  static boolean isLink(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("https://") || lower.startsWith("http://");
  }

  static String counted(long count, String noun) {
    return count == 1 ? "1 " + noun : count + " " + noun + "s";
  }

  private void cards() throws IOException {
    Totals totals = outcome.totals();
    page.open("ul", "class", "cards").line();
    card("lines", totals.line(), "");
    if (totals.branch().total() > 0) {
      boolean range = totals.branchUpper() > totals.branch().covered();
      card("branches", totals.branch(), range ? ", at most " + totals.branchUpper() : "");
      card("lines and branches", totals.combined(), "");
    }
    if (totals.statement().isPresent()) {
      card("statements", totals.statement().get(), "");
    }
    if (totals.function().isPresent()) {
      card("functions", totals.function().get(), "");
    }
    page.close().line();
  }

  private void card(String metric, Ratio ratio, String more) throws IOException {
    page.open("li").text(metric);
    page.element("b", Percent.of(ratio).map(percent -> percent + " %").orElse("none"));
    Bar.write(page, ratio);
    page.element("small", ratio.covered() + " of " + ratio.total() + more);
    page.close().line();
  }

  private void thresholds() throws IOException {
    if (outcome.thresholds().isEmpty()) {
      return;
    }
    page.element("h2", "Thresholds").open("ul", "class", "plain").line();
    for (ThresholdResult result : outcome.thresholds()) {
      page.open("li", "class", result.met() ? "good" : "bad")
          .text(result.met() ? "\u2713 " : "\u2717 ")
          .text(ThresholdLine.of(result))
          .close()
          .line();
    }
    page.close().line();
  }

  private void problems() throws IOException {
    if (outcome.problems().isEmpty()) {
      return;
    }
    page.element("h2", "Problems").open("ul", "class", "plain").line();
    for (Problem problem : outcome.problems()) {
      String origin = problem.origin().toString();
      page.open("li")
          .element(
              "b",
              problem.severity().word(),
              "class",
              switch (problem.severity()) {
                case ERROR -> "bad";
                case WARNING -> "half";
                case NOTE -> "note";
              })
          .text(": " + (origin.isEmpty() ? "" : origin + ": ") + problem.message() + " ")
          .element("code", "[" + problem.type().slug() + "]", "class", "note")
          .close()
          .line();
    }
    page.close().line();
  }
}
