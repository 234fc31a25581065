package io.github.logcov.summary.html;

import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.PayloadOutcome;
import io.github.logcov.model.Ratio;
import io.github.logcov.verdict.Percent;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The table of jobs: state, reports, own coverage, lines that nobody else ran. */
final class JobTable {
  private final Markup page;

  JobTable(Markup page) {
    this.page = page;
  }

  void write(List<JobOutcome> jobs) throws IOException {
    if (jobs.isEmpty()) {
      return;
    }
    page.element("h2", "Jobs").line();
    page.open("div", "class", "wide").open("table", "id", "jobs-table").open("thead").open("tr");
    heading("order", "job", "", "ascending");
    boolean states = jobs.stream().anyMatch(job -> !state(job).isEmpty());
    if (states) {
      heading("state", "state", "", "ascending");
    }
    heading("reports", "reports", "n narrow-no", "descending");
    heading("share", "lines", "n", "ascending");
    page.open("th", "class", "b").close();
    heading("alone", "only here", "n", "descending");
    page.element("th", "what it sent").close().close().line().open("tbody").line();
    int order = 0;
    for (JobOutcome job : jobs) {
      row(job, order++, states);
    }
    page.close().close().close().line();
  }

  private void heading(String key, String text, String type, String first) throws IOException {
    page.open("th", "data-key", key, "class", type, "data-first", first)
        .element("button", text, "type", "button")
        .close();
  }

  private static String state(JobOutcome job) {
    String state = job.job().state().orElse("");
    return job.job().allowFailure() ? (state + " (may fail)").strip() : state;
  }

  private void row(JobOutcome job, int order, boolean states) throws IOException {
    Ratio lines = job.line();
    page.open(
        "tr",
        "data-order",
        Integer.toString(order),
        "data-state",
        state(job),
        "data-reports",
        Integer.toString(job.payloads().size()),
        "data-share",
        lines.total() == 0 ? "2" : Double.toString((double) lines.covered() / lines.total()),
        "data-alone",
        Long.toString(job.onlyHere()));
    page.open("td");
    String url = job.job().url().orElse("");
    if (Overview.isLink(url)) {
      page.element("a", job.job().number(), "href", url, "rel", "noreferrer");
    } else {
      page.text(job.job().number());
    }
    if (job.job().name().isPresent()) {
      page.element("small", " " + job.job().name().get(), "class", "note");
    }
    page.close();
    if (states) {
      page.element("td", state(job));
    }
    page.element("td", Integer.toString(job.payloads().size()), "class", "n narrow-no");
    page.element(
        "td",
        Percent.of(lines)
            .map(percent -> percent + " % (" + lines.covered() + " of " + lines.total() + ")")
            .orElse("\u2013"),
        "class",
        "n");
    page.open("td", "class", "b");
    Bar.write(page, lines);
    page.close();
    page.element("td", Long.toString(job.onlyHere()), "class", "n");
    page.element(
        "td",
        job.payloads().stream().map(JobTable::sent).collect(Collectors.joining("; ")),
        "class",
        "path");
    page.close().line();
  }

  private static String sent(PayloadOutcome payload) {
    String flags = payload.flags().isEmpty() ? "" : ", flags " + String.join(", ", payload.flags());
    String repaired =
        payload.repaired() == 0
            ? ""
            : ", " + Overview.counted(payload.repaired(), "line") + " repaired";
    return payload.path() + " (" + payload.format() + flags + repaired + ")";
  }
}
