package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Totals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tools wrote: totals that were counted by other means, and formats told apart. */
class RealReportsTest {
  private static final ReportFormats FORMATS = ReportFormats.all(FormatLimits.DEFAULT);

  /** Covered/total of lines and arms (lower bound), and how many warnings. */
  @ParameterizedTest
  @CsvSource({
    "real/cobertura-2.1.1-multisource.xml, 7, 24/36, 1/4, 0",
    "real/cobertura-coverlet.xml, 18, 156/255, 9/14, 0",
    "real/cobertura-duplicate-methods.xml, 1, 37/40, 20/26, 2",
    "real/cobertura-gcovr-253.xml, 2, 9/12, 2/8, 1",
    "real/cobertura-js.xml, 1, 4/4, 0/0, 0",
    "real/cobertura-missing-cc.xml, 1, 37/40, 10/16, 3",
    "real/cobertura-python-a.xml, 4, 33/83, 0/0, 0",
    "real/cobertura-ruby-simplecov.xml, 3, 16/16, 0/0, 0",
    "real/cobertura-same-filename.xml, 2, 1/2, 2/10, 2",
    "real/clover-istanbul.xml, 2, 11/11, 0/0, 2",
    "real/clover-java.xml, 4, 1/17, 1/2, 2",
    "real/clover-openclover-4.3.1.xml, 7, 15/22, 1/2, 0",
    "real/lcov-coverlet.info, 15, 118/184, 5/8, 1",
    "real/opencover.xml, 15, 118/184, 5/8, 0",
    "real/opencover-coverlet.xml, 18, 156/255, 9/14, 0",
    "merge-samples/c1.xml, 1, 16/20, 7/12, 0",
    "merge-samples/c9.xml, 1, 18/20, 8/12, 0",
    "merge-samples/call.xml, 1, 20/20, 12/12, 0",
    "merge-samples/c1.lcov, 1, 16/20, 7/12, 0",
    "merge-samples/c9.lcov, 1, 18/20, 8/12, 0",
    "merge-samples/x-cov6.5-py3.7.16.xml, 1, 33/36, 12/16, 0",
    "merge-samples/x-cov6.5-py3.8.18.xml, 1, 33/36, 12/16, 0",
    "merge-samples/x-cov6.5-py3.9.18.xml, 1, 33/36, 12/16, 0",
    "merge-samples/x-cov6.5-py3.10.13.xml, 1, 36/38, 15/18, 0",
    "merge-samples/x-cov6.5-py3.11.7.xml, 1, 36/38, 21/24, 0",
    "merge-samples/x-cov7.16.2-py3.10.13.xml, 1, 36/38, 7/10, 0",
    "merge-samples/x-cov7.16.2-py3.11.7.xml, 1, 36/38, 7/10, 0",
    "merge-samples/x-cov7.16.2-py3.12.1.xml, 1, 36/38, 7/10, 0",
    "merge-samples/x-cov7.16.2-py3.13.0.xml, 1, 36/38, 7/10, 0",
    "real/simplecov-cloud-sesame.resultset.json, 68, 1156/1269, 0/0, 0",
    "simplecov-real/a1.resultset.json, 2, 11/21, 4/9, 0",
    "simplecov-real/a9.resultset.json, 2, 12/17, 4/9, 0",
    "simplecov-real/collated.resultset.json, 2, 14/17, 8/9, 0",
    "gcovr-real/plain.json, 1, 14/18, 7/11, 0",
    "gcovr-real/none.json, 1, 9/18, 3/11, 0",
    "gcovr-real/extra.json, 1, 16/21, 5/11, 0",
    "llvmcov-real/none.json, 1, 13/21, 7/20, 0",
    "llvmcov-real/one.json, 1, 13/21, 8/20, 0",
    "llvmcov-real/five.json, 1, 14/21, 10/20, 0",
    "llvmcov-real/all.json, 1, 21/21, 16/20, 0",
    "merge-samples/c1.json, 1, 16/20, 7/12, 0",
    "merge-samples/c9.json, 1, 18/20, 8/12, 0",
    "coveragepy-real/code-6.5.0-a1.json, 1, 16/20, 7/12, 0",
    "coveragepy-real/code-6.5.0-a9.json, 1, 18/20, 8/12, 0",
    "coveragepy-real/code-6.5.0-combined.json, 1, 20/20, 12/12, 0",
    "coveragepy-real/code-7.16.2-a1.json, 1, 16/20, 7/12, 0",
    "coveragepy-real/code-7.16.2-a9.json, 1, 18/20, 8/12, 0",
    "coveragepy-real/code-7.16.2-combined.json, 1, 20/20, 12/12, 0",
    "coveragepy-real/file-empty-6.5.0.json, 1, 0/0, 0/0, 0",
    "coveragepy-real/file-empty-7.16.2.json, 1, 0/0, 0/0, 0",
    "coveragepy-real/option-no-branch-6.5.0.json, 1, 16/20, 0/0, 0",
    "coveragepy-real/option-no-branch.json, 1, 16/20, 0/0, 0",
    "coveragepy-real/option-pretty-print.json, 1, 16/20, 7/12, 0",
    "coveragepy-real/option-show-contexts.json, 1, 16/20, 7/12, 0",
    "coveragepy-real/x-6.5.0-py3.10.json, 1, 36/38, 15/18, 0",
    "coveragepy-real/x-6.5.0-py3.11.json, 1, 36/38, 21/24, 0",
    "coveragepy-real/x-6.5.0-py3.12.json, 1, 36/38, 19/24, 0",
    "coveragepy-real/x-6.5.0-py3.13.json, 1, 36/38, 19/24, 0",
    "coveragepy-real/x-6.5.0-py3.7.json, 1, 33/36, 12/16, 0",
    "coveragepy-real/x-6.5.0-py3.8.json, 1, 33/36, 12/16, 0",
    "coveragepy-real/x-6.5.0-py3.9.json, 1, 33/36, 12/16, 0",
    "coveragepy-real/x-7.16.2-py3.10.json, 1, 36/38, 7/10, 0",
    "coveragepy-real/x-7.16.2-py3.11.json, 1, 36/38, 7/10, 0",
    "coveragepy-real/x-7.16.2-py3.12.json, 1, 36/38, 7/10, 0",
    "coveragepy-real/x-7.16.2-py3.13.json, 1, 36/38, 7/10, 0",
  })
  void readsTheTotalsOf(String path, int files, String lines, String arms, int warnings)
      throws Exception {
    Report report = read(path);

    Totals totals = Fixtures.union(report);
    assertThat(report.files()).hasSize(files);
    assertThat(totals.line().covered() + "/" + totals.line().total()).isEqualTo(lines);
    assertThat(totals.branch().covered() + "/" + totals.branch().total()).isEqualTo(arms);
    assertThat(report.warnings()).hasSize(warnings);
  }

