package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.aggregate.ReportFormats;
import io.github.logcov.format.ProgramRun.Program;
import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.FileCoverage;
import io.github.logcov.model.Ratio;
import io.github.logcov.model.Session;
import io.github.logcov.model.SourcePath;
import io.github.logcov.model.Totals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
  private static final int ROUNDS = 60;

  /** A law, on the random numbers of one seed. */
  private interface Law {
    void holds(Random random) throws Exception;
  }

  static Stream<Arguments> pairs() {
    List<RunWriter> all = RunWriter.all();
    return all.stream()
        .flatMap(
            first ->
                all.stream()
                    .skip(all.indexOf(first))
                    .map(second -> Arguments.of(first.label(), second.label(), first, second)));
  }

  @Test
  void knowsEveryFormat() {
    assertThat(RunWriter.all().stream().map(RunWriter::format).distinct())
        .as("formats that RunWriter writes; teach it those that are missing")
        .containsExactlyElementsOf(
            ReportFormats.all(FormatLimits.DEFAULT).list().stream()
                .map(ReportFormat::name)
                // A data file of coverage.py is read as the JSON report that coverage.py makes.
                .filter(name -> !name.equals("coveragepy-data"))
                .toList());
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void saysOfAUnionWhatIsTrue(String a, String b, RunWriter first, RunWriter second) {
    forRandomPrograms(
        random -> {
          Program program = Program.random(random);
          List<Coverage> reports = new ArrayList<>();
          Set<Integer> ran = new TreeSet<>();
          TrueArms taken = new TrueArms(program);
          for (int job = 0; job < 4; job++) {
            ProgramRun run = ProgramRun.random(program, random);
            RunWriter writer = job % 2 == 0 ? first : second;
            ran.addAll(run.ran());
            taken.add(run, writer);
            reports.add(coverage("1." + job, run.in(writer)));
          }

          Coverage all = reports.stream().reduce(Coverage::union).orElseThrow();
          FileCoverage file = all.files().get(path());

          assertThat(file.lines()).isEqualTo(new Ratio(ran.size(), program.lines().size()));
          assertThat(file.missedLines())
              .containsExactly(
                  program.lines().stream().filter(l -> !ran.contains(l)).toArray(Integer[]::new));
          taken.check(file.arms());
        });
  }

  @ParameterizedTest(name = "{0} and {1}")
  @MethodSource("pairs")
  void keepsTheLawsOfTheUnion(String a, String b, RunWriter first, RunWriter second) {
    forRandomPrograms(
        random -> {
          Program program = Program.random(random);
          Coverage x = coverage("1.1", ProgramRun.random(program, random).in(first));
          Coverage y = coverage("1.2", ProgramRun.random(program, random).in(second));
          Coverage z = coverage("1.3", ProgramRun.random(program, random).in(first));
          Coverage two = x.union(y);
          String all = answers(two.union(z));

          assertThat(answers(y.union(x))).as("x and y change places").isEqualTo(answers(two));
          assertThat(answers(x.union(y.union(z)))).as("x and (y and z)").isEqualTo(all);
          assertThat(answers(z.union(y).union(x))).as("(z and y) and x").isEqualTo(all);
          assertThat(answers(y.union(z.union(x)))).as("y and (z and x)").isEqualTo(all);
          assertThat(answers(x.union(Coverage.empty()))).as("x and nothing").isEqualTo(answers(x));
          assertThat(answers(Coverage.empty().union(y))).as("nothing and y").isEqualTo(answers(y));
          coversTheSame(two.union(two), two);
          neverLess(x, two);
          neverLess(y, two);
          neverLess(two, two.union(z));
        });
  }

  private static void forRandomPrograms(Law law) {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      try {
        law.holds(new Random(seed));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("with -Dlogcov.seed=" + seed + ": " + e.getMessage(), e);
      }
    }
  }

  /** A range may grow: nobody knows that both tell of the same run. */
  private static void coversTheSame(Coverage twice, Coverage once) {
    assertThat(twice.totals().line()).isEqualTo(once.totals().line());
    assertThat(twice.totals().branch()).isEqualTo(once.totals().branch());
    assertThat(twice.totals().statement()).isEqualTo(once.totals().statement());
    assertThat(twice.files().get(path()).missedLines())
        .isEqualTo(once.files().get(path()).missedLines());
  }

  private static void neverLess(Coverage before, Coverage after) {
    Totals less = before.totals();
    Totals more = after.totals();
    assertThat(more.line().covered()).isGreaterThanOrEqualTo(less.line().covered());
    assertThat(more.line().total()).isGreaterThanOrEqualTo(less.line().total());
    assertThat(more.branch().covered()).isGreaterThanOrEqualTo(less.branch().covered());
    assertThat(more.branch().total()).isGreaterThanOrEqualTo(less.branch().total());
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
