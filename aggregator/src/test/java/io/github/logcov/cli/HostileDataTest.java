package io.github.logcov.cli;

import static io.github.logcov.cli.AtTravis.log;
import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.travis.Fault;
import io.github.logcov.fixtures.travis.Job;
import io.github.logcov.fixtures.travis.LogText;
import io.github.logcov.fixtures.travis.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One hostile text at every place where data comes in, and every output held against it: streams,
 * JSON, the description of saved logs. Names of files that were extracted are what they were.
 */
class HostileDataTest {
  /** What nothing that is written may hold, in whatever case. */
  private static final List<String> COMMANDS =
      List.of("::", "##", "travis_fold:", "travis_time:", "~lc1");

  private static final Pattern TAG = Pattern.compile("<([^\\s>]*)");
  private static final List<String> ELEMENTS =
      List.of(
          "html",
          "head",
          "title",
          "body",
          "main",
          "header",
          "footer",
          "div",
          "h1",
          "h2",
          "p",
          "span",
          "b",
          "small",
          "code",
          "ul",
          "li",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "a",
          "label",
          "button",
          "select",
          "option",
          "svg",
          "g",
          "rect",
          "text",
          "details",
          "summary",
          "noscript",
          "template",
          "script");
  private static final List<String> TAGS =
      Stream.of(
              Stream.of("!doctype", "meta", "input"),
              ELEMENTS.stream(),
              ELEMENTS.stream().map(element -> "/" + element))
          .flatMap(names -> names)
          .toList();

  @TempDir Path directory;
  private Sandbox sandbox;