  /** Statements, whose percentage {@code go tool cover -func} gives in the file beside it. */
  @ParameterizedTest
  @CsvSource({
    "set-none, 3, 8/29, 27.6%",
    "set-letter, 3, 12/29, 41.4%",
    "count-coverpkg, 3, 24/29, 82.8%",
    "atomic-plain, 3, 7/28, 25.0%",
  })
  void countsStatementsAsGoDoes(String job, int files, String statements, String percent)
      throws Exception {
    Report report = read("gocover-real/" + job + ".out");

    Ratio measured = Fixtures.union(report).statement().orElseThrow();
    assertThat(report.files()).hasSize(files);
    assertThat(measured.covered() + "/" + measured.total()).isEqualTo(statements);
    assertThat(new String(bytes("gocover-real/" + job + ".func"), StandardCharsets.UTF_8))
        .contains("(statements)\t" + percent);
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void countsStatementsOnlyWhereAllReportsDo() throws Exception {
    Report go = read("gocover-real/set-none.out");

    assertThat(Fixtures.union(go, read("gocover-real/atomic-plain.out")).statement())
        .contains(new Ratio(9, 30));
    assertThat(Fixtures.union(go, read("merge-samples/c1.lcov")).statement()).isEmpty();
    assertThat(Fixtures.union(read("merge-samples/c1.lcov")).statement()).isEmpty();
  }

  @Test
  void unitesComplementaryReportsOfCoveragePyToAll() throws Exception {
    for (String kind : List.of("xml", "lcov", "json")) {
      Totals totals =
          Fixtures.union(read("merge-samples/c1." + kind), read("merge-samples/c9." + kind));

      assertThat(totals.line().toString()).isEqualTo("Ratio[covered=20, total=20]");
      assertThat(totals.branch().toString()).isEqualTo("Ratio[covered=12, total=12]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.5.0", "7.16.2"})
  void unitesJsonAsCoveragePyCombinesItsData(String version) throws Exception {
    String code = "coveragepy-real/code-" + version;

    Totals combined = Fixtures.union(read(code + "-combined.json"));
    Totals united = Fixtures.union(read(code + "-a1.json"), read(code + "-a9.json"));

    assertThat(united).isEqualTo(combined);
    assertThat(united.branch().toString()).isEqualTo("Ratio[covered=12, total=12]");
  }

  /** The guess of the lines of a file that only one job loaded does not count. */
  @Test
  void unitesResultsAsSimpleCovCollatesThem() throws Exception {
    Totals united =
        Fixtures.union(
            read("simplecov-real/a1.resultset.json"), read("simplecov-real/a9.resultset.json"));

    assertThat(united).isEqualTo(Fixtures.union(read("simplecov-real/collated.resultset.json")));
    assertThat(new String(bytes("simplecov-real/collated.txt"), StandardCharsets.UTF_8))
        .isEqualTo("lines %s\nbranches %s\n".formatted(text(united.line()), text(united.branch())));
  }

  @Test
  void unitesJsonOfGcovrAsItDoesItself() throws Exception {
    Report plain = read("gcovr-real/plain.json");
    Report none = read("gcovr-real/none.json");
    Report extra = read("gcovr-real/extra.json");

    requireSummary("gcovr-real/plain-summary.json", Fixtures.union(plain));
    requireSummary("gcovr-real/two-summary.json", Fixtures.union(plain, none));
    requireSummary("gcovr-real/united-summary.json", Fixtures.union(plain, none, extra));
  }

  private static void requireSummary(String path, Totals totals) {
    String summary = new String(bytes(path), StandardCharsets.UTF_8);
    assertThat(summary)
        .contains("\"line_covered\": " + totals.line().covered() + ",")
        .contains("\"line_total\": " + totals.line().total() + ",")
        .contains("\"function_covered\": " + totals.function().orElseThrow().covered() + ",")
        .contains("\"function_total\": " + totals.function().orElseThrow().total() + ",")
        .contains("\"branch_covered\": " + totals.branch().covered() + ",")
        .contains("\"branch_total\": " + totals.branch().total() + ",");
  }

  /** As many as the reports themselves say, where they do. */
  @ParameterizedTest
  @CsvSource({
    "merge-samples/c1.lcov, 2/2",
    "llvmcov-real/none.json, 2/3",
    "llvmcov-real/one.json, 2/3",
    "llvmcov-real/all.json, 3/3",
    "real/clover-openclover-4.3.1.xml, 6/12",
    "real/clover-java.xml, 1/10",
    "real/opencover.xml, 27/54",
    "real/opencover-coverlet.xml, 35/67",
    "real/jacoco-0.8.3.xml, 9/18",
    "real/jacoco-kotlin.xml, 0/15",
    "real/cobertura-2.1.1-multisource.xml, 8/17",
    "real/cobertura-coverlet.xml, 35/67",
    "real/cobertura-js.xml, 3/3",
    "real/lcov-coverlet.info, 27/54",
  })
  void countsTheFunctionsOf(String path, String functions) throws Exception {
    Ratio measured = Fixtures.union(read(path)).function().orElseThrow();

    assertThat(text(measured)).isEqualTo(functions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merge-samples/c1.xml",
        "merge-samples/c1.json",
        "gocover-real/set-none.out",
        "real/clover-istanbul.xml",
        "real/cobertura-python-a.xml",
        "simplecov-real/a1.resultset.json",
      })
  void countsNoFunctionsWhereTheReportNamesNone(String path) throws Exception {
    assertThat(Fixtures.union(read(path)).function()).isEmpty();
    assertThat(Fixtures.union(read(path), read("llvmcov-real/all.json")).function()).isEmpty();
  }

  /** Hits too, of every line; LLVM's tracefiles name branches in other ways. */
  @ParameterizedTest
  @ValueSource(strings = {"none", "one", "five", "all"})
  void makesTheLinesOfSegmentsThatLlvmMakes(String job) throws Exception {
    String path = "/home/travis/build/owner/repo/code.cc";
    String json = read("llvmcov-real/" + job + ".json").files().get(path).toString();
    String lcov = read("llvmcov-real/" + job + ".info").files().get(path).toString();

    assertThat(json.replaceAll(" [^ ]*\\[.*", "")).isEqualTo(lcov.replaceAll(" [^ ]*\\[.*", ""));
  }

  @Test
  void unitesExportsAsLlvmMergesItsProfiles() throws Exception {
    Totals united =
        Fixtures.union(
            read("llvmcov-real/none.json"),
            read("llvmcov-real/one.json"),
            read("llvmcov-real/five.json"));

    assertThat(united).isEqualTo(Fixtures.union(read("llvmcov-real/all.json")));
  }

  private static String text(Ratio ratio) {
    return ratio.covered() + "/" + ratio.total();
  }

  /** Statements differ by version, and so do arms (16 to 24): the largest number counts. */
  @Test
  void unitesJsonOfSeveralPythons() throws Exception {
    Totals totals =
        Fixtures.union(
            read("coveragepy-real/x-6.5.0-py3.7.json"),
            read("coveragepy-real/x-6.5.0-py3.9.json"),
            read("coveragepy-real/x-6.5.0-py3.11.json"));

    assertThat(totals.line().toString()).isEqualTo("Ratio[covered=37, total=38]");
    assertThat(totals.branch().toString()).isEqualTo("Ratio[covered=22, total=24]");
  }

  /** Without its comment, coverage.py's full lines are counts; full they stay. */
  @Test
  void unitesFullLinesWhosePrecisionIsLessToAll() throws Exception {
    String anonymous =
        new String(bytes("merge-samples/c9.xml"), StandardCharsets.UTF_8)
            .replaceAll("<!--.*?-->", "");
    byte[] content = anonymous.getBytes(StandardCharsets.UTF_8);

    Report c9 = new CoberturaFormat(FormatLimits.DEFAULT).read(Fixtures.file(content));

    assertThat(c9.files().get("code.py").toString()).contains("8(2/2)").contains("3{4}/2");
    assertThat(Fixtures.union(read("merge-samples/c1.xml"), c9).branch().toString())
        .isEqualTo("Ratio[covered=12, total=12]");
  }

  @Test
  void refusesFirefoxPathsBeyondTheBoundAndReadsThemWhenItIsRaised() throws Exception {
    String path = "real/lcov-grcov-fixture.info";
    FormatLimits raised = new FormatLimits(CoverageLimits.DEFAULT, 200, 1 << 20, 10_000);

    Report report = ReportFormats.all(raised).list().get(0).read(Fixtures.file(bytes(path)));

    Totals totals = Fixtures.union(report);
    assertThat(totals.line().total()).isEqualTo(5525 + 151);
    assertThat(totals.branch().total()).isEqualTo(3583 + 111);
    assertThat(report.warnings()).isEmpty();
    assertThatThrownBy(() -> read(path))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("a path has more than 4096 bytes; --max-path raises that bound");
  }

  @Test
  void refusesTheReportThatWasCutInsideARecord() {
    assertThatThrownBy(() -> read("real/lcov-invalid-DA.info"))
        .isInstanceOf(MalformedReportException.class)
        .hasMessage("DA needs \"line,hits[,checksum]\" but was \"DA:590\"");
  }

  @Test
  void keepsTheSourceRootsAndPathsAsWritten() throws Exception {
    Report report = read("real/cobertura-same-filename.xml");

    assertThat(report.sourceRoots()).containsExactly("D:\\");
    assertThat(report.files().toString())
        .isEqualTo(
            "{/src/NamespaceA/MyClass.cs=17:2 17(2/4)"
                + " @17{NamespaceA.MyClass.MethodSystem.Void ()}:2,"
                + " /src/NamespaceB/MyClass.cs=17:0 17(0/6)"
                + " @17{NamespaceB.MyClass.MethodSystem.Void ()}:0}");
    assertThat(report.warnings())
        .containsExactly(
            new Report.Warning(
                "3:167",
                "the totals of <coverage> (12 of 12 lines) disagree with its lines (1 of 2); the"
                    + " lines count"),
            new Report.Warning(
                "3:167",
                "the totals of <coverage> (6 of 6 branches) disagree with its lines (2 of 10); the"
                    + " lines count"));
  }

  static List<String> realReports() {
    return Fixtures.names(Fixtures.REAL).stream().filter(n -> !n.endsWith(".md")).toList();
  }

  /** The files are called after their formats. */
  @ParameterizedTest
  @MethodSource("realReports")
  void recognisesOnlyItsOwn(String name) {
    ReportFile file = Fixtures.file(bytes("real/" + name));

    String format = FORMATS.recognise(file).map(ReportFormat::name).orElse("none");

    String named = name.replaceFirst("[-.].*", "");
    List<String> known = FORMATS.list().stream().map(ReportFormat::name).toList();
    assertThat(format).isEqualTo(known.contains(named) ? named : "none");
  }

  private static byte[] bytes(String path) {
    return Fixtures.bytes("reports/" + path);
  }

  private static Report read(String path) throws MalformedReportException, IOException {
    ReportFile file = Fixtures.file(bytes(path));
    return FORMATS.recognise(file).orElseThrow().read(file);
  }
}
