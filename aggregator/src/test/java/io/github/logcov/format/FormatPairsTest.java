package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.ProgramRun.Program;
import io.github.logcov.model.ArmBounds;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jobs that report one program in two formats, for every pair of formats: what is said of their
 * union is held against what they really ran, and the laws of the union hold. {@code
 * -Dlogcov.seed=N} tries others.
 */
class FormatPairsTest {
  private static final long SEED = Long.getLong("logcov.seed", 20_261_121L);
  private static final int ROUNDS = 200;
  private static final List<ReportFormat> FORMATS = ReportFormats.all(FormatLimits.DEFAULT).list();

  static Stream<Arguments> pairs() {
    return FORMATS.stream()
        .flatMap(
            first ->
                FORMATS.stream()
                    .filter(second -> FORMATS.indexOf(second) >= FORMATS.indexOf(first))
                    .map(second -> Arguments.of(first.name(), second.name(), first, second)));
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void saysOfAUnionWhatIsTrue(String a, String b, ReportFormat first, ReportFormat second)
      throws Exception {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed);
      Program program = Program.random(random);
      List<Coverage> reports = new ArrayList<>();
      Set<Integer> ran = new TreeSet<>();
      Set<String> taken = new TreeSet<>();
      for (int job = 0; job < 4; job++) {
        ProgramRun run = ProgramRun.random(program, random);
        ran.addAll(run.ran());
        taken.addAll(run.taken());
        reports.add(coverage("1." + job, run.in(job % 2 == 0 ? first : second)));
      }

      Coverage all = reports.stream().reduce(Coverage::union).orElseThrow();
      FileCoverage file = all.files().get(path());

      ArmBounds arms = file.arms();
      assertThat(file.lines())
          .as("seed %d", seed)
          .isEqualTo(new Ratio(ran.size(), program.lines().size()));
      assertThat(file.missedLines())
          .containsExactly(
              program.lines().stream().filter(l -> !ran.contains(l)).toArray(Integer[]::new));
      assertThat(arms.total()).as("seed %d", seed).isEqualTo(program.arms().size());
      assertThat((long) taken.size()).as("seed %d", seed).isBetween(arms.lower(), arms.upper());
      if (first == second) {
        assertThat(arms.isExact()).as("seed %d", seed).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void keepsTheLawsOfTheUnion(String a, String b, ReportFormat first, ReportFormat second)
      throws Exception {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed);
      Program program = Program.random(random);
      Coverage x = coverage("1.1", ProgramRun.random(program, random).in(first));
      Coverage y = coverage("1.2", ProgramRun.random(program, random).in(second));
      Coverage z = coverage("1.3", ProgramRun.random(program, random).in(first));

      String all = answers(x.union(y).union(z));

      assertThat(answers(x.union(y.union(z)))).as("seed %d", seed).isEqualTo(all);
      assertThat(answers(z.union(y).union(x))).as("seed %d", seed).isEqualTo(all);
      assertThat(answers(x.union(Coverage.empty()))).isEqualTo(answers(x));
      Coverage two = x.union(y);
      assertThat(two.union(two).totals()).as("seed %d", seed).isEqualTo(two.totals());
      assertThat(two.totals().line().covered()).isGreaterThanOrEqualTo(x.totals().line().covered());
      assertThat(two.totals().branch().covered())
          .isGreaterThanOrEqualTo(x.totals().branch().covered())
          .isGreaterThanOrEqualTo(y.totals().branch().covered());
    }
  }

  private static SourcePath path() {
    return new SourcePath(ProgramRun.PATH);
  }

  private static Coverage coverage(String job, Report report) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    report
        .files()
        .forEach((path, facts) -> union.add(new Session(job), new SourcePath(path), facts));
    return union.toCoverage();
  }

  /** What is shown of a coverage. */
  private static String answers(Coverage coverage) {
    FileCoverage file = coverage.files().get(path());
    return coverage.totals()
        + " "
        + file.arms()
        + " "
        + file.lineByLine()
        + " "
        + Arrays.toString(file.missedLines())
        + coverage.onlyHere();
  }
}
