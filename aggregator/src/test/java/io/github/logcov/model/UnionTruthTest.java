package io.github.logcov.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is claimed after a union, held against what really ran: exact where it says so, else within
 * its bounds.
 */
class UnionTruthTest {
  private static final long SEED = Long.getLong("logcov.seed", 20_261_121L);
  private static final SourcePath PATH = new SourcePath("a");

  @Test
  void keepsTheTruthOfADecisionWithinTheBounds() {
    for (long seed = SEED; seed < SEED + 3_000; seed++) {
      Random random = new Random(seed);
      int exits = random.nextInt(4);
      int total = exits + 1 + random.nextInt(3);
      // One job that never reached the line shows how many exits there are.
      List<Set<Integer>> jobs = new ArrayList<>(List.of(Set.of()));
      for (int i = random.nextInt(4); i >= 0; i--) {
        jobs.add(someOf(total, random));
      }
      Set<Integer> union = new TreeSet<>();
      List<ClaimedReport> missing = new ArrayList<>();
      List<ClaimedReport> counted = new ArrayList<>();
      for (Set<Integer> taken : jobs) {
        union.addAll(taken);
        String job = "1." + missing.size();
        missing.add(
            ClaimedReport.of(job, "a", new Claim.Missing(5, total, missing(total, exits, taken))));
        counted.add(ClaimedReport.of(job, "a", new Claim.Counted(5, total, taken.size())));
      }

      ArmBounds byMissing = arms(missing);
      ArmBounds byCount = arms(counted);

      assertThat(byMissing.total()).isEqualTo(total);
      assertThat((long) union.size())
          .as("seed %d: %s of %d, %d exits", seed, jobs, total, exits)
          .isBetween(byMissing.lower(), byMissing.upper())
          .isBetween(byCount.lower(), byCount.upper());
      if (exits < 2) {
        assertThat(byMissing.isExact()).isTrue();
      }
    }
  }

  @Test
  void isExactForReportsThatNameOnlyWhatIsMissed() {
    for (long seed = SEED; seed < SEED + 1_000; seed++) {
      Random random = new Random(seed);
      int statements = 1 + random.nextInt(6);
      Set<Integer> union = new TreeSet<>();
      List<ClaimedReport> reports = new ArrayList<>();
      for (int job = random.nextInt(4); job >= 0; job--) {
        Set<Integer> ran = someOf(statements, random);
        union.addAll(ran);
        // Line 100 is a docstring: it runs, and it is no statement; arcs from it likewise.
        List<Claim> claims =
            new ArrayList<>(
                List.of(
                    new Claim.Statements(statements),
                    new Claim.FileArms(statements),
                    new Claim.Executed(100),
                    new Claim.Arc(100, 1, true)));
        for (int i = 0; i < statements; i++) {
          claims.add(ran.contains(i) ? new Claim.Executed(i + 1) : new Claim.Line(i + 1, 0));
          claims.add(new Claim.Arc(i, -i, ran.contains(i)));
        }
        reports.add(new ClaimedReport(new Session("1." + job), PATH, claims));
      }

      FileCoverage file = ClaimedReport.unite(reports).files().get(PATH);

      assertThat(file.lines()).as("seed %d", seed).isEqualTo(new Ratio(union.size(), statements));
      assertThat(file.arms())
          .as("seed %d", seed)
          .isEqualTo(new ArmBounds(union.size(), union.size(), statements));
    }
  }

  /** As some jobs send coverage.xml and others coverage.json. */
  @Test
  void isExactForDecisionsAndArcsOfOneToolchain() {
    for (long seed = SEED; seed < SEED + 2_000; seed++) {
      Random random = new Random(seed);
      int decisions = 1 + random.nextInt(3);
      // Two arms each; the second of the first one is an exit, and so are both of the last.
      List<Claim.Arc> arms = new ArrayList<>();
      for (int line = 1; line <= decisions; line++) {
        arms.add(new Claim.Arc(line, line == decisions ? -9 : line + 10, false));
        arms.add(new Claim.Arc(line, line == 1 || line == decisions ? -1 : line + 20, false));
      }
      Set<Integer> union = new TreeSet<>();
      List<ClaimedReport> reports = new ArrayList<>();
      for (int job = 2 + random.nextInt(3); job >= 0; job--) {
        Set<Integer> taken = someOf(arms.size(), random);
        union.addAll(taken);
        List<Claim> claims = job % 2 == 0 ? arcs(arms, taken) : decisions(arms, taken);
        reports.add(new ClaimedReport(new Session("1." + job), PATH, claims));
      }

      ArmBounds bounds = arms(reports);

      assertThat(bounds.total()).as("seed %d", seed).isEqualTo(arms.size());
      assertThat((long) union.size()).as("seed %d", seed).isBetween(bounds.lower(), bounds.upper());
      // Of two exits of one line nobody can tell which one an XML misses.
      long unsure = bounds.upper() - bounds.lower();
      assertThat(unsure).as("seed %d", seed).isBetween(0L, 1L);
    }
  }

