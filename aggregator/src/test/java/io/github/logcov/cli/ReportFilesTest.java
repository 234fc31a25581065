package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code --report FORMAT=PATH}, {@code --show} and {@code --sort} do. */
class ReportFilesTest {
  private static final String FORMS = "html, markdown, text, json, cobertura, lcov, badge";

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
    sandbox.job("8.1", file("a.info", lcov("b.py", 1, 0) + lcov("a.py", 1, 1)));
  }

  private boolean isThere(String name) {
    return Files.exists(directory.resolve(name));
  }

  @Test
  void writesAllFormsOfOneOutcome() {
    Run run =
        sandbox.check(
            "--report", "markdown=a.md",
            "--report", "cobertura=a.xml",
            "--report", "lcov=a.info",
            "--report", "badge=a.svg",
            "--report", "text=a.txt",
            "--report", "json=a.json",
            "--report", "html=a.html",
            "--json", "b.json");

    assertThat(run.status()).isZero();
    assertThat(sandbox.read("a.md")).startsWith("## \u2705 Coverage: passed, 75.00 % of lines\n");
    assertThat(sandbox.read("a.xml")).contains("lines-covered=\"3\" lines-valid=\"4\"");
    assertThat(sandbox.read("a.info")).startsWith("TN:\nSF:a.py\nDA:1,1\n");
    assertThat(sandbox.read("a.svg")).contains("coverage: 75.00 %");
    assertThat(sandbox.read("a.txt")).isEqualTo(run.out());
    assertThat(sandbox.read("a.json")).isEqualTo(sandbox.read("b.json"));
    assertThat(sandbox.read("a.html")).startsWith("<!doctype html>");
  }

  @Test
  void writesThemToo() {
    assertThat(sandbox.job("8.2").check("--report", "badge=a.svg").status()).isEqualTo(4);
    assertThat(sandbox.read("a.svg")).contains("coverage: no verdict (incomplete)");

    assertThat(sandbox.check("--report", "badge=b.svg", "--min-line", "101").status()).isEqualTo(2);
    assertThat(isThere("b.svg")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xml=a", "HTML=a", "html", "=a", "", "a.html"})
  void namesTheFormsWhereOneIsNotKnown(String report) {
    Run run = sandbox.check("--report", report);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().replaceAll("\n +", " "))
        .startsWith(
            "logcov check: --report: expected FORMAT=PATH, FORMAT being one of "
                + FORMS
                + ", but found \""
                + report
                + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--report;html=|--report html: expected a path, but it is empty (an unset variable?)",
        "--report;lcov=a;--report;html=x/../a"
            + "|--report html: x/../a is written by --report lcov already; name another file",
        "--report;json=a;--json;a|--json: a is written by --report json already; name another file",
        "--show;some|--show: expected missed, all, none, but found \"some\"",
        "--sort;name|--sort: expected path, missed, percent, but found \"name\"",
      })
  void refusesWhatMakesNoSense(String options, String message) {
    Run run = sandbox.check(options.split(";"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().replaceAll("\n +", " ")).startsWith("logcov check: " + message);
    assertThat(isThere("a")).isFalse();
  }

  @Test
  void saysInJsonWhichFileCannotBeWritten() {
    Run run =
        sandbox.check(
            "--json", "a.json", "--report", "markdown=a.md", "--report", "html=nowhere/a.html");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems())
        .contains("--report html: " + directory.resolve("nowhere/a.html") + " cannot be written:")
        .contains("there is no such folder; name a file that can be [summary-unwritable]");
    assertThat(run.out()).contains("verdict: failed (1 error above)");
    assertThat(Json.of(sandbox.read("a.json")).at("/problems/0/slug").asString())
        .isEqualTo("summary-unwritable");
    assertThat(Json.of(sandbox.read("a.json")).at("/exitStatus").asInt()).isEqualTo(1);
    assertThat(sandbox.read("a.md")).startsWith("## \u2705 Coverage: passed");
  }

  @Test
  void writesJsonAnewWhereAnotherJsonCannotBeWritten() {
    sandbox.check("--report", "json=a.json", "--json", "nowhere/b.json");

    assertThat(Json.of(sandbox.read("a.json")).at("/problems/0/slug").asString())
        .isEqualTo("summary-unwritable");
  }

  @Test
  void keepsWhatWasThereWhenAFileCannotBeWritten() throws IOException {
    Files.createDirectory(directory.resolve("a.md"));

    assertThat(sandbox.check("--report", "markdown=a.md").status()).isEqualTo(1);
    try (var left = Files.list(directory)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("a.md", "logs");
    }
  }

  @Test
  void keepsTheTokenOutOfThem() {
    sandbox
        .environment("TRAVIS_TOKEN", "s3cr3t-t0k3n")
        .job("8.1", file("a.info", lcov("src/s3cr3t-t0k3n.py", 1, 0)))
        .check("--report", "lcov=a.info", "--report", "markdown=a.md");

    assertThat(sandbox.read("a.info")).contains("SF:src/[token].py");
    assertThat(sandbox.read("a.md")).doesNotContain("s3cr3t");
  }

  @Test
  void showsTheSourcesOfTheCheckout() {
    sandbox
        .file("checkout/a.py", "import this_is_shown\n")
        .file("checkout/b.py", "")
        .check("--root", "checkout", "--report", "html=a.html");

    assertThat(sandbox.read("a.html")).contains("import this_is_shown");
  }

  @Test
  void listsTheFilesThatAreAskedFor() {
    assertThat(files()).containsExactly("b.py");
    assertThat(files("--show", "all")).containsExactly("a.py", "b.py");
    assertThat(files("--show", "all", "--sort", "missed")).containsExactly("b.py", "a.py");
    assertThat(files("--show", "all", "--sort", "percent")).containsExactly("b.py", "a.py");
    assertThat(files("--show", "none")).isEmpty();
    assertThat(sandbox.check("--show", "none").out()).doesNotContain("miss");
  }

  private List<String> files(String... options) {
    return sandbox
        .check(options)
        .out()
        .lines()
        .filter(line -> line.contains(".py "))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }
}
