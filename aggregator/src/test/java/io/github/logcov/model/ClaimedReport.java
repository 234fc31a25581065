package io.github.logcov.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** What one session's report claims of one file; printed in full when a law is broken. */
record ClaimedReport(Session session, SourcePath path, List<Claim> claims) {
  /** Every line that a random report may name. */
  static final List<Integer> LINES = List.of(1, 2, 3, 4, 127, 128, 129, 130);

  static ClaimedReport of(String session, String path, Claim... claims) {
    return new ClaimedReport(new Session(session), new SourcePath(path), List.of(claims));
  }

  FileFacts facts() {
    FactsBuilder builder = new FactsBuilder(CoverageLimits.DEFAULT);
    claims.forEach(claim -> claim.tell(builder));
    return builder.build();
  }

  void addTo(CoverageUnion union) {
    union.add(session, path, facts());
  }

  static Coverage unite(List<ClaimedReport> reports) {
    CoverageUnion union = new CoverageUnion(CoverageLimits.DEFAULT);
    reports.forEach(report -> report.addTo(union));
    return union.toCoverage();
  }

  /**
   * So many reports of few sessions, files and lines, so that they meet often; all levels mixed, in
   * any order.
   */
  static List<ClaimedReport> random(Random random, int size, boolean withTotals) {
    List<ClaimedReport> reports = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Claim> claims = new ArrayList<>();
      for (int k = random.nextInt(12); k > 0; k--) {
        claims.add(claim(random, withTotals));
      }
      Session session = new Session("8112." + (8 + random.nextInt(4)));
      reports.add(
          new ClaimedReport(session, new SourcePath("src/" + random.nextInt(2) + ".py"), claims));
    }
    return reports;
  }

  /** Names of missing arms that need not fit to those of other reports. */
  private static int[] names(Random random, int total) {
    return random.ints(random.nextInt(total + 1), -1, 2).toArray();
  }

  /** Some of the arms of a decision: two exits, and lines that are no others of a report. */
  private static int[] some(Random random, int total) {
    return IntStream.range(0, total)
        .filter(arm -> random.nextBoolean())
        .map(arm -> arm < 2 ? -1 : 1_000 + arm)
        .toArray();
  }

  private static Claim claim(Random random, boolean withTotals) {
    int line = LINES.get(random.nextInt(4) + (random.nextInt(4) == 0 ? 4 : 0));
    switch (random.nextInt(withTotals ? 12 : 6)) {
      case 0:
        return new Claim.Line(line, random.nextBoolean() ? 0 : 1 + random.nextInt(3));
      case 1:
        return new Claim.Executed(line);
      case 2:
        BranchId id = new BranchId("" + random.nextInt(2), "" + (9 + random.nextInt(2)));
        return new Claim.Arm(line, id, random.nextInt(4) - 1);
      case 3:
        int total = 2 + random.nextInt(3);
        return new Claim.Missing(
            line, total, withTotals ? names(random, total) : some(random, total));
      case 4:
        int arms = 2 * (1 + random.nextInt(2));
        int[] coveredOf = new int[random.nextInt(3)];
        for (int i = 0; i < coveredOf.length; i++) {
          coveredOf[i] = random.nextInt(3);
        }
        return new Claim.Counted(line, arms, random.nextInt(arms + 1), coveredOf);
      case 5:
        int start = 1 + random.nextInt(4);
        int end = start + random.nextInt(5 - start);
        int column = random.nextInt(3);
        int hits = random.nextInt(3);
        return new Claim.Block(start, column, end, 2 + random.nextInt(2), random.nextInt(3), hits);
      case 6:
        return new Claim.Statements(random.nextInt(8));
      case 7:
        return new Claim.FileArms(random.nextInt(8));
      case 8, 9:
        FunctionId.Kind[] kinds = FunctionId.Kind.values();
        String scheme = random.nextInt(3) == 0 ? "other" : "";
        String name = random.nextBoolean() ? "f" : "g";
        FunctionId function = new FunctionId(scheme, kinds[random.nextInt(kinds.length)], name);
        boolean alias = random.nextInt(4) == 0;
        return new Claim.Function(function, random.nextInt(4), random.nextInt(3), alias);
      default:
        return new Claim.Arc(line, random.nextInt(3) - 1, random.nextBoolean());
    }
  }
}
