package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Reports.xml;
import static io.github.logcov.cli.Sandbox.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the payloads in a log: whole, doubled, cut, repaired, foreign, carried. */
class PayloadsTest {
  private static final Emitted WHOLE = file("a.info", lcov("a.py", 1, 1));

  /** More than one line of data, and several groups of parity. */
  private static final Emitted LONG = file("long.info", lcov("long.py", manyHits()));

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  /** Hits that do not compress to nothing. */
  private static int[] manyHits() {
    int[] hits = new int[4000];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = i * 7919 % 9973 + 1;
    }
    return hits;
  }

  private static String reports(Run run) {
    return run.out().lines().skip(1).findFirst().orElseThrow().substring(0, 12);
  }

  @Test
  void countsTheSamePayloadTwiceInOneLogOnce() {
    Run run = sandbox.job("8.1", WHOLE, file("a.info", lcov("a.py", 1, 1)).salt(7)).check();

    assertThat(reports(run)).isEqualTo("8.1        1");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void countsTheSamePayloadOfTwoJobsTwice() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2", WHOLE).check();

    assertThat(run.out())
        .contains(
            "8.1        1  100.00 % (2 of 2)          0\n",
            "8.2        1  100.00 % (2 of 2)          0\n");
  }

  @Test
  void unitesTwoPayloadsOfOnePath() {
    sandbox.job(
        "8.1", file("a.info", lcov("a.py", 1, 0, 0)), file("a.info", lcov("a.py", 0, 1, 0)));

    Run run = sandbox.check();

    assertThat(reports(run)).isEqualTo("8.1        2");
    assertThat(run.out()).contains("total: lines 66.66 % (2 of 3)\n");
  }

  @Test
  void keepsTheFlagsOfAFilePrintedUnderTwo() {
    sandbox.job(
        "8.1",
        file("a.info", lcov("a.py", 1, 1)).flags("unit"),
        file("a.info", lcov("a.py", 1, 1)).flags("all"));

    assertThat(sandbox.check("--flag", "all").status()).isZero();
    assertThat(sandbox.check("--flag", "unit").status()).isZero();
  }

  @Test
  void notesACutPayloadBesideAWholeOneOfItsPath() {
    Emitted again = file("long.info", lcov("long.py", 1, 1));
    sandbox.log("8.1", List.of(LONG.firstHalf(), again.lines()));

    Run run = sandbox.check();

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("note: job 8.1 > long.info: cut after line ");
    assertThat(run.err()).endsWith("(not needed here) [payload-truncated]\n");
  }

  @Test
  void refusesACutPayloadAlone() {
    Run run = sandbox.log("8.1", List.of(WHOLE.lines(), LONG.firstHalf())).check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .matches(
            "error: job 8\\.1 > long\\.info: cut after line [0-9]+ of [0-9]+; the log ends"
                + " there:\n  what printed it was stopped; restart the job \\[payload-truncated\\]\n");
  }

  @Test
  void lendsNoCarriedFileToACutReport() {
    Emitted carried = file("long.info", "something").carried();
    sandbox.log("8.1", List.of(WHOLE.lines(), LONG.firstHalf(), carried.lines()));

    assertThat(sandbox.check().status()).isEqualTo(5);
  }

  @Test
  void passesWithARepairedPayloadAndSaysSo() {
    List<String> lines = new ArrayList<>(LONG.lines());
    lines.remove(12);
    lines.set(13, "***");

    Run run = sandbox.log("8.1", List.of(lines)).check("--min-line", "100");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("       4000  2 lines repaired\n");
  }

  @Test
  void refusesAPayloadThatParityCannotBringBack() {
    List<String> lines = new ArrayList<>(LONG.lines());
    lines.subList(10, 60).clear();

    Run run = sandbox.log("8.1", List.of(lines)).check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .startsWith(
            "error: job 8.1 > long.info: lines 8 to 57 of 255 are missing: restart the job\n"
                + "  [payload-lines-missing]\n");
  }

  @Test
  void wantsAReportBesideCarriedFiles() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2", file("x.db", "x").carried()).check();

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err()).startsWith("error: job 8.2: carried files along, but no report; ");
  }

  @Test
  void notesADamagedCarriedFile() {
    List<String> cut = file("long.db", lcov("long.py", manyHits())).carried().firstHalf();

    Run run = sandbox.log("8.1", List.of(WHOLE.lines(), cut)).check();

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("note: job 8.1 > long.db: cut ");
  }

  @Test
  void refusesAFormatThatNobodyKnowsAndNamesCarry() {
    Run run = sandbox.job("8.1", WHOLE, file("notes.txt", "hello")).check();

    assertThat(run.status()).isEqualTo(5);
    String formats =
        ReportFormats.all(FormatLimits.DEFAULT).list().stream()
            .map(ReportFormat::name)
            .collect(Collectors.joining(", "));
    assertThat(run.problems())
        .isEqualTo(
            "error: job 8.1 > notes.txt: is no report of a format that logcov reads ("
                + formats
                + "); emit a report of one of these, or carry the file along with --carry"
                + " [report-format-unknown]\n");
  }

  @Test
  void readsCoverageXml() {
    Run run = sandbox.job("8.1", file("coverage.xml", xml("a.py", 1, 0, 3))).check();

    assertThat(run.out()).contains("a.py  66.66 %  2\n", "total: lines 66.66 % (2 of 3)\n");
  }

  @Test
  void takesAReportWithoutLinesForWhole() {
    Run run = sandbox.job("8.1", WHOLE).job("8.2", file("coverage.xml", xml("a.py"))).check();

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void refusesAPayloadOfAnotherJob() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)).with(header -> header.jobId("999")))
        .build(job("8.1", "passed", false));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(
            """
            error: job 8.1 > a.info: its header names job id 999, but the log is that of
              job 8.1 (id 581, commit c0ffee); do not print frames of another job
              [payload-foreign]
            error: there is no coverage at all: not one line in what the jobs delivered
              and --flag, --include and --exclude leave [coverage-empty]
            """);
  }

  @Test
  void refusesAPayloadOfAnotherCommit() {
    sandbox
        .job("8.1", file("a.info", lcov("a.py", 1)).with(header -> header.commit("bad")))
        .build(job("8.1", "passed", false));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err()).contains("its header names commit bad, but the log is that of");
  }

  /** Kept from an old build of the same commit, and printed again. */
  @Test
  void refusesAPayloadOfAnotherBuild() {
    sandbox
        .job(
            "8.1",
            file("a.info", lcov("a.py", 1)).with(header -> header.buildId("76").commit("c0ffee")),
            file("b.info", lcov("b.py", 1)).with(header -> header.buildId("77").commit("c0ffee")))
        .build(job("8.1", "passed", false));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: job 8.1 > a.info: its header names build 76 (and this is 77), but the log is that"
                + " of job 8.1 (id 581, commit c0ffee); do not print frames of another job"
                + " [payload-foreign]\n");
  }

  /** What a job leaves out says nothing; who prints frames of his own can say what he likes. */
  @Test
  void takesAPayloadThatSaysNothingOfItsJob() {
    sandbox.job("8.1", WHOLE).build(job("8.1", "passed", false));

    assertThat(sandbox.check().status()).isZero();
  }

  @Test
  void refusesAPayloadOfAnotherNumberOrCommitWhereTheIdIsNotKnown() {
    Emitted numbered = file("a.info", lcov("a.py", 1)).with(header -> header.jobNumber("7.7"));
    Emitted committed = file("b.info", lcov("b.py", 1)).with(header -> header.commit("bad"));
    sandbox
        .job("8.1", numbered, committed, WHOLE)
        .build("{\"id\": null, \"number\": \"8.1\", \"state\": \"passed\"}");

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: job 8.1 > a.info: its header names job 7.7, but the log is that of job 8.1"
                + " (commit c0ffee); do not print frames of another job [payload-foreign]\n"
                + "error: job 8.1 > b.info: its header names commit bad, but the log is that of job"
                + " 8.1 (commit c0ffee); do not print frames of another job [payload-foreign]\n");
  }

  @Test
  void holdsALogThatBuildJsonDoesNotNameAgainstTheCommitAndTheNumberOfTheBuild() {
    Emitted committed = file("a.info", lcov("a.py", 1)).with(header -> header.commit("bad"));
    Emitted numbered = file("a.info", lcov("a.py", 1)).with(header -> header.jobNumber("7.7"));
    sandbox
        .job("8.1", WHOLE)
        .job("copy", committed)
        .job("other", numbered)
        .job("8112.5", numbered)
        .build(job("8.1", "passed", false));

    assertThat(sandbox.check().problems().lines().filter(line -> line.startsWith("error: ")))
        .containsExactlyInAnyOrder(
            "error: job copy > a.info: its header names commit bad, but the log is that of job copy"
                + " (commit c0ffee); do not print frames of another job [payload-foreign]",
            "error: job 8112.5 > a.info: its header names job 7.7, but the log is that of job 8112.5"
                + " (commit c0ffee); do not print frames of another job [payload-foreign]");
  }

  @Test
  void goesByTheFileNameWhenASavedLogSaysNothing() {
    sandbox.job(
        "8.1", file("a.info", lcov("a.py", 1)).with(header -> header.jobNumber("7.7").jobId("1")));

    assertThat(sandbox.check().status()).isZero();
  }

  @Test
  void refusesBytesThatAreNotTheOnesThatWentIn() {
    Emitted lying = file("a.info", lcov("a.py", 1)).with(header -> header.sha256("0".repeat(64)));

    Run run = sandbox.job("8.1", WHOLE, lying).check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .contains(
            "names "
                + "0".repeat(64)
                + "; the\n  file cannot be trusted, restart the job"
                + " [payload-corrupt]\n");
  }

  @Test
  void blamesTheDamageAndNotTheReportThatItSpoils() {
    Emitted lying =
        file("coverage.xml", "<coverage><packages>").with(header -> header.sha256("0".repeat(64)));

    Run run = sandbox.job("8.1", WHOLE, lying).check();

    assertThat(run.err()).contains("[payload-corrupt]").doesNotContain("[report-malformed]");
  }

  @Test
  void keepsGoingPastWhatIsMissingOrUnreadable() {
    sandbox
        .job("8.1", WHOLE)
        .job("8.2", file("b.info", "SF:b.py\nDA:1,1\n"))
        .job("8.3")
        .log("8.4", List.of(LONG.firstHalf()));

    Run run = sandbox.check("--keep-going", "--min-line", "100");

    assertThat(run.status()).isZero();
    assertThat(run.err().lines().filter(line -> line.startsWith("warning: "))).hasSize(3);
    assertThat(run.err()).doesNotContain("error: ");
    assertThat(run.verdict()).isEqualTo("verdict: passed (--keep-going: 3 problems passed over)");
  }

  @Test
  void saysTheSameTextsWithAndWithoutKeepGoing() {
    sandbox.job("8.1", WHOLE).job("8.2", file("b.info", "SF:b.py\nDA:1,1\n"));

    assertThat(sandbox.check("--keep-going").err().replaceAll("\\s+", " "))
        .isEqualTo(sandbox.check().err().replaceAll("\\s+", " ").replace("error: ", "warning: "));
  }

  @Test
  void keepsGoingPastNoFailedJob() {
    sandbox.job("8.1", WHOLE).build(job("8.1", "failed", false));

    assertThat(sandbox.check("--keep-going").status()).isEqualTo(7);
  }

  @Test
  void keepsGoingPastNoUnfinishedJob() {
    sandbox.job("8.1", WHOLE).build(job("8.1", "queued", false));

    assertThat(sandbox.check("--keep-going").status()).isEqualTo(6);
  }

  @Test
  void keepsGoingPastNothingAtAllNever() {
    Run run = sandbox.job("8.1").check("--keep-going", "--min-line", "0");

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.err())
        .contains(
            "error: there is no coverage at all: ", "warning: job 8.1: has no report in its log; ");
    assertThat(run.out())
        .contains(
            "\ntotal: lines none\n", "\nlines: (0 of 0), needs 0 %: nothing to judge\nverdict: ");
  }

  @Test
  void saysNothingOfKeepGoingWhenNothingWasPassedOver() {
    Run run = sandbox.job("8.1", WHOLE).check("--keep-going", "--min-line", "1");

    assertThat(run.verdict()).isEqualTo("verdict: passed");
  }

  @Test
  void warnsOfWhatIsOddInAReport() {
    Run run =
        sandbox.job("8.1", file("a.info", "SF:a.py\nDA:1,-2\nDA:2,1\nend_of_record\n")).check();

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("warning: job 8.1 > a.info:2: ").contains("[report-odd]");
  }

  @Test
  void namesAPayloadOfWhichNoLineIsWhole() {
    List<String> masked =
        LONG.lines().stream()
            .map(
                line ->
                    line.length() < 40
                        ? line
                        : line.substring(0, 30) + "[secure]" + line.substring(33))
            .toList();
    sandbox.log("8.1", List.of(WHOLE.lines(), masked));

    Run run = sandbox.check("--min-line", "100");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .startsWith("error: job 8.1: its header is missing in both copies")
        .contains("masked 275 lines with [secure]")
        .contains("[payload-header-missing]");
  }
}
