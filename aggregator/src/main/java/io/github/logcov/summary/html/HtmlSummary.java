package io.github.logcov.summary.html;

import com.squareup.moshi.JsonWriter;
import io.github.logcov.aggregate.JobOutcome;
import io.github.logcov.aggregate.Outcome;
import io.github.logcov.jobvalue.JobValue;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Session;
import io.github.logcov.model.SessionSets;
import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.SourceTexts;
import io.github.logcov.summary.SummaryWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * The outcome as one page of HTML. It asks for nothing from anywhere: its policy (CSP) allows the
 * style and the script that stand in it, known by their SHA-256, and nothing else. Overview, tables
 * and drawing are plain markup; the lines of files are data which the script shows.
 *
 * <p>Memory: one file at a time.
 */
public final class HtmlSummary implements SummaryWriter {
  private final SourceTexts sources;
  private final String version;

  /**
   * A page of the sources that {@code sources} has.
   *
   * @param version of logcov, for the foot of the page
   */
  public HtmlSummary(SourceTexts sources, String version) {
    this.sources = sources;
    this.version = version;
  }

  @Override
  public void write(Outcome outcome, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Markup page = new Markup(writer);
    String style = resource("page.css");
    String script = resource("page.js");
    page.own("<!doctype html>\n").open("html", "lang", "en").line();
    head(page, outcome, style, digest(style), digest(script));
    page.open("body").line();
    page.element("a", "to the files", "class", "skip", "href", "#tree").line();
    page.open("main", "id", "overview").line();
    new Overview(page, outcome).write();
    new JobTable(page).write(outcome.jobs());
    new JobWorth(page, JobValue.of(outcome)).write();
    new Treemap(page).write(outcome.coverage().files());
    new FileTree(page, outcome.coverage().hasBranches()).write(outcome.coverage().files());
    page.own("<noscript><p>The lines of files need JavaScript.</p></noscript>\n");
    page.close().line();
    fileView(page, outcome.jobs());
    page.element("footer", "Made by logcov " + version, "class", "note").line();
    data(page, outcome);
    page.own("<script>").own(script).own("</script>").line();
    page.close().close().line();
    writer.flush();
  }

  private static void head(
      Markup page, Outcome outcome, String style, String styleDigest, String scriptDigest)
      throws IOException {
    page.open("head").line();
    page.lone("meta", "charset", "utf-8").line();
    page.lone(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
                .formatted(styleDigest, scriptDigest))
        .line();
    page.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    page.lone("meta", "name", "color-scheme", "content", "light dark").line();
    page.element("title", Overview.title(outcome)).line();
    page.own("<style>").own(style).own("</style>").line();
    page.close().line();
  }

  /** The frame in which the script shows a file. */
  private static void fileView(Markup page, List<JobOutcome> jobs) throws IOException {
    page.open("main", "id", "file", "hidden", "").line();
    page.open("p").element("a", "\u2190 all files", "href", "#overview").close();
    page.element("h1", "", "id", "file-path", "class", "path", "tabindex", "-1").line();
    page.element("p", "", "id", "file-total", "class", "facts").line();
    page.open("p", "class", "controls").open("label").text("as seen by ");
    page.open("select", "id", "seen-by").element("option", "all jobs", "value", "-1");
    int number = 0;
    for (JobOutcome job : jobs) {
      page.element(
          "option",
          job.job().number() + job.job().name().map(name -> " " + name).orElse(""),
          "value",
          Integer.toString(number++));
    }
    page.close().close();
    page.element("button", "previous missed (p)", "id", "previous", "type", "button");
    page.element("button", "next missed (n)", "id", "next", "type", "button");
    page.open("span", "class", "legend note");
    page.element("span", "ran", "class", "run");
    page.element("span", "missed", "class", "miss");
    page.element("span", "branches missed", "class", "part");
    page.close().close().line();
    page.element("p", "", "id", "no-source", "class", "note", "hidden", "").line();
    page.open("div", "class", "source").element("div", "", "id", "lines", "class", "inner");
    page.close().line();
    page.element("p", "", "id", "who", "class", "who", "hidden", "", "role", "status").line();
    page.close().line();
  }

  private void data(Markup page, Outcome outcome) throws IOException {
    List<Session> sessions =
        outcome.jobs().stream().map(job -> new Session(job.job().number())).toList();
    SessionSets sets = new SessionSets(sessions);
    int number = 0;
    for (Map.Entry<SourcePath, FileCoverage> file : outcome.coverage().files().entrySet()) {
      Buffer buffer = new Buffer();
      JsonWriter json = JsonWriter.of(buffer);
      json.setSerializeNulls(true);
      new FileData(json, sets).write(file.getKey(), file.getValue(), sources.of(file.getKey()));
      json.close();
      script(page, "f" + number++, buffer.readUtf8());
    }
    Buffer buffer = new Buffer();
    JsonWriter json = JsonWriter.of(buffer);
    json.beginObject();
    json.name("title").value(Overview.title(outcome));
    json.name("files").value(outcome.coverage().files().size());
    json.name("jobs").beginArray();
    for (Session session : sessions) {
      json.value(session.jobNumber());
    }
    json.endArray();
    json.name("sets").beginArray();
    for (BitSet set : sets.sets()) {
      json.beginArray();
      for (int bit : set.stream().toArray()) {
        json.value(bit);
      }
      json.endArray();
    }
    json.endArray().endObject().close();
    script(page, "data", buffer.readUtf8());
  }

  private static void script(Markup page, String id, String json) throws IOException {
    page.own("<script type=\"application/json\" id=\"" + id + "\">");
    page.own(ScriptText.of(json)).own("</script>").line();
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlSummary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
