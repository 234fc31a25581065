package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three checkouts of one project, on Linux, on macOS and as tox installs it, are one project. */
class CheckoutsTest {
  private static final String LINUX = "/home/travis/build/example/project";
  private static final String MAC = "/Users/travis/build/example/project";
  private static final String WINDOWS = "C:\\Users\\travis\\build\\example\\project";
  private static final String TOX = ".tox/py38/lib/python3.8/site-packages";

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
    sandbox.file("checkout/src/pkg/a.py", "").file("checkout/src/pkg/sub/b.py", "");
  }

  /** What coverage.py writes of the two files: roots, then names below the first of them. */
  private static Emitted report(String buildDir, String root, String folder, int... hits) {
    return file("coverage.xml", xml(root, folder, hits)).with(h -> h.buildDir(buildDir));
  }

  private static String xml(String root, String folder, int... hits) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < hits.length; i++) {
      lines.append("<line number=\"%d\" hits=\"%d\"/>".formatted(i + 1, hits[i]));
    }
    return """
        <?xml version="1.0" ?>
        <coverage version="6.5.0" branch-rate="0" branches-covered="0" branches-valid="0">
        <sources><source>%1$s</source></sources>
        <packages><package name="."><classes>
        <class name="a" filename="%2$sa.py"><lines>%3$s</lines></class>
        <class name="b" filename="%2$ssub/b.py"><lines>%3$s</lines></class>
        </classes></package></packages>
        </coverage>
        """
        .formatted(root, folder, lines);
  }

  private void threeCheckouts() {
    sandbox
        .job("8.1", report(LINUX, LINUX, "src/pkg/", 1, 0, 0, 0))
        .job("8.2", report(MAC, MAC + "/src/pkg", "", 0, 1, 0, 0))
        .job("8.3", report(LINUX, LINUX + "/" + TOX + "/pkg", "", 0, 0, 1, 0))
        .job("8.4", report(WINDOWS, WINDOWS, "src\\pkg\\", 1, 0, 0, 0));
  }

  private void oneCheckout() {
    sandbox
        .job("8.1", report(LINUX, LINUX, "src/pkg/", 1, 0, 0, 0))
        .job("8.2", report(LINUX, LINUX, "src/pkg/", 0, 1, 0, 0))
        .job("8.3", report(LINUX, LINUX, "src/pkg/", 0, 0, 1, 0))
        .job("8.4", report(LINUX, LINUX, "src/pkg/", 1, 0, 0, 0));
  }

  @Test
  void giveWhatOneCheckoutGives() {
    oneCheckout();
    Run one = sandbox.check();
    threeCheckouts();

    assertThat(sandbox.check()).isEqualTo(one);
    assertThat(sandbox.check("--root", "checkout")).isEqualTo(one);
    assertThat(one.err()).isEmpty();
    assertThat(one.out())
        .contains("total: lines 75.00 % (6 of 8)", "src/pkg/a.py", "src/pkg/sub/b.py");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app", "/code", "/srv/ci/job-7"})
  void giveTheSameFromAContainer(String folder) {
    oneCheckout();
    Run one = sandbox.check();
    sandbox.job("8.2", report(LINUX, folder + "/src", "pkg/", 0, 1, 0, 0));

    assertThat(sandbox.check()).isEqualTo(one);
    assertThat(sandbox.check("--root", "checkout")).isEqualTo(one);
  }

  @Test
  void giveTheSameFromAContainerWithThePackageAlone() {
    oneCheckout();
    Run one = sandbox.check();
    sandbox.job("8.2", report(LINUX, "/app/pkg", "", 0, 1, 0, 0));

    assertThat(sandbox.check()).isEqualTo(one);
    assertThat(sandbox.check("--root", "checkout")).isEqualTo(one);
  }

  /** What JaCoCo writes of {@code p/A.java} with two lines. */
  private static Emitted ofModule(String folder, int first, int second) {
    return file(
            folder + "target/site/jacoco/jacoco.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <report name="m"><package name="p"><sourcefile name="A.java">
            <line nr="1" mi="%d" ci="%d" mb="0" cb="0"/><line nr="2" mi="%d" ci="%d" mb="0" cb="0"/>
            </sourcefile></package></report>
            """
                .formatted(1 - first, first, 1 - second, second))
        .with(h -> h.buildDir(LINUX));
  }

  @Test
  void keepPackagesOfTwoModulesApart() {
    sandbox
        .job("8.1", ofModule("m1/", 1, 1))
        .job("8.2", ofModule("m2/", 1, 0))
        .file("modules/m1/src/main/java/p/A.java", "")
        .file("modules/m2/src/main/java/p/A.java", "");
    String m1 = "modules/m1/src/main/java";

    assertThat(sandbox.check().out())
        .contains("total: lines 75.00 % (3 of 4)", "m2/p/A.java", "(1 file misses nothing)");
    assertThat(sandbox.check("--sources", m1).out()).contains("total: lines 75.00 % (3 of 4)");
    Run rooted = sandbox.check("--root", "modules");
    assertThat(rooted.out()).contains("total: lines 75.00 % (3 of 4)", "m2/src/main/java/p/A.java");
    assertThat(sandbox.check("--root", "modules", "--sources", m1)).isEqualTo(rooted);
    assertThat(
            sandbox.check(
                "--root", "modules", "--sources", m1, "--sources", "modules/m2/src/main/java"))
        .isEqualTo(rooted);
  }

  @Test
  void uniteTheJobsOfOneModule() {
    sandbox.job("8.1", ofModule("", 0, 1)).job("8.2", ofModule("", 1, 0));

    assertThat(sandbox.check().out()).contains("total: lines 100.00 % (2 of 2)");
  }

  @Test
  void ofARecordedBuildReachAHundredPercentTogether() {
    String logs = Sandbox.recorded("python-matrix").toString();
    for (String name : List.of("__init__", "_system", "cli", "compat", "paths", "tidy", "width")) {
      sandbox.file("real/tidytext/" + name + ".py", "");
    }
    sandbox.file("real/tidytext/wrap.py", "");
    Run without = sandbox.run("check", "--logs", logs, "--min-line", "100", "--min-branch", "100");

    assertThat(without.verdict()).isEqualTo("verdict: passed");
    assertThat(
            sandbox.run(
                "check",
                "--logs",
                logs,
                "--root",
                "real",
                "--min-line",
                "100",
                "--min-branch",
                "100"))
        .isEqualTo(without);
  }
}
