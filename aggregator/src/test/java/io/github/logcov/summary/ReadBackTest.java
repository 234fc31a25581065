package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.Outcome;
import io.github.logcov.format.FormatLimits;
import io.github.logcov.format.MalformedReportException;
import io.github.logcov.format.Report;
import io.github.logcov.format.ReportFile;
import io.github.logcov.format.ReportFormat;
import io.github.logcov.format.cobertura.CoberturaFormat;
import io.github.logcov.format.lcov.LcovFormat;
import io.github.logcov.model.BranchId;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.LineCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for other tools, read by our own formats, has the totals of the outcome. */
class ReadBackTest {
  static Stream<Map.Entry<String, Outcome>> outcomes() {
    return Outcomes.all().entrySet().stream();
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  private static Coverage read(SummaryWriter writer, ReportFormat format, Outcome outcome)
      throws IOException, MalformedReportException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(outcome, bytes);
    ReportFile file = new ReportFile("report", new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(format.recognises(file)).isTrue();
    Report report = format.read(file);
    assertThat(report.warnings()).isEmpty();
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    report
        .files()
        .forEach((path, facts) -> union.add(new Session("1"), new SourcePath(path), facts));
    return union.toCoverage();
  }

  private static Coverage tracefile(Outcome outcome) throws Exception {
    return read(new LcovSummary(), new LcovFormat(FormatLimits.DEFAULT), outcome);
  }

  private static Coverage xml(Outcome outcome) throws Exception {
    return read(new CoberturaSummary(), new CoberturaFormat(FormatLimits.DEFAULT), outcome);
  }

  /** Arms of files without a statement have no place in coverage.xml; a comment there says so. */
  private static Ratio armsOnStatements(Outcome outcome) {
    return outcome.coverage().files().values().stream()
        .filter(file -> file.lines().total() > 0)
        .map(file -> file.arms().ratio())
        .reduce(Ratio.NONE, Ratio::plus);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void aTracefileHasTheTotals(Map.Entry<String, Outcome> named) throws Exception {
    Coverage read = tracefile(named.getValue());

    assertThat(read.totals().line()).isEqualTo(named.getValue().totals().line());
    assertThat(read.totals().branch()).isEqualTo(named.getValue().totals().branch());
    assertThat(read.files()).hasSameSizeAs(named.getValue().coverage().files());
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void aCoverageXmlHasTheTotals(Map.Entry<String, Outcome> named) throws Exception {
    Coverage read = xml(named.getValue());

    assertThat(read.totals().line()).isEqualTo(named.getValue().totals().line());
    assertThat(read.totals().branch()).isEqualTo(armsOnStatements(named.getValue()));
    assertThat(read.files()).hasSameSizeAs(named.getValue().coverage().files());
  }

  /** Any mixture of what formats can say of a file. */
  @ParameterizedTest
  @MethodSource("seeds")
  void bothHaveTheTotalsOfAnyMixture(int seed) throws Exception {
    Random random = new Random(seed);
    Outcomes outcomes = new Outcomes();
    int reports = 1 + random.nextInt(4);
    for (int report = 0; report < reports; report++) {
      String job = "8112." + (1 + random.nextInt(3));
      int kinds = 1 + random.nextInt(31);
      outcomes.file(job, "a.py", facts -> anything(facts, random, kinds));
    }
    Outcome outcome = outcomes.outcome();

    assertThat(tracefile(outcome).totals().line()).isEqualTo(outcome.totals().line());
    assertThat(tracefile(outcome).totals().branch()).isEqualTo(outcome.totals().branch());
    assertThat(xml(outcome).totals().line()).isEqualTo(outcome.totals().line());
    assertThat(xml(outcome).totals().branch()).isEqualTo(armsOnStatements(outcome));
  }

  private static void anything(FactsBuilder facts, Random random, int kinds) {
    if ((kinds & 1) != 0) {
      IntStream.range(1, 6).forEach(line -> facts.line(1 + random.nextInt(9), random.nextInt(2)));
    }
    if ((kinds & 2) != 0) {
      json(facts, random);
    }
    if ((kinds & 4) != 0) {
      BranchId id = new BranchId("" + random.nextInt(2), "" + random.nextInt(3));
      facts.arm(random.nextInt(9), id, random.nextInt(3) - 1L);
    }
    if ((kinds & 8) != 0) {
      int[] missing = random.ints(random.nextInt(3), -1, 9).map(to -> to == 0 ? -1 : to).toArray();
      facts.missingArms(1 + random.nextInt(9), 2 + random.nextInt(2), missing);
    }
    if ((kinds & 16) != 0) {
      facts.countedArms(1 + random.nextInt(9), 2, random.nextInt(3));
    }
  }

  /** As coverage.py's JSON is read: no more is covered than ran. */
  private static void json(FactsBuilder facts, Random random) {
    int executed = random.nextInt(5);
    int missed = random.nextInt(3);
    IntStream.range(0, executed).forEach(line -> facts.executed(1 + 2 * line));
    IntStream.range(0, missed).forEach(line -> facts.line(2 + 2 * line, 0));
    facts.statements(missed + random.nextInt(executed + 1));
    int taken = random.nextInt(4);
    int missing = random.nextInt(3);
    IntStream.range(0, taken).forEach(to -> facts.executedArc(1 + random.nextInt(2), 20 + to));
    IntStream.range(0, missing).forEach(to -> facts.missingArc(1 + random.nextInt(2), 30 - to));
    facts.fileArms(missing + random.nextInt(6));
  }

  @Test
  void linesAndArmsKeepWhatIsKnownOfThem() throws Exception {
    Outcome outcome = Outcomes.tree().outcome();
    FileCoverage written = file(outcome.coverage(), "src/blocks.c");

    FileCoverage read = file(tracefile(outcome), "src/blocks.c");

    assertThat(read.lineByLine()).isEqualTo(written.lineByLine());
    assertThat(file(xml(outcome), "src/exits.py").lineByLine())
        .extracting(LineCoverage::branches)
        .isEqualTo(
            file(outcome.coverage(), "src/exits.py").countedLines().stream()
                .map(LineCoverage::branches)
                .toList());
  }

  private static FileCoverage file(Coverage coverage, String path) {
    FileCoverage file = coverage.files().get(new SourcePath(path));
    assertThat(file).as(path).isNotNull();
    return file;
  }
}
