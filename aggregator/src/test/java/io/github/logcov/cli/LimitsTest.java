package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Reports.lcovBranches;
import static io.github.logcov.cli.Reports.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds: each holds at its edge, and one beyond names the bound and the option that raises it. */
class LimitsTest {
  private static final String TWO_FILES = lcov("a.py", 1, 0) + lcov("b.py", 1);

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  static List<String> options() {
    return List.of(
        "--max-report-bytes",
        "--max-payloads",
        "--max-line",
        "--max-arms",
        "--max-units",
        "--max-files",
        "--max-depth",
        "--max-string",
        "--max-path");
  }

  @ParameterizedTest
  @MethodSource("options")
  void refusesABoundThatIsNone(String option) {
    sandbox.job("8.1", file("a.info", TWO_FILES));

    for (String value : List.of("0", "-1", "abc", "", "1.5", "99999999999999999999")) {
      Run run = sandbox.check(option + "=" + value);

      assertThat(run.status()).as(value).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.problems())
          .startsWith("logcov check: Invalid value for option '" + option + "': must be a whole")
          .contains("but was \"" + value + "\"\nSee logcov check --help.\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--max-payloads|2|the log holds more than 1 payloads",
        "--max-line|2|line number 2 is above 1",
        "--max-units|3|more than 2 lines, arms and functions",
        "--max-files|2|more than 1 source files",
        "--max-path|6|path has 6 bytes",
      })
  void holdsAtTheEdge(String option, int edge, String message) {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1, 0)), file("b.info", lcov("b.py", 1)));

    refusesOneBelow(option, edge, message);
  }

  @Test
  void holdsAtTheEdgeOfArms() {
    sandbox.job("8.1", file("a.info", lcovBranches("a.py", 1)));

    refusesOneBelow("--max-arms", 2, "line 1 has more than 1 arms");
  }

  @Test
  void holdsAtTheEdgeOfBytes() {
    String report = lcov("a.py", 1, 0);
    sandbox.job("8.1", file("a.info", report));

    refusesOneBelow("--max-report-bytes", report.length(), "unpacks to 40 bytes, the bound is 39");
  }

  @Test
  void holdsAtTheEdgeOfDepth() {
    sandbox.job("8.1", file("coverage.xml", xml("a.py", 1)));

    refusesOneBelow("--max-depth", 7, "the XML has more than 6 levels");
  }

  @Test
  void holdsAtTheEdgeOfAString() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1)));

    refusesOneBelow("--max-string", 13, "a line has more than 12 bytes");
  }

  @Test
  void holdsAtTheEdgeOfAPathInAReport() {
    sandbox.job("8.1", file("a.info", lcov("src/abc.py", 1)));

    refusesOneBelow("--max-path", 10, "a path has more than 9 bytes");
  }

  @Test
  void showsTheSameWhateverReportPassedTheBoundOfTheUnion() {
    sandbox.job("8.1", file("a.info", lcov("a.py", 1))).job("8.2", file("b.info", lcov("b.py", 1)));

    Run run = sandbox.check("--max-files", "1", "--keep-going", "--min-line", "0");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(
            """
            error: the union of all reports: more than 1 source files; --max-files raises
              that bound; nothing of it is shown [limit-exceeded]
            """);
    assertThat(run.out()).contains("\ntotal: lines none\n");
  }

  private void refusesOneBelow(String option, int edge, String message) {
    assertThat(sandbox.check(option, "" + edge).err()).isEmpty();
    Run run = sandbox.check(option, "" + (edge - 1));

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).startsWith("error: ").contains(message).contains(option);
  }
}
