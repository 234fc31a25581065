package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.model.Ratio;
import io.github.logcov.summary.CoberturaSummary;
import io.github.logcov.summary.LcovSummary;
import io.github.logcov.summary.Outcomes;
import io.github.logcov.summary.SummaryWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tools of the field read what is written, and count the same. */
class ReportsForToolsTest {
  private static final String BRANCHES = "lcov_branch_coverage=1";

  @TempDir Path directory;

  private void write(String name, SummaryWriter writer, Outcome outcome) throws IOException {
    try (OutputStream out = Files.newOutputStream(directory.resolve(name))) {
      writer.write(outcome, out);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tree", "hostile"})
  @NeedsTool("lcov")
  void lcovCountsTheSame(String name) throws Exception {
    Outcome outcome = Outcomes.all().get(name);
    write("all.info", new LcovSummary(), outcome);

    String printed = run("lcov", "--rc", BRANCHES, "--summary", "all.info");

    assertThat(counts(printed, "lines")).isEqualTo(outcome.totals().line());
    assertThat(counts(printed, "branches")).isEqualTo(armsOnStatements(outcome));
  }

  /** lcov passes over a file without lines, and so over its branches. */
  private static Ratio armsOnStatements(Outcome outcome) {
    return outcome.coverage().files().values().stream()
        .filter(file -> file.lines().total() > 0)
        .map(file -> file.arms().ratio())
        .reduce(Ratio.NONE, Ratio::plus);
  }

  @Test
  @NeedsTool("genhtml")
  void genhtmlCountsTheSame() throws Exception {
    String logs = Sandbox.recorded("c-matrix").toString();
    new Sandbox(directory).run("check", "--logs", logs, "--report", "lcov=all.info");

    String printed =
        run("genhtml", "--branch-coverage", "--ignore-errors", "source", "-o", "html", "all.info");

    assertThat(counts(printed, "lines")).isEqualTo(new Ratio(114, 118));
    assertThat(counts(printed, "branches")).isEqualTo(new Ratio(79, 87));
  }

  /** {@code 92.3% (12 of 13 lines)}. */
  private static Ratio counts(String printed, String what) {
    Matcher matcher = Pattern.compile("\\((\\d+) of (\\d+) " + what + "\\)").matcher(printed);
    assertThat(matcher.find()).as(printed).isTrue();
    return new Ratio(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Test
  @NeedsTool({"diff-cover", "git"})
  void diffCoverFindsTheMissedLinesOfAChange() throws Exception {
    git("init", "-q", "-b", "main");
    Files.createDirectories(directory.resolve("src/p"));
    Files.writeString(directory.resolve("src/p/a.py"), "one\n");
    commit();
    git("checkout", "-q", "-b", "change");
    Files.writeString(directory.resolve("src/p/a.py"), "one\ntwo\nthree\nfour\n");
    commit();
    Sandbox sandbox =
        new Sandbox(directory)
            .job("8.1", Emitted.file("a.info", Reports.lcov("src/p/a.py", 0, 1, 0, 1)));
    sandbox.check("--report", "cobertura=coverage.xml", "--report", "lcov=all.info");

    for (String report : new String[] {"coverage.xml", "all.info"}) {
      String printed = run("diff-cover", report, "--compare-branch", "main");

      assertThat(printed)
          .contains("src/p/a.py (66.7%): Missing lines 3")
          .contains("Total:   3 lines")
          .contains("Missing: 1 line");
    }
  }

  @Test
  @NeedsTool("xmllint")
  void xmllintFindsNothingWrong() throws Exception {
    write("hostile.xml", new CoberturaSummary(), Outcomes.all().get("hostile"));

    assertThat(run("xmllint", "--noout", "hostile.xml")).isEmpty();
  }

  private void git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 5];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "user.name=A";
    command[3] = "-c";
    command[4] = "user.email=a@example.test";
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    run(command);
  }

  private void commit() throws Exception {
    git("add", "-A", "src");
    git("commit", "-q", "-m", "change");
  }

  /** Runs a command that must succeed; returns what it printed. */
  private String run(String... command) throws Exception {
    Path output = Files.createTempFile(directory, "output", "");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    int status = builder.start().waitFor();
    String printed = Files.readString(output);
    assertThat(status).as(String.join(" ", command) + "\n" + printed).isZero();
    return printed;
  }
}