  private static List<Claim> arcs(List<Claim.Arc> arms, Set<Integer> taken) {
    List<Claim> claims =
        new ArrayList<>(List.of(new Claim.FileArms(arms.size()), new Claim.Arc(100, 1, true)));
    for (int arm = 0; arm < arms.size(); arm++) {
      claims.add(new Claim.Arc(arms.get(arm).from(), arms.get(arm).to(), taken.contains(arm)));
    }
    return claims;
  }

  private static List<Claim> decisions(List<Claim.Arc> arms, Set<Integer> taken) {
    List<Claim> claims = new ArrayList<>();
    for (int arm = 0; arm < arms.size(); arm += 2) {
      List<Integer> missing = new ArrayList<>();
      for (int i = arm; i < arm + 2; i++) {
        if (!taken.contains(i)) {
          missing.add(Math.max(-1, arms.get(i).to()));
        }
      }
      claims.add(
          new Claim.Missing(
              arms.get(arm).from(), 2, missing.stream().mapToInt(Integer::intValue).toArray()));
    }
    return claims;
  }

  /** The exits of every decision have a name of their own in each of two toolchains. */
  @Test
  void keepsTheTruthWithinTheBoundsWhereToolchainsNameArmsDifferently() {
    for (long seed = SEED; seed < SEED + 1_000; seed++) {
      Random random = new Random(seed);
      int arms = 1 + random.nextInt(6);
      Set<Integer> union = new TreeSet<>();
      List<ClaimedReport> reports = new ArrayList<>();
      for (int job = random.nextInt(4); job >= 0; job--) {
        Set<Integer> ran = someOf(arms, random);
        union.addAll(ran);
        int toolchain = random.nextInt(2);
        List<Claim> claims =
            new ArrayList<>(List.of(new Claim.FileArms(arms), new Claim.Arc(100, job, true)));
        for (int i = 0; i < arms; i++) {
          claims.add(new Claim.Arc(i, i % 2 == 0 ? 99 : -1 - toolchain, ran.contains(i)));
        }
        reports.add(new ClaimedReport(new Session("1." + job), PATH, claims));
      }

      ArmBounds bounds = arms(reports);

      assertThat(bounds.total()).as("seed %d", seed).isEqualTo(arms);
      assertThat((long) union.size()).as("seed %d", seed).isBetween(bounds.lower(), bounds.upper());
    }
  }

  @Test
  void isExactForBlocksOfOneSource() {
    for (long seed = SEED; seed < SEED + 1_000; seed++) {
      Random random = new Random(seed);
      int blocks = 1 + random.nextInt(6);
      int[] statements = random.ints(blocks, 0, 4).toArray();
      Set<Integer> union = new TreeSet<>();
      List<ClaimedReport> reports = new ArrayList<>();
      for (int job = random.nextInt(4); job >= 0; job--) {
        Set<Integer> ran = someOf(blocks, random);
        union.addAll(ran);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
          // Each begins where the one before it ends, in the middle of a line.
          claims.add(new Claim.Block(i + 1, 8, i + 2, 8, statements[i], ran.contains(i) ? 1 : 0));
        }
        reports.add(new ClaimedReport(new Session("1." + job), PATH, claims));
      }

      FileCoverage file = ClaimedReport.unite(reports).files().get(PATH);

      long covered = union.stream().mapToLong(block -> statements[block]).sum();
      assertThat(file.statements())
          .as("seed %d", seed)
          .contains(new Ratio(covered, IntStream.of(statements).sum()));
      assertThat(file.disagreements().blocks()).isEmpty();
    }
  }

  private static Set<Integer> someOf(int total, Random random) {
    Set<Integer> some = new TreeSet<>();
    for (int i = 0; i < total; i++) {
      if (random.nextInt(3) == 0) {
        some.add(i);
      }
    }
    return some;
  }

  /** The first arms are exits, which have one name. */
  private static int[] missing(int total, int exits, Set<Integer> taken) {
    List<Integer> missing = new ArrayList<>();
    for (int arm = 0; arm < total; arm++) {
      if (!taken.contains(arm)) {
        missing.add(arm < exits ? -1 : 10 + arm);
      }
    }
    return missing.stream().mapToInt(Integer::intValue).toArray();
  }

  private static ArmBounds arms(List<ClaimedReport> reports) {
    return ClaimedReport.unite(reports).files().get(PATH).arms();
  }
}
