package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Laws of the union on random reports, few ones first, so that what fails first is small. {@code
 * -Dlogcov.seed=N} tries others.
 */
class UnionLawsTest {
  private static final long SEED = Long.getLong("logcov.seed", 20_261_121L);

  @Test
  void agreesWithASlowModelOfMapsAndSets() {
    forRandomReports(
        true,
        (reports, random) -> {
          Coverage coverage = ClaimedReport.unite(reports);
          coverage
              .files()
              .forEach(
                  (path, file) ->
                      assertThat(Answers.of(file))
                          .isEqualTo(new SlowModel(reports, path).answers()));
        });
  }

  @Test
  void isCommutativeAndAssociative() {
    forRandomReports(
        true,
        (reports, random) -> {
          int i = random.nextInt(reports.size() + 1);
          int j = i + random.nextInt(reports.size() + 1 - i);
          Coverage a = ClaimedReport.unite(reports.subList(0, i));
          Coverage b = ClaimedReport.unite(reports.subList(i, j));
          Coverage c = ClaimedReport.unite(reports.subList(j, reports.size()));

          String all = Answers.of(ClaimedReport.unite(reports));

          assertThat(Answers.of(a.union(b).union(c))).isEqualTo(all);
          assertThat(Answers.of(a.union(b.union(c)))).isEqualTo(all);
          assertThat(Answers.of(c.union(b).union(a))).isEqualTo(all);
        });
  }

  @Test
  void isTheSameWhenFilesAreUnitedAsideAndPlacedLater() {
    forRandomReports(
        true,
        (reports, random) -> {
          CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
          CoverageUnion aside = new CoverageUnion(CoverageLimits.DEFAULT);
          for (ClaimedReport report : reports) {
            if (random.nextBoolean()) {
              report.addTo(union);
            } else {
              // Two names of one file, and one of a file that does not count.
              String key = random.nextInt(2) + ":" + report.path().value();
              aside.add(report.session(), new SourcePath(key), report.facts());
              aside.add(report.session(), new SourcePath("not " + key), report.facts());
            }
          }

          union.addAll(
              aside,
              key ->
                  key.value().startsWith("not ")
                      ? Optional.empty()
                      : Optional.of(new SourcePath(key.value().substring(2))));

          assertThat(Answers.of(union.toCoverage()))
              .isEqualTo(Answers.of(ClaimedReport.unite(reports)));
        });
  }

  @Test
  void hasTheEmptyCoverageAsNeutralElement() {
    forRandomReports(
        true,
        (reports, random) -> {
          Coverage a = ClaimedReport.unite(reports);

          assertThat(Answers.of(a.union(Coverage.empty()))).isEqualTo(Answers.of(a));
          assertThat(Answers.of(Coverage.empty().union(a))).isEqualTo(Answers.of(a));
        });
  }

  @Test
  void coversNothingMoreWhenUnitedWithItself() {
    forRandomReports(
        true,
        (reports, random) -> {
          Coverage once = ClaimedReport.unite(reports);
          Coverage twice = once.union(once);

          assertThat(twice.totals().line()).isEqualTo(once.totals().line());
          assertThat(twice.totals().branch()).isEqualTo(once.totals().branch());
          assertThat(twice.totals().statement()).isEqualTo(once.totals().statement());
          assertThat(twice.totals().function()).isEqualTo(once.totals().function());
          assertThat(twice.onlyHere()).isEqualTo(once.onlyHere());
          once.files()
              .forEach(
                  (path, file) ->
                      assertThat(twice.files().get(path).missedLines())
                          .isEqualTo(file.missedLines()));
        });
  }

  @Test
  void doesNotDependOnTheOrderOfReports() {
    forRandomReports(
        true,
        (reports, random) -> {
          List<ClaimedReport> shuffled = new ArrayList<>(reports);
          Collections.shuffle(shuffled, random);

          assertThat(Answers.of(ClaimedReport.unite(shuffled)))
              .isEqualTo(Answers.of(ClaimedReport.unite(reports)));
        });
  }

  @Test
  void doesNotDependOnThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        List<ClaimedReport> reports = ClaimedReport.random(new Random(SEED + round), 200, true);
        CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
        List<Future<?>> added = new ArrayList<>();
        for (ClaimedReport report : reports) {
          added.add(threads.submit(() -> report.addTo(union)));
        }
        awaitAll(added);

