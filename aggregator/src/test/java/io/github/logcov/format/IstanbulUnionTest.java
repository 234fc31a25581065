package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.format.istanbul.IstanbulFormat;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Unions of Istanbul's reports, held against what {@code nyc merge} and {@code nyc report} say of
 * them, and beside each fault of theirs the right answer.
 */
class IstanbulUnionTest {
  private static final String REAL = "reports/istanbul-real/";
  private static final IstanbulFormat FORMAT = new IstanbulFormat(FormatLimits.DEFAULT);
  private static final String IF =
      "{'type': 'if', 'loc': %1$s, 'locations': [%2$s, {'start': {}, 'end': {}}]}";

  @ParameterizedTest
  @CsvSource({
    "nyc-17-a, nyc-17-a.json",
    "nyc-17-ab, nyc-17-a.json nyc-17-b.json",
    "nyc-17-ab, nyc-17-b.json nyc-17-a.json",
    "nyc-17-abc, nyc-17-c.json nyc-17-a.json nyc-17-b.json",
    "nyc-15-c, nyc-15-c.json",
    "c8-10-a, c8-10-a.json",
    "jest-29-babel, jest-29-babel.json",
    "jest-29-v8, jest-29-v8.json",
    "vitest-3-istanbul, vitest-3-istanbul.json",
    "vitest-3-v8, vitest-3-v8.json",
  })
  void saysWhatNycSaysOfTheUnion(String answer, String jobs) throws Exception {
    JsonNode said = JsonMapper.shared().readTree(Fixtures.bytes(REAL + answer + ".summary"));

    Totals totals = totals(real(jobs.split(" ")));

    assertThat(totals.line()).isEqualTo(ratio(said, "lines"));
    assertThat(totals.branch()).isEqualTo(ratio(said, "branches"));
    assertThat(totals.statement()).contains(ratio(said, "statements"));
    assertThat(totals.function()).contains(ratio(said, "functions"));
    assertThat(totals.branchUpper()).isEqualTo(totals.branch().covered());
  }

  /**
   * c8 unites V8's own data, where nothing is left out: one range more ran, in the sum of the jobs,
   * as often as what is around it, and so is no branch any more; of two the reports do not show
   * that they ran.
   */
  @Test
  void knowsOfRangesThatAJobLeavesOutAsC8DoesFromTheDataOfAllJobs() throws Exception {
    JsonNode said = JsonMapper.shared().readTree(Fixtures.bytes(REAL + "c8-10-ab-raw.summary"));

    Totals totals = totals(real("c8-10-a.json", "c8-10-b.json"));

    assertThat(ratio(said, "branches")).isEqualTo(new Ratio(49, 80));
    assertThat(totals.branch()).isEqualTo(new Ratio(48, 81));
    assertThat(totals.line()).isEqualTo(ratio(said, "lines"));
    assertThat(totals(real("c8-10-b.json", "c8-10-a.json"))).isEqualTo(totals);
  }

  private static Ratio ratio(JsonNode said, String metric) {
    JsonNode numbers = said.get("total").get(metric);
    return new Ratio(numbers.get("covered").asLong(), numbers.get("total").asLong());
  }

  @Test
  void unitesTheReportsOfTwoVersionsOfNycByPlace() throws Exception {
    Totals one = totals(real("nyc-17-a.json", "nyc-17-b.json", "nyc-17-c.json"));

    Totals mixed = totals(real("nyc-17-a.json", "nyc-17-b.json", "nyc-15-c.json"));

    assertThat(mixed).isEqualTo(one);
  }

  /** nyc: 1 of 2 ways, since the second decision takes the place of the first. */
  @Test
  void keepsDecisionsApartWhoseFirstLocationsAreEmpty() throws Exception {
    String decisions = "'0': %s, '1': %s".formatted(decision(1, "{}"), decision(5, "{}"));

    Totals totals =
        totals(
            report("", "", decisions, "'0': [1, 0], '1': [0, 0]"),
            report("", "", decisions, "'0': [0, 0], '1': [0, 1]"));

    assertThat(totals.branch()).isEqualTo(new Ratio(2, 4));
  }

  /** nyc: 1 of 2 or 2 of 3, whichever report comes first. */
  @Test
  void keepsWaysThatTheFirstReportDoesNotHave() throws Exception {
    String loc = place(1, 0, 1, 10);
    String two = "'0': {'type': 'switch', 'loc': %s, 'locations': [%s, %s]}";
    String three = "'0': {'type': 'switch', 'loc': %s, 'locations': [%s, %s, %s]}";
    String first = place(2, 0, 2, 9);
    String second = place(3, 0, 3, 9);
    Report a = report("", "", two.formatted(loc, first, second), "'0': [1, 0]");
    Report b =
        report("", "", three.formatted(loc, first, second, place(4, 0, 4, 9)), "'0': [0, 0, 5]");

    assertThat(totals(a, b).branch()).isEqualTo(new Ratio(2, 3));
    assertThat(totals(b, a).branch()).isEqualTo(new Ratio(2, 3));
  }