  static Stream<String> texts() {
    return Stream.of(
        "\u001b[2J\u001b]0;title\u0007",
        "\u0085\u009b31m\u009d",
        "\u007f\b\b\b",
        "\u202egnp.exe\u2066\u200f\u061c",
        "\u2028\u2029\ufeff\u200b\u00ad",
        "\udb40\udc41\udb40\udc42",
        "::error file=a::b",
        "::",
        "#",
        ":",
        "::add-mask::a",
        "##vso[task.complete result=Succeeded;]",
        "##[group]x",
        "##teamcity[buildStatus text='x']",
        "travis_fold:start:x",
        "travis_time:end:0",
        "section_start:1:x[collapsed=true]\u001b[0K",
        "--- group",
        "+++ group",
        "~lc1AAAAAAAAAAAAAAAAAAAA~",
        "%0A::error::x",
        "<script>alert(1)</script>");
  }

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static String json(String text) {
    return text.chars()
        .mapToObj(
            c ->
                c < ' ' || c > '~' || c == '"' || c == '\\'
                    ? "\\u%04x".formatted(c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static boolean steers(int c) {
    return c != '\n'
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          default -> false;
        };
  }

  private static void isHarmless(String where, String written) {
    assertThat(written.codePoints().filter(HostileDataTest::steers).boxed()).as(where).isEmpty();
    assertThat(written).as(where).doesNotContain(COMMANDS);
    assertThat(written.lines().filter(line -> line.matches("[-+~^]{3} .*"))).as(where).isEmpty();
  }

  /** The page: nothing but its own style and script is markup. */
  private void isHarmlessPage(String file) throws IOException {
    String page = Files.readString(directory.resolve(file), UTF_8);
    String data = page.replaceFirst("(?s)<style>.*?</style>", "");
    int script = data.lastIndexOf("<script>");
    data = data.substring(0, script) + data.substring(data.indexOf("</script>", script));

    assertThat(data.codePoints().filter(HostileDataTest::steers).boxed()).as(file).isEmpty();
    assertThat(data).as(file).doesNotContain("<script>");
    assertThat(TAG.matcher(data).results().map(tag -> tag.group(1)).distinct()).isSubsetOf(TAGS);
  }

  private static List<String> forms() {
    return Stream.of("html", "markdown", "text", "json", "cobertura", "lcov", "badge")
        .flatMap(form -> Stream.of("--report", form + "=o." + form))
        .toList();
  }

  /** Saved logs, in every form that a result has. */
  private void isHarmlessInAllForms(String... options) throws IOException {
    List<String> check = new ArrayList<>(List.of(options));
    check.add("--job-value");
    check.addAll(forms());
    isHarmless(sandbox.check(check.toArray(String[]::new)));
    areHarmlessForms();
  }

  private void areHarmlessForms() throws IOException {
    for (String form : List.of("markdown", "text", "json", "badge")) {
      // The headings of Markdown are our own.
      isHarmless(form, written(form).replaceAll("(?m)^##+ ", ""));
    }
    // In these a file is called by its name, so that it is found.
    for (String form : List.of("cobertura", "lcov")) {
      assertThat(written(form).codePoints().filter(HostileDataTest::steers).boxed()).isEmpty();
    }
    if (Files.exists(directory.resolve("o.html"))) {
      isHarmlessPage("o.html");
    }
  }

  private String written(String form) throws IOException {
    Path file = directory.resolve("o." + form);
    return Files.exists(file) ? Files.readString(file, UTF_8) : "";
  }

  private void isHarmless(Run run, String... files) throws IOException {
    isHarmless("standard output", run.out());
    isHarmless("standard error", run.err());
    for (String file : files) {
      Path path = directory.resolve(file);
      if (Files.exists(path)) {
        isHarmless(file, Files.readString(path, UTF_8));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("texts")
  void inFieldsOfFrames(String text) throws IOException {
    sandbox
        .job(
            "8.1",
            file("a.info" + text, lcov("a.py", 1)).flags(text),
            file(text + "/b.info", lcov("b.py", 1)).with(header -> header.jobName(text)),
            file("c.info", lcov("c.py", 1)).with(header -> header.commit(text)),
            file("d.info", lcov("d.py", 1)).with(header -> header.jobNumber(text)),
            file("e.info", lcov("e.py", 1)).with(header -> header.buildId(text)),
            file("f.info", lcov("f.py", 1)).with(header -> header.buildDir("/" + text)),
            file("g.info", lcov("g.py", 1)).with(header -> header.format(text)),
            file("h.info", lcov("h.py", 1)).with(header -> header.jobId(text)),
            file(text, "carried").carried())
        .build(Sandbox.job("8.1", "passed", false));

    isHarmlessInAllForms("--verbose");
    isHarmless(sandbox.run("inspect", "--logs", "logs", "--json", "i.json"), "i.json");
    isHarmless(sandbox.run("inspect", "--logs", "logs", "--paths", "--json", "p.json"), "p.json");
    isHarmless(sandbox.run("extract", "--logs", "logs", "--to", "out"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void inReports(String text) throws IOException {
    String name = text.replaceAll("[\r\n\u0085\u2028\u2029]", "");
    String xml = name.replace("<", "&lt;").replaceAll("[\u0000-\u001f]", "");
    sandbox
        .job(
            "8.1",
            file("a.info", lcov("src/" + name, 0, 1) + lcov(name, 1) + lcov(name + "/x:", 0)),
            file(
                "f.info",
                "SF:f.c\nFN:1," + name + "\nFNDA:0," + name + "\nDA:1,1\nend_of_record\n"),
            file("b.info", "SF:b.c\nDA:" + name + "\nend_of_record\n"),
            file("c.info", "SF:c.c\n" + name + "\nDA:1,1\nend_of_record\n"),
            file("d.xml", Reports.xml(xml, 1, 0)),
            file("e.xml", "<coverage><" + xml),
            file("g.json", "{\"meta\": {\"version\": \"" + json(text) + "\"}, \"files\": {}}"),
            file(
                "h.json",
                "{\"%s\": {\"path\": \"%s\", \"statementMap\": 3}}"
                    .formatted(json(text), json(text))),
            file("cover.out", "mode: set\n" + name + ":1.1,2.2 1 1\n"),
            file("x.out", "mode: " + name + "\n"),
            file("unknown", text))
        .file(
            "logs/8.2.log", "x\n\nThe job exceeded the maximum time limit for jobs" + text + "\n");

    isHarmlessInAllForms("--keep-going", "--min-file-line", "100", "--show", "all");
    isHarmlessInAllForms(
        "--root", ".", "--min-file-line", "100", "--explain", name, "--explain", "src/" + name);
    isHarmless(sandbox.run("inspect", "--logs", "logs", "--paths", "--json", "p.json"), "p.json");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void inWhatTheApiSays(String text) throws IOException {
    Scenario scenario =
        Scenario.build(8112)
            .number("8112" + text)
            .slug("o/" + text.replace("/", ""))
            .job(
                Job.over("8112.1", "passed", log(file("a.info", lcov("a.py", 1))))
                    .name(text)
                    .stage(text)
                    .config("env", text))
            .job(Job.over("8112.2", text, LogText.of(text)).stage(text))
            .job(Job.over("8112.3" + text, "failed", LogText.of(text)).stage(text));
    Scenario refused =
        Scenario.build(8112).fault(Fault.error(403, text, "no " + text).on(Fault.On.JOBS).always());
    Scenario plain =
        Scenario.build(8112)
            .fault(Fault.answer(403, "text/plain", text).on(Fault.On.JOBS).always());
    for (Scenario each : List.of(scenario, refused, plain)) {
      try (AtTravis at = new AtTravis(directory, each)) {
        for (String command : List.of("check", "inspect")) {
          Run run =
              at.fromOutside(
                  command, "-v", "--wait-timeout", "2s", "--json", "o.json", "--save-logs", "kept");
          isHarmless(at.withoutHost(run.out()), run.err(), "o.json", "kept/build.json");
        }
        List<String> check = new ArrayList<>(List.of("--wait-timeout", "2s", "--job-value"));
        check.addAll(forms());
        isHarmless(at.withoutHost(at.fromOutside("check", check.toArray(String[]::new)).out()), "");
        areHarmlessForms();
        isHarmless(at.fromOutside("wait", "-v", "--wait-timeout", "2s"));
      }
    }
  }

  private void isHarmless(String out, String err, String... files) throws IOException {
    isHarmless(new Run(0, out, err), files);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void inArgumentsEnvironmentAndNamesOfFiles(String text) throws IOException {
    String name = text.replace("/", "");
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)))
        .job("8.2" + name, file("a.info", lcov("a.py", 1)))
        .file("logs/" + name + ".json", "x")
        .file("logs/folder" + name + "/x", "x")
        .file("tox.ini", "[travis:after]\nenvlist = " + name + "\ntravis =\n  " + name + ": x\n")
        .environment("TOXENV", text)
        .environment("TRAVIS_TEST_RESULT", text)
        .environment("TRAVIS_PYTHON_VERSION", text);

    isHarmless(sandbox.check("-v", "--json", "o.json"), "o.json");
    isHarmless(sandbox.check("--json", "no/" + text));
    isHarmless(sandbox.check("--job", text, "--skip-job", text, "--flag", text));
    isHarmless(sandbox.check("--skip-job", text, "--optional-job", text, "--include", text));
    isHarmless(sandbox.check("--path-map", text + "=" + text, "--root", text));
    isHarmless(sandbox.check("--min-line", text));
    isHarmless(sandbox.run("extract", "--logs", "logs", "--to", "out" + text));
    isHarmless(sandbox.run("wait", "--tox-ini", "--build", "1", "--api-url", "http://127.0.0.1:1"));
    isHarmless(sandbox.run("wait", "--build", text, "--api-url", text));
    isHarmless(sandbox.environment("TRAVIS_API_URL", text).run("check", "--build", "1"));
    isHarmless(sandbox.run(text, text));
    isHarmless(sandbox.run("init", text));
  }
}