        assertThat(Answers.of(union.toCoverage()))
            .as("seed %d", SEED + round)
            .isEqualTo(Answers.of(ClaimedReport.unite(reports)));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void losesNothingWhenThreadsMeetAtOneFile() throws Exception {
    FileFacts facts = ClaimedReport.of("1.1", "a", new Claim.Line(7, 1)).facts();
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    CyclicBarrier start = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> added = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Session session = new Session("1." + thread);
        added.add(
            threads.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < 5_000; i++) {
                    union.add(session, new SourcePath("a"), facts);
                  }
                  return null;
                }));
      }
      awaitAll(added);
    } finally {
      threads.shutdown();
    }

    FileCoverage file = union.toCoverage().files().get(new SourcePath("a"));

    assertThat(file.hits(7)).isEqualTo(20_000);
    assertThat(file.sessions().thatRan(7)).hasSize(4);
  }

  @Test
  void countsForEachSessionTheLinesThatItAloneRan() {
    forRandomReports(
        true,
        (reports, random) -> {
          Coverage coverage = ClaimedReport.unite(reports);
          Map<Session, Long> alone = new TreeMap<>();
          coverage.sessions().forEach(session -> alone.put(session, 0L));
          for (FileCoverage file : coverage.files().values()) {
            for (int line : ClaimedReport.LINES) {
              List<Session> jobs = file.sessions().thatRan(line);
              if (jobs.size() == 1) {
                alone.merge(jobs.get(0), 1L, Long::sum);
              }
            }
          }

          assertThat(coverage.onlyHere()).isEqualTo(alone);
        });
  }

  private static void awaitAll(List<Future<?>> tasks)
      throws InterruptedException, ExecutionException {
    for (Future<?> task : tasks) {
      task.get();
    }
  }

  /**
   * Where statements and arms are named line by line, and in one way; two numbers of statements
   * without names can contradict each other, and one report can show that two others do.
   */
  @Test
  void neverLosesCoverageByAnotherReport() {
    forRandomReports(
        false,
        (reports, random) -> {
          Coverage less = ClaimedReport.unite(reports.subList(0, reports.size() - 1));
          Coverage more = ClaimedReport.unite(reports);

          less.files()
              .forEach(
                  (path, file) -> {
                    FileCoverage now = more.files().get(path);
                    assertThat(now.lines().covered())
                        .isGreaterThanOrEqualTo(file.lines().covered());
                    assertThat(now.lines().total()).isGreaterThanOrEqualTo(file.lines().total());
                    assertThat(now.arms().lower()).isGreaterThanOrEqualTo(file.arms().lower());
                    assertThat(now.arms().total()).isGreaterThanOrEqualTo(file.arms().total());
                    Ratio before = file.statements().orElse(Ratio.NONE);
                    Ratio after = now.statements().orElse(before);
                    assertThat(after.covered()).isGreaterThanOrEqualTo(before.covered());
                    assertThat(after.total()).isGreaterThanOrEqualTo(before.total());
                  });
        });
  }

  /** Toolchains name one exit differently, and count equally many arms. */
  @Test
  void neverLosesArmsToAJobThatNamesThemOtherwise() {
    for (long seed = SEED; seed < SEED + 1_000; seed++) {
      Random random = new Random(seed);
      int total = 1 + random.nextInt(6);
      List<ClaimedReport> reports = new ArrayList<>();
      ArmBounds before = new ArmBounds(0, 0, total);
      for (int job = random.nextInt(6); job >= 0; job--) {
        List<Claim> claims = new ArrayList<>(List.of(new Claim.FileArms(total)));
        int toolchain = random.nextInt(3);
        int own = 0;
        for (int arm = 0; arm < total; arm++) {
          boolean taken = random.nextBoolean();
          own += taken ? 1 : 0;
          claims.add(new Claim.Arc(arm + 1, arm % 2 == 0 ? 9 : -toolchain, taken));
        }
        reports.add(new ClaimedReport(new Session("1." + job), new SourcePath("a"), claims));
        List<ClaimedReport> shuffled = new ArrayList<>(reports);
        Collections.shuffle(shuffled, random);
        ArmBounds now = arms(ClaimedReport.unite(reports));

        assertThat(now).as("seed %d", seed).isEqualTo(arms(ClaimedReport.unite(shuffled)));
        assertThat(arms(ClaimedReport.unite(reports).union(ClaimedReport.unite(shuffled))))
            .as("seed %d", seed)
            .isEqualTo(now);
        assertThat(now.total()).as("seed %d", seed).isEqualTo(total);
        assertThat(now.lower())
            .as("seed %d", seed)
            .isGreaterThanOrEqualTo(Math.max(own, before.lower()));
        before = now;
      }
    }
  }

  private static ArmBounds arms(Coverage coverage) {
    return coverage.files().get(new SourcePath("a")).arms();
  }

  @Test
  void leavesAnEarlierResultAloneWhenMoreIsAdded() {
    forRandomReports(
        true,
        (reports, random) -> {
          CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
          reports.subList(0, reports.size() / 2).forEach(report -> report.addTo(union));
          Coverage earlier = union.toCoverage();
          String before = Answers.of(earlier);
          reports.forEach(report -> report.addTo(union));

          assertThat(Answers.of(earlier)).isEqualTo(before);
        });
  }

  private static void forRandomReports(
      boolean withTotals, BiConsumer<List<ClaimedReport>, Random> law) {
    for (int size = 1; size <= 12; size++) {
      for (int round = 0; round < 30; round++) {
        long seed = SEED + 1_000L * size + round;
        Random random = new Random(seed);
        List<ClaimedReport> reports = ClaimedReport.random(random, size, withTotals);
        try {
          law.accept(reports, random);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("seed " + SEED + ", reports " + reports, e);
        }
      }
    }
  }
}