  /** nyc: both statements ran, since one that ran somewhere contains the other. */
  @Test
  void doesNotTakeAStatementForCoveredByOneAroundIt() throws Exception {
    String around = "'0': " + place(1, 0, 9, 0);
    Report a = report(around, "'0': 1", "", "");
    Report b = report(around + ", '1': " + place(4, 0, 5, 0), "'0': 0, '1': 0", "", "");

    Totals totals = totals(a, b);

    assertThat(totals.statement()).contains(new Ratio(1, 2));
    assertThat(totals.line()).isEqualTo(new Ratio(1, 2));
  }

  /** nyc: the count of the last one in the map is left. */
  @Test
  void keepsStatementsOfOnePlaceApart() throws Exception {
    String twice = "'0': %1$s, '1': %1$s".formatted(place(1, 0, 1, 9));
    Report a = report(twice, "'0': 1, '1': 0", "", "");

    assertThat(totals(a).statement()).contains(new Ratio(1, 2));
    assertThat(totals(a, a).statement()).contains(new Ratio(1, 2));
  }

  /** nyc finds the same, since it goes by places, too. */
  @Test
  void goesByPlacesAndNotByIds() throws Exception {
    String one = "'0': %s, '1': %s".formatted(place(1, 0, 1, 9), place(2, 0, 2, 9));
    String other = "'0': %s, '1': %s".formatted(place(2, 0, 2, 9), place(1, 0, 1, 9));

    Totals totals =
        totals(report(one, "'0': 1, '1': 0", "", ""), report(other, "'0': 0, '1': 1", "", ""));

    assertThat(totals.statement()).contains(new Ratio(1, 2));
  }

  @Test
  void whatWasNeverLoadedYieldsToWhatWas() throws Exception {
    String guess = "'0': %s, '1': %s".formatted(place(1, 0, 1, 9), place(7, 0, 7, 9));
    Report never = report(guess, "'0': 0, '1': 0", "", "", true);
    Report loaded = report("'0': " + place(1, 0, 1, 9), "'0': 1", "", "");

    assertThat(totals(never).line()).isEqualTo(new Ratio(0, 2));
    assertThat(totals(never, never).line()).isEqualTo(new Ratio(0, 2));
    assertThat(totals(never, loaded).line()).isEqualTo(new Ratio(1, 1));
    assertThat(totals(never, loaded, never).line()).isEqualTo(new Ratio(1, 1));
    assertThat(totals(loaded, never).statement()).contains(new Ratio(1, 1));
    assertThat(file(never, loaded).disagreements().layouts()).isEmpty();
  }

  @Test
  void namesTheJobsWhoseMapsDiffer() throws Exception {
    Report one = report("'0': " + place(1, 0, 1, 9), "'0': 1", "", "");
    Report other = report("'0': " + place(2, 0, 2, 9), "'0': 1", "", "");

    assertThat(file(one, one).disagreements().layouts()).isEmpty();
    assertThat(file(one, other, one).disagreements().layouts())
        .isEqualTo(
            List.of(List.of(new Session("1.1"), new Session("1.3")), List.of(new Session("1.2"))));
  }

  @Test
  void mapsDoNotDependOnIdsNorOnTheirOrder() throws Exception {
    String places = "'0': %s, '1': %s".formatted(place(1, 0, 1, 9), place(2, 0, 2, 9));
    String others = "'b': %s, 'a': %s".formatted(place(2, 0, 2, 9), place(1, 0, 1, 9));

    Report one = report(places, "'0': 1, '1': 0", "", "");
    Report other = report(others, "'a': 1, 'b': 0", "", "");

    assertThat(file(one, other).disagreements().layouts()).isEmpty();
  }

  private static String place(int line, int column, int endLine, int endColumn) {
    return "{'start': {'line': %d, 'column': %d}, 'end': {'line': %d, 'column': %d}}"
        .formatted(line, column, endLine, endColumn);
  }

  private static String decision(int line, String first) {
    return IF.formatted(place(line, 0, line + 2, 1), first);
  }

  private static Report[] real(String... names) throws Exception {
    Report[] reports = new Report[names.length];
    for (int i = 0; i < names.length; i++) {
      reports[i] = FORMAT.read(Fixtures.file(Fixtures.bytes(REAL + names[i])));
      assertThat(reports[i].warnings()).isEmpty();
    }
    return reports;
  }

  private static Report report(String statements, String s, String branches, String b)
      throws Exception {
    return report(statements, s, branches, b, false);
  }

  private static Report report(
      String statements, String s, String branches, String b, boolean neverLoaded)
      throws Exception {
    String json =
        """
        {'a.js': {'path': 'a.js', 'all': %s, 'statementMap': {%s}, 's': {%s},
         'fnMap': {}, 'f': {}, 'branchMap': {%s}, 'b': {%s}}}
        """
            .formatted(neverLoaded, statements, s, branches, b);
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return FORMAT.read(Fixtures.file(bytes));
  }

  private static Totals totals(Report... reports) {
    return Fixtures.union(reports);
  }

  private static FileCoverage file(Report... reports) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    for (int i = 0; i < reports.length; i++) {
      Session session = new Session("1." + (i + 1));
      reports[i].files().forEach((path, facts) -> union.add(session, new SourcePath(path), facts));
    }
    return union.toCoverage().files().get(new SourcePath("a.js"));
  }
}
