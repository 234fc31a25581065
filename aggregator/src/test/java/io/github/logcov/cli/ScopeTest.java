package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the reports counts: flags, paths, and their place in the checkout. */
class ScopeTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static String total(Run run) {
    return run.out().lines().filter(line -> line.startsWith("total: ")).findFirst().orElseThrow();
  }

  @Test
  void showsTotalsPerFlag() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 0)).flags("unit"))
        .job("8.2", file("a.info", lcov("a.py", 0, 1)).flags("unit", "slow"))
        .job("8.3", file("b.info", lcov("b.py", 0)));

    assertThat(sandbox.check().out())
        .contains(
            """

            flag slow: lines 50.00 % (1 of 2)
            flag unit: lines 100.00 % (2 of 2)
            total: lines 66.66 % (2 of 3)
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"unit|100.00 % (2 of 2)", "slow|50.00 % (1 of 2)", "slow,other|66.66 % (2 of 3)"})
  void takesOnlyReportsOfAFlag(String flags, String total) {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 0)).flags("unit"))
        .job("8.2", file("a.info", lcov("a.py", 0, 1)).flags("unit", "slow"))
        .job("8.3", file("b.info", lcov("b.py", 7)).flags("other"));
    String[] options =
        List.of(flags.split(",")).stream()
            .flatMap(flag -> List.of("--flag", flag).stream())
            .toArray(String[]::new);

    assertThat(total(sandbox.check(options))).isEqualTo("total: lines " + total);
  }

  @Test
  void acceptsAnyWholeReportAsDeliveredWhateverItsFlag() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)).flags("unit"))
        .job("8.2", file("a.info", lcov("a.py", 1)));

    Run run = sandbox.check("--flag", "unit");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void stillWantsAReportOfAJobWithoutTheFlag() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1)).flags("unit")).job("8.2");

    assertThat(sandbox.check("--flag", "unit").status()).isEqualTo(4);
  }

  @Test
  void isIncompleteForAFlagThatNoReportHas() {
    Run run = sandbox.job("8.1", file("a.info", lcov("a.py", 1))).check("--flag", "unti");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).startsWith("error: there is no coverage at all");
  }

  @Test
  void includesAndExcludesByRepositoryPath() {
    sandbox.job(
        "8.1",
        file("a.info", lcov("src/a.py", 1) + lcov("src/gen/b.py", 0) + lcov("tests/c.py", 0)));

    assertThat(total(sandbox.check("--include", "src/**", "--exclude", "src/gen/**")))
        .isEqualTo("total: lines 100.00 % (1 of 1)");
    assertThat(total(sandbox.check("--exclude", "tests/**")))
        .isEqualTo("total: lines 50.00 % (1 of 2)");
  }

  @Test
  void takesTheBuildDirectoryOffPaths() {
    sandbox.job("8.1", file("a.info", lcov("/home/travis/build/example/project/src/a.py", 0)));

    assertThat(sandbox.check().out()).contains("\nsrc/a.py  0.00 %  1\n");
  }

  @Test
  void warnsOfPathsOutsideTheBuildDirectory() {
    Run run = sandbox.job("8.1", file("a.info", lcov("/opt/x/a.py", 1))).check();

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            """
            warning: job 8.1: 1 file lies below no known build directory and counts under
              its full path, for example /opt/x/a.py (in job 8.1); say where the repository
              begins with --path-map FROM=TO [path-unplaced]
            """);
  }

  @Test
  void letsAnInstalledFileMeetTheOneThatAnotherJobNames() {
    sandbox
        .job("8.1", file("a.info", lcov(".tox/py38/lib/python3.8/site-packages/pkg/a.py", 1, 0)))
        .job("8.2", file("a.info", lcov(".tox/py39/lib/python3.9/site-packages/pkg/a.py", 1, 0)))
        .job("8.3", file("a.info", lcov("src/pkg/a.py", 0, 1)).flags("unit"));

    Run run = sandbox.check();

    assertThat(run.err()).isEmpty();
    assertThat(total(run)).isEqualTo("total: lines 100.00 % (2 of 2)");
    assertThat(total(sandbox.check("--include", "src/**")))
        .isEqualTo("total: lines 100.00 % (2 of 2)");
    assertThat(sandbox.check("--exclude", "src/**").status()).isEqualTo(4);
  }

  @Test
  void placesAFileTheSameWhateverFlagOneLooksAt() {
    sandbox
        .job(
            "8.1",
            file("a.info", lcov(".tox/py38/lib/python3.8/site-packages/pkg/a.py", 1, 0))
                .flags("tox"))
        .job("8.2", file("a.info", lcov("src/pkg/a.py", 0, 1)).flags("unit"));

    assertThat(sandbox.check("--flag", "tox").out()).contains("\nsrc/pkg/a.py  50.00 %  2\n");
  }

  @Test
  void warnsOfAnInstalledFileThatMayBeOneOfTwo() {
    sandbox
        .job("8.1", file("a.info", lcov(".tox/py38/lib/python3.8/site-packages/pkg/a.py", 1, 0)))
        .job("8.2", file("a.info", lcov(".tox/py39/lib/python3.9/site-packages/pkg/a.py", 1, 0)))
        .job("8.3", file("a.info", lcov("src/pkg/a.py", 0, 1) + lcov("old/pkg/a.py", 0, 1)));

    Run run = sandbox.check();
    Run included = sandbox.check("--include", "src/**");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .isEqualTo(
            "warning: job 8.1: pkg/a.py (in 2 jobs) could be old/pkg/a.py or src/pkg/a.py, as other"
                + " reports name them; it counts as a file of its own; say which with --root DIR or"
                + " --path-map FROM=TO [path-doubtful]\n");
    assertThat(total(run)).isEqualTo("total: lines 50.00 % (3 of 6)");
    assertThat(included.problems()).contains("as other reports name them; it does not count; say");
    assertThat(sandbox.check("--exclude", "pkg/**").err()).isEmpty();
    assertThat(sandbox.check("--path-map", ".tox/*/lib/*/site-packages/pkg=src/pkg"))
        .isEqualTo(sandbox.check("--path-map", ".tox/*/lib/*/site-packages=src"))
        .satisfies(mapped -> assertThat(mapped.err()).isEmpty())
        .satisfies(mapped -> assertThat(total(mapped)).isEqualTo("total: lines 75.00 % (3 of 4)"));
  }

  @Test
  void findsTheFolderOfACiThatIsDeeperThanItsRule() {
    sandbox
        .job("8.1", file("a.info", lcov("/builds/group/subgroup/project/src/a.py", 1, 0)))
        .job("8.2", file("a.info", lcov("src/a.py", 0, 1)));

    Run run = sandbox.check();

    assertThat(run.err()).isEmpty();
    assertThat(total(run)).isEqualTo("total: lines 100.00 % (2 of 2)");
  }

  @Test
  void saysNothingOfAnInstalledFileThatIsNoOther() {
    String installed = ".tox/py38/lib/python3.8/site-packages/";
    sandbox
        .job("8.1", file("a.info", lcov(installed + "pkg/a.py", 1) + lcov(installed + "u.py", 1)))
        .job("8.2", file("a.info", lcov("xpkg/a.py", 1) + lcov("src/pkg2/u.py", 1)))
        .job("8.3", file("a.info", lcov("pkg/a.py", 1) + lcov("src/pkg/a.py", 1)));

    assertThat(sandbox.check().err()).isEmpty();
  }

  @Test
  void namesTwentyDoubtfulFilesAndTheNumberOfTheOthers() {
    StringBuilder installed = new StringBuilder();
    StringBuilder own = new StringBuilder();
    for (int i = 10; i < 35; i++) {
      installed.append(lcov("venv/lib/python3.8/site-packages/pkg/a" + i + ".py", 1));
      own.append(lcov("src/pkg/a" + i + ".py", 1)).append(lcov("b/pkg/a" + i + ".py", 1));
    }
    sandbox
        .job("8.1", file("a.info", installed.toString()))
        .job("8.2", file("a.info", own.toString()));

    assertThat(sandbox.check().problems().lines().filter(line -> line.startsWith("warning: ")))
        .hasSize(21)
        .contains("warning: the same holds for 5 more files [path-doubtful]");
  }

  @Test
  void warnsOfRootsThatDoNotSayWhereAFileIs() {
    sandbox.job("8.1", file("c.xml", xml("a.py", "lib", "src")));

    Run run = sandbox.check();

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .isEqualTo(
            "warning: job 8.1 > c.xml: 1 source file counts as written, for example a.py, since the"
                + " report has several roots (<source>) that may hold it; say which with --root DIR"
                + " or --path-map FROM=TO [path-doubtful]\n");
    assertThat(sandbox.check("--path-map", "=src").err()).isEmpty();
  }

  @Test
  void mapsPaths() {
    sandbox.job("8.1", file("a.info", lcov("/opt/x/a.py", 0)));

    Run run = sandbox.check("--path-map", "/opt/x=src");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\nsrc/a.py  0.00 %  1\n");
  }

  @Test
  void refusesAMapWithoutEquals() {
    Run run = sandbox.job("8.1").check("--path-map", "/opt/x");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).startsWith("logcov check: --path-map: ").contains("/opt/x");
  }

  @Test
  void refusesARootThatIsNotThere() {
    Run run = sandbox.job("8.1").check("--root", "nowhere");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).startsWith("logcov check: --root").contains("nowhere");
  }

  @Test
  @NeedsTool("git")
  void countsAFileThatIsNotInTheCheckoutWithAWarning() throws Exception {
    checkout("src/a.py");
    sandbox.job("8.1", file("a.info", lcov("src/a.py", 1) + lcov("src/b.py", 0)));

    Run run = sandbox.check("--root", "repo");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .isEqualTo(
            """
            warning: job 8.1: src/b.py (in job 8.1) is not in the checkout and counts
              under this path; leave it out with --exclude, or say where it is with
              --path-map FROM=TO [path-unplaced]
            """);
    assertThat(total(run)).isEqualTo("total: lines 50.00 % (1 of 2)");
  }

  @Test
  @NeedsTool("git")
  void refusesAReportOfWhichNoFileIsInTheCheckout() throws Exception {
    checkout("src/a.py");
    sandbox.job("8.1", file("a.info", lcov("lib/x.py", 1) + lcov("lib/y.py", 0)));

    Run run = sandbox.check("--root", "repo");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .startsWith(
            """
            error: job 8.1 > a.info: not one of its 2 source files is in the checkout, for
              example lib/x.py; say where they are with --path-map FROM=TO, or name the
              right checkout with --root [path-unplaced]
            """);
  }

  @Test
  @NeedsTool("git")
  void refusesAFileThatCouldBeTwo() throws Exception {
    checkout("one/pkg/a.py", "two/pkg/a.py", "src/b.py");
    sandbox.job("8.1", file("a.info", lcov("pkg/a.py", 1) + lcov("src/b.py", 1)));

    Run run = sandbox.check("--root", "repo");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.1: pkg/a.py (in job 8.1) could be one/pkg/a.py or two/pkg/a.py;
              say which with --path-map FROM=TO [path-ambiguous]
            """);
  }

  @Test
  @NeedsTool("git")
  void saysNothingOfFilesOutsideTheCheckoutThatDoNotCount() throws Exception {
    checkout("src/a.py");
    sandbox
        .job("8.1", file("a.info", lcov("src/a.py", 1) + lcov("gen/b.py", 0)))
        .job("8.2", file("a.info", lcov("gen/b.py", 0)));

    Run run = sandbox.check("--root", "repo", "--exclude", "gen/**");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(total(run)).isEqualTo("total: lines 100.00 % (1 of 1)");
  }

  @Test
  void saysNothingOfPathsOutsideTheBuildDirectoryThatDoNotCount() {
    sandbox.job("8.1", file("a.info", lcov("/opt/x/a.py", 1) + lcov("src/a.py", 1)));

    assertThat(sandbox.check("--include", "src/**").err()).isEmpty();
  }

  @Test
  @NeedsTool("git")
  void mindsAFileThatCouldBeTwoOnlyWhereOneOfThemCounts() throws Exception {
    checkout("one/pkg/a.py", "two/pkg/a.py", "src/b.py");
    sandbox.job("8.1", file("a.info", lcov("pkg/a.py", 1) + lcov("src/b.py", 1)));

    Run neither = sandbox.check("--root", "repo", "--include", "src/**");
    Run one = sandbox.check("--root", "repo", "--exclude", "one/**");

    assertThat(neither.err()).isEmpty();
    assertThat(neither.status()).isZero();
    assertThat(one.status()).isEqualTo(5);
  }

  @Test
  @NeedsTool("git")
  void warnsOfAFileThatCouldBeTwoInAnOptionalJobOnly() throws Exception {
    checkout("one/pkg/a.py", "two/pkg/a.py", "src/b.py");
    Emitted report = file("a.info", lcov("pkg/a.py", 1) + lcov("src/b.py", 1));
    sandbox.job("8.1", file("a.info", lcov("src/b.py", 1))).job("8.2", report).job("8.3", report);

    Run optional = sandbox.check("--root", "repo", "--optional-job", "8.[23]");
    Run required = sandbox.check("--root", "repo", "--optional-job", "8.2");

    assertThat(optional.status()).isZero();
    assertThat(optional.problems())
        .isEqualTo(
            "warning: job 8.2: pkg/a.py (in 2 jobs) could be one/pkg/a.py or two/pkg/a.py; say"
                + " which with --path-map FROM=TO [path-ambiguous]\n");
    assertThat(required.status()).isEqualTo(5);
    assertThat(required.problems()).startsWith("error: job 8.2: pkg/a.py (in 2 jobs) could be ");
  }

  @Test
  @NeedsTool("git")
  void namesAllThatAFileCouldBeWhateverReportComesFirst() throws Exception {
    checkout("x/a.py", "y/a.py", "z/a.py");
    sandbox
        .job("8.1", file("c.xml", xml("a.py", "x", "y")))
        .job("8.2", file("c.xml", xml("a.py", "y", "z")));

    Run run = sandbox.check("--root", "repo");

    assertThat(run.problems())
        .startsWith(
            "error: job 8.1: a.py (in 2 jobs) could be x/a.py or y/a.py or z/a.py; say which with"
                + " --path-map FROM=TO [path-ambiguous]\n");
  }

  /** A coverage.xml of one file below these roots. */
  private static String xml(String path, String... roots) {
    String sources =
        "<sources><source>" + String.join("</source><source>", roots) + "</source></sources>\n";
    return Reports.xml(path, 1).replace("<packages>", sources + "<packages>");
  }

  @Test
  @NeedsTool("git")
  void placesAFileByItsSuffix() throws Exception {
    checkout("src/pkg/a.py");
    sandbox.job("8.1", file("a.info", lcov("/elsewhere/src/pkg/a.py", 0)));

    Run run = sandbox.check("--root", directory.resolve("repo").toString());

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("\nsrc/pkg/a.py  0.00 %  1\n");
  }

  /** A git repository in {@code repo} that tracks these files. */
  private void checkout(String... files) throws IOException, InterruptedException {
    for (String file : files) {
      sandbox.file("repo/" + file, "pass\n");
    }
    git("init", "-q");
    git("add", ".");
  }

  private void git(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder git = new ProcessBuilder("git");
    git.command().addAll(List.of(arguments));
    git.directory(directory.resolve("repo").toFile()).inheritIO();
    assertThat(git.start().waitFor()).isZero();
  }
}
