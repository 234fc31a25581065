package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Reports.lcovBranches;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check --explain}: which jobs ran the lines of a file. */
class ExplainTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  /** The part between the table of jobs and the totals, without files. */
  private static String explained(Run run) {
    String out = run.out();
    return out.substring(out.indexOf("\n\n") + 2, out.indexOf("total: "));
  }

  @Test
  void showsTheLinesOfAFileWithHitsAndJobsAndSource() {
    sandbox
        .job("8.1", file("a.info", lcov("src/a.py", 1, 1, 0, 0)))
        .job("8.2", file("a.info", lcov("src/a.py", 1, 0, 2, 0)))
        .job("8.3", file("a.info", lcov("src/a.py", 1, 1, 0)))
        .file("src/a.py", "import sys\nif sys.x:\n\tprint(1)\nelse:\n    pass\n");

    Run run = sandbox.check("--root", ".", "--show", "none", "--explain", "a.py");

    assertThat(explained(run))
        .isEqualTo(
            """
            src/a.py: lines 75.00 % (3 of 4); measured by all 3 jobs

            line  hits  jobs     source
               1     3  all 3    import sys
               2     2  8.1, .3  if sys.x:
               3     2  8.2          print(1)
               4     0  -        else:
                        a statement for 8.1, .2 only

            """);
    assertThat(run.status()).isZero();
  }

  @Test
  void showsWhoRanALineAndWhoDidNotAndWhoDoesNotKnowIt() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1, 1, 1)))
        .job("8.2", file("a.info", lcov("a.py", 1, 1, 0)))
        .job("8.3", file("a.info", lcov("a.py", 1)))
        .job("8.4", file("a.info", lcov("b.py", 1)))
        .job("8.5", file("a.info", lcov("a.py", 1, 1, 1)));

    Run run = sandbox.check("--show", "none", "--explain", "a.py:3");

    assertThat(explained(run))
        .isEqualTo(
            """
            a.py:3: ran 2 times

              line  hits  jobs
                 1     4  all 4
                 2     3  8.1, .2, .5
            >    3     2  8.1, .5
                          a statement for 8.1, .2, .5 only

            ran it: 8.1, .5
            list it as a statement and did not run it: 8.2
            do not list it as a statement: 8.3
            do not measure this file: 8.4

            the source is not shown: there is no checkout (--root)

            """);
  }

  @Test
  void showsBranchesWithWhatIsMissing() {
    sandbox
        .job("8.1", file("a.info", lcovBranches("a.py", 0)))
        .job("8.2", file("b.info", lcovBranches("b.py", 1)));

    Run run = sandbox.check("--show", "none", "--explain", "a.py", "--explain", "b.py");

    assertThat(explained(run))
        .isEqualTo(
            """
            a.py: lines 100.00 % (1 of 1), branches 50.00 % (1 of 2); measured by 8.1

            line  hits  branches  jobs
               1     1    1 of 2  8.1
                                  branches missing: 0/1

            the source is not shown: there is no checkout (--root)

            b.py: lines 100.00 % (1 of 1), branches 100.00 % (2 of 2); measured by 8.2

            line  hits  branches  jobs
               1     1    2 of 2  8.2

            the source is not shown: there is no checkout (--root)

            """);
  }

  @Test
  void saysThatALineIsNoStatement() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1))).file("a.py", "one = 1\n# two\n");

    Run run = sandbox.check("--root", ".", "--explain", "a.py:2", "--explain", "a.py:9");

    assertThat(explained(run))
        .contains(
            """
            a.py:2: no report lists this line as a statement

              line  hits  jobs  source
                 1     1  8.1   one = 1
            >    2              # two

            ran it: no job
            do not list it as a statement: 8.1
            """)
        .contains("a.py:9: no report lists this line as a statement; the file has 2 lines\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.py   | could be a/x.py, b/x.py; name it in full",
        "y.py:3 | is no file of the union, which has paths from the root of the repository;"
            + " nearest: a/x.py, b/x.py",
        "other  | is no file of the union, which has paths from the root of the repository",
      })
  void warnsOfAQuestionWithoutAnAnswerAndJudgesAllTheSame(String question, String warning) {
    sandbox.job("8.1", file("a.info", lcov("a/x.py", 1, 0) + lcov("b/x.py", 1)));

    Run run = sandbox.check("--min-line", "100", "--explain", question, "--json", "out.json");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problems())
        .isEqualTo("warning: --explain " + question + " " + warning + " [explain-unmatched]\n");
    assertThat(Json.of(sandbox.read("out.json")).at("/problems/0/slug").asString())
        .isEqualTo("explain-unmatched");
  }

  @ParameterizedTest
  @CsvSource({"'',no path is given", "':3',no path is given", "'a.py:0',found 0"})
  void refusesAQuestionThatMakesNoSense(String question, String found) {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1)));

    Run run = sandbox.check("--explain", question);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).contains("--explain: expected ").contains(found);
  }

  @Test
  void takesAPathThatEndsLikeALineNumber() {
    sandbox.job("8.1", file("a.info", lcov("a:1", 1, 1) + lcov("a", 1)));

    assertThat(sandbox.check("--explain", "a:1").out()).contains("\na:1: lines 100.00 % (2 of 2)");
    assertThat(sandbox.check("--explain", "a:1:2").out()).contains("\na:1:2: ran once\n");
  }

  @Test
  void answersOnceWhatIsAskedTwice() {
    sandbox.job("8.1", file("a.info", lcov("src/a.py", 1)));

    String out = sandbox.check("--explain", "a.py", "--explain", "src/a.py").out();

    assertThat(out.split("measured by")).hasSize(2);
  }

  @Test
  void putsManyJobsBelowTheLineWithinTheWidth() {
    for (int i = 1; i <= 40; i++) {
      sandbox.job("8." + i, file("a.info", lcov("a.py", 1, i % 2, i)));
    }

    Run run = sandbox.check("--show", "none", "--explain", "a.py");

    assertThat(explained(run))
        .contains(
            """
               2    20  20 of 40
                        ran by 8.1, .3, .5, .7, .9, .11, .13, .15, .17, .19, .21, .23,
                          .25, .27, .29, .31, .33, .35, .37, .39
            """);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void showsHostileSourcesAndNamesAsText() {
    String evil = "\u001b[2J\u009b31m\u202e::set-env x::y##vso[z]";
    sandbox
        .job("8.1", file("a.info", lcov("src/" + evil, 1, 0)))
        .job("::set-env x::y##vso[z]", file("a.info", lcov("src/" + evil, 1, 1)))
        .file("src/" + evil, evil + "\n" + "x".repeat(5000) + "\n");

    Run run =
        sandbox.check("--root", ".", "--explain", evil, "--explain", evil + ":2", "--job-value");

    assertThat(run.problems()).isEmpty();
    assertThat(run.out()).contains("\\u{1B}[2J").contains("xxx...\n").doesNotContain("::", "##");
    assertThat(run.all().codePoints())
        .noneMatch(
            c ->
                c != '\n'
                    && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT));
  }
}
