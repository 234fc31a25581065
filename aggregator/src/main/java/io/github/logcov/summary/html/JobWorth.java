package io.github.logcov.summary.html;

import io.github.logcov.jobvalue.FragileLines;
import io.github.logcov.jobvalue.JobShare;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.model.Ratio;
import io.github.logcov.summary.JobValueSentences;
import io.github.logcov.summary.LineRanges;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What each job is worth: the union without it, the jobs that would do, lines that hang on one. */
final class JobWorth {
  private static final int MOST_ROWS = 50;
  private static final int MOST_RANGES = 40;

  private final Markup page;
  private final JobValue value;
  private final JobValueSentences sentences;

  JobWorth(Markup page, JobValue value) {
    this.page = page;
    this.value = value;
    this.sentences = new JobValueSentences(value);
  }

  void write() throws IOException {
    if (value.jobs().size() < 2) {
      return;
    }
    page.element("h2", "What the jobs are worth").line();
    page.element("p", sentence(sentences.cheapest())).line();
    page.element("p", sentence(sentences.spare())).line();
    page.open("details").element("summary", "the union without each job").line();
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    page.element("th", "job").element("th", "only here", "class", "n");
    page.element("th", "union without it", "class", "n").close().close().open("tbody").line();
    for (JobShare job : value.jobs()) {
      page.open("tr").element("td", job.job().number());
      page.element("td", Long.toString(job.onlyHere()), "class", "n");
      page.element("td", counted(job.without()), "class", "n").close().line();
    }
    page.close().close().close().close().line();
    fragile(sentences.alone(), value.alone());
    if (value.jobs().stream().anyMatch(JobShare::optional)) {
      fragile(sentences.optional(), value.optional());
    }
  }

  private void fragile(String heading, List<FragileLines> fragile) throws IOException {
    if (fragile.isEmpty()) {
      page.element("p", sentence(heading)).line();
      return;
    }
    page.open("details").element("summary", heading).line();
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    page.element("th", "file").element("th", "job").element("th", "lines", "class", "n");
    page.element("th", "which").close().close().open("tbody").line();
    List<FragileLines> most =
        fragile.stream()
            .sorted(Comparator.comparingInt((FragileLines each) -> -each.lines().length))
            .limit(MOST_ROWS)
            .toList();
    for (FragileLines each : most) {
      page.open("tr").element("td", each.path().value(), "class", "path");
      page.element("td", sentences.jobs(each.jobs()));
      page.element("td", Integer.toString(each.lines().length), "class", "n");
      page.element("td", ranges(each.lines())).close().line();
    }
    page.close().close().close();
    int more = fragile.size() - most.size();
    if (more > 0) {
      page.element("p", "and " + more + " more; --json --job-value has them all", "class", "note");
    }
    page.close().line();
  }

  private static String ranges(int[] lines) {
    List<String> ranges = LineRanges.of(lines);
    int more = ranges.size() - MOST_RANGES;
    String first = String.join(", ", ranges.subList(0, Math.min(MOST_RANGES, ranges.size())));
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private static String counted(Ratio ratio) {
    return Percent.of(ratio)
        .map(percent -> percent + " % (" + ratio.covered() + " of " + ratio.total() + ")")
        .orElse("none");
  }

  /** Begins with a capital and ends with a full stop. */
  private static String sentence(String text) {
    String begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
