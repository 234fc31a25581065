package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line itself: help, versions, wrong usage, and which stream gets what. */
class UsageTest {
  private static final Emitted WHOLE = file("a.info", lcov("a.py", 1, 0));

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "check --help", "check -h", "check --logs x --help"})
  void helps(String arguments) {
    Run run = sandbox.run(arguments.split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Usage: logcov");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(run.out().lines()).noneMatch(line -> line.endsWith(" "));
  }

  @Test
  void namesEveryStatusInTheHelp() {
    String help = sandbox.run("check", "--help").out().replaceAll("\\s+", " ");

    for (ExitStatus status : ExitStatus.values()) {
      assertThat(help).contains(" " + status.code() + " " + status.meaning() + " ");
    }
  }

  @Test
  void showsTheVersion() {
    assertThat(sandbox.run("--version"))
        .isEqualTo(new Run(0, "logcov " + Version.current() + "\n", ""));
  }

  static List<Arguments> wrongUsages() {
    return List.of(
        arguments(
            "",
            "logcov: which command? logcov check, logcov extract, logcov inspect, logcov emit\n"),
        arguments("chekc", "logcov: unknown command \"chekc\"\nSee logcov --help.\n"),
        arguments("--wrong", "logcov: unknown option \"--wrong\"\nSee logcov --help.\n"),
        arguments(
            "check --wrong",
            "logcov check: unknown option \"--wrong\"\nSee logcov check --help.\n"),
        arguments("check x", "logcov check: unknown argument \"x\"\nSee logcov check --help.\n"),
        arguments(
            "check --logs . --min-lines 5",
            "logcov check: Unknown option: '--min-lines'; Expected parameter for option '--logs' but"
                + " found '--min-lines'\nSee logcov check --help.\n"),
        arguments(
            "check --min-line",
            "logcov check: Missing required parameter for option '--min-line' (P)\n"
                + "See logcov check --help.\n"),
        arguments(
            "check",
            "logcov check: which build? in a job on Travis TRAVIS_BUILD_ID says so, which is not set"
                + " here; name one with --build ID, or saved logs with --logs PATH...\n"),
        arguments(
            "check --logs=",
            "logcov check: --logs: expected a path, but it is empty (an unset variable?)\n"));
  }

  @ParameterizedTest
  @MethodSource("wrongUsages")
  void refusesWrongUsage(String arguments, String message) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");

    Run run = sandbox.run(words);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems()).isEqualTo(message);
    assertThat(run.err().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void namesARootThatIsNotThere() {
    sandbox.file("8.1.log", "no report");

    Run run = sandbox.run("check", "--logs", "8.1.log", "--root", "nowhere");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "logcov check: --root: expected the folder of a checkout, but there is no\n"
                + "  nowhere\n");
  }

  @Test
  void takesAFileNamedLikeAnArgumentFile() {
    sandbox.file("@8.1.log", "no report");

    assertThat(sandbox.run("check", "--logs", "@8.1.log").err()).contains("error: job @8.1: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--root"})
  void refusesAnEmptyPath(String option) {
    Run run = sandbox.job("8.1", WHOLE).check(option, "");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .startsWith("logcov check: " + option + ": expected a path, but it is empty");
  }

  @Test
  void printsResultsOnOneStreamAndProblemsOnTheOtherAndInTheSummary() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2").check();

    assertThat(run.err()).startsWith("error: job 8.2: ");
    assertThat(run.out()).contains("\n\n" + run.err() + "\nverdict: incomplete");
  }

  @Test
  void printsAllOnStandardOutputInsideTravisAndProblemsOnce() {
    sandbox.job("8.1", WHOLE).job("8.2");
    Run elsewhere = sandbox.check();

    Run travis = sandbox.environment("TRAVIS", "true").check();

    assertThat(travis).isEqualTo(new Run(4, elsewhere.out(), ""));
  }

  @Test
  void printsWrongUsageOnStandardOutputInsideTravis() {
    Run run = sandbox.environment("TRAVIS", "true").run("check");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("logcov check: which build?");
  }

  @Test
  void tellsWhatItReadsWhenAsked() {
    Run run = sandbox.job("8.1", WHOLE).check("--verbose");

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("logcov: reading job 8.1 from ").endsWith("8.1.log\n");
  }

  @Test
  void staysWithin80ColumnsWhereBlanksAllow() {
    String path = "a/rather/long/path/with/many/folders/in/it/and/a/file.py";
    StringBuilder report = new StringBuilder("SF:" + path + "\n");
    for (int line = 1; line <= 400; line++) {
      report.append("DA:%d,%d\n".formatted(line, line % 3 == 0 ? 1 : 0));
    }
    report.append("BRDA:3,0,0,1\nBRDA:3,0,1,0\nend_of_record\n");
    String longFlag = "a flag with a name that goes on and on and on and on and on and on";
    sandbox
        .job("8112.10000000000001", file("reports/a.info", report.toString()).flags(longFlag))
        .job("8112.2", file("b.info", "SF:b.py\nDA:1,-3\nXX:1\nend_of_record\n"));

    Run run = sandbox.check("--min-file-line", "99.99999999999", "--min-combined", "12.5");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.all().lines().filter(line -> line.length() > 80)).isEmpty();
  }
}
