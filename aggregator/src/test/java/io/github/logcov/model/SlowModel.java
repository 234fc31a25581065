package io.github.logcov.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One file of the union, remembering every claim, and counting only when asked: obviously right
 * rather than fast.
 */
final class SlowModel {
  private final List<ClaimedReport> reports = new ArrayList<>();

  SlowModel(List<ClaimedReport> all, SourcePath path) {
    all.stream().filter(report -> report.path().equals(path)).forEach(reports::add);
  }

  /** Everything a file coverage answers, in the form of {@link Answers}. */
  String answers() {
    Set<Integer> missed = new TreeSet<>(listed(reports));
    missed.removeAll(run(reports));
    Set<Integer> variantOnly = new TreeSet<>();
    for (List<ClaimedReport> own : bySession().values()) {
      Set<Integer> known = listed(own);
      if (!known.isEmpty() || !run(own).isEmpty()) {
        missed.stream().filter(line -> !known.contains(line)).forEach(variantOnly::add);
      }
    }
    long total = statements();
    return "lines "
        + new Ratio(total - missed.size(), total)
        + " missed "
        + missed
        + " variants "
        + variantOnly
        + " arms "
        + arms()
        + " statements "
        + blocks()
        + " functions "
        + functions()
        + " "
        + elsewhere()
        + " hits "
        + hits()
        + " jobs "
        + jobs();
  }

  private static Set<Integer> listed(List<ClaimedReport> reports) {
    Set<Integer> lines = new TreeSet<>();
    for (Claim.Line claim : claims(reports, Claim.Line.class)) {
      lines.add(claim.line());
    }
    for (Claim.Block block : claims(reports, Claim.Block.class)) {
      lines.addAll(lines(block));
    }
    return lines;
  }

  private static Set<Integer> lines(Claim.Block block) {
    Set<Integer> lines = new TreeSet<>();
    for (int line = block.line(); line <= block.endLine() && block.statements() > 0; line++) {
      lines.add(line);
    }
    return lines;
  }

  private static Set<Integer> run(List<ClaimedReport> reports) {
    Set<Integer> lines = new TreeSet<>();
    claims(reports, Claim.Executed.class).forEach(claim -> lines.add(claim.line()));
    for (Claim.Line claim : claims(reports, Claim.Line.class)) {
      if (claim.hits() > 0) {
        lines.add(claim.line());
      }
    }
    for (Claim.Block block : claims(reports, Claim.Block.class)) {
      if (block.hits() > 0) {
        lines.addAll(lines(block));
      }
    }
    return lines;
  }

  private Map<Session, List<ClaimedReport>> bySession() {
    Map<Session, List<ClaimedReport>> own = new TreeMap<>();
    for (ClaimedReport report : reports) {
      own.computeIfAbsent(report.session(), key -> new ArrayList<>()).add(report);
    }
    return own;
  }

  private long statements() {
    Set<Integer> listed = listed(reports);
    long total = listed.size();
    for (ClaimedReport report : reports) {
      int own = -1;
      for (Claim.Statements claim : claims(List.of(report), Claim.Statements.class)) {
        own = Math.max(own, claim.total());
      }
      if (own >= 0) {
        Set<Integer> others = new HashSet<>(listed);
        others.removeAll(listed(List.of(report)));
        claims(List.of(report), Claim.Executed.class).forEach(claim -> others.remove(claim.line()));
        total = Math.max(total, own + others.size());
      }
    }
    return total;
  }

  /** Each block once, with all its hits. */
  private static List<Claim.Block> together(List<Claim.Block> claims) {
    Map<Claim.Block, Long> hits = new LinkedHashMap<>();
    claims.forEach(block -> hits.merge(block.ran(0), block.hits(), Long::sum));
    List<Claim.Block> blocks = new ArrayList<>();
    hits.forEach((block, sum) -> blocks.add(block.ran(sum)));
    return blocks;
  }

  private Optional<Ratio> blocks() {
    for (ClaimedReport report : reports) {
      if (!report.claims().isEmpty()
          && claims(List.of(report), Claim.Block.class).isEmpty()
          && saysSomethingOfLines(report)) {
        return Optional.empty();
      }
    }
    List<Claim.Block> all = together(claims(reports, Claim.Block.class));
    List<Claim.Block> ran = all.stream().filter(block -> block.hits() > 0).toList();
    return Optional.of(new Ratio(mostStatements(ran, List.of()), mostStatements(all, List.of())));
  }

  private static boolean saysSomethingOfLines(ClaimedReport report) {
    FileFacts facts = report.facts();
    return facts.units() > facts.functions().units();
  }

  /** What a function is known by, whatever its scheme. */
  private static String key(Claim.Function function, boolean aliased) {
    if (function.id().kind() == FunctionId.Kind.NAME) {
      return function.id().name();
    }
    return function.line() + (aliased ? "" : function.id().toString());
  }

  private Optional<Ratio> functions() {
    for (ClaimedReport report : reports) {
      if (claims(List.of(report), Claim.Function.class).isEmpty() && saysSomethingOfLines(report)) {
        return Optional.empty();
      }
    }
    Set<Integer> aliased = new HashSet<>();
    List<Claim.Function> all = claims(reports, Claim.Function.class);
    all.stream().filter(Claim.Function::alias).forEach(claim -> aliased.add(claim.line()));
    long covered = 0;
    long total = 0;
    for (String scheme : List.of("", "other")) {
      Map<String, Boolean> ran = new TreeMap<>();
      for (Claim.Function claim : all) {
        if (claim.id().scheme().equals(scheme)) {
          String key = key(claim, aliased.contains(claim.line()));
          ran.merge(key, claim.hits() > 0, Boolean::logicalOr);
        }
      }
      total = Math.max(total, ran.size());
      covered = Math.max(covered, ran.values().stream().filter(any -> any).count());
    }
    return Optional.of(new Ratio(covered, total));
  }

  private List<FunctionSet.Elsewhere> elsewhere() {
    Set<FunctionId> repeated = new HashSet<>();
    Map<FunctionId, Set<Integer>> lines = new TreeMap<>();
    for (ClaimedReport report : reports) {
      Map<FunctionId, Set<Integer>> own = new TreeMap<>();
      for (Claim.Function claim : claims(List.of(report), Claim.Function.class)) {
        if (claim.id().kind() == FunctionId.Kind.NAME_AND_LINE) {
          own.computeIfAbsent(claim.id(), key -> new TreeSet<>()).add(claim.line());
          lines.computeIfAbsent(claim.id(), key -> new TreeSet<>()).add(claim.line());
        }
      }
      own.forEach(
          (id, places) -> {
            if (places.size() > 1) {
              repeated.add(id);
            }
          });
    }
    List<FunctionSet.Elsewhere> found = new ArrayList<>();
    lines.forEach(
        (id, places) -> {
          List<Integer> known = places.stream().filter(line -> line > 0).toList();
          if (known.size() > 1 && !repeated.contains(id)) {
            found.add(new FunctionSet.Elsewhere(id.name(), known));
          }
        });
    found.sort(Comparator.comparing(function -> function.lines().get(0)));
    return found;
  }

  /** Tries every choice of blocks of which no two overlap. */
  private static long mostStatements(List<Claim.Block> left, List<Claim.Block> chosen) {
    if (left.isEmpty()) {
      return chosen.stream().mapToLong(Claim.Block::statements).sum();
    }
    List<Claim.Block> rest = left.subList(1, left.size());
    long without = mostStatements(rest, chosen);
    if (chosen.stream().anyMatch(left.get(0)::overlaps)) {
      return without;
    }
    List<Claim.Block> more = new ArrayList<>(chosen);
    more.add(left.get(0));
    return Math.max(without, mostStatements(rest, more));
  }

  private Map<Integer, BigInteger> hits() {
    Map<Integer, BigInteger> hits = new TreeMap<>();
    for (Claim.Line claim : claims(reports, Claim.Line.class)) {
      hits.merge(claim.line(), BigInteger.valueOf(claim.hits()), BigInteger::add);
    }
    for (ClaimedReport report : reports) {
      Map<Integer, Long> mostOf = new TreeMap<>();
      for (Claim.Block block : together(claims(List.of(report), Claim.Block.class))) {
        lines(block).forEach(line -> mostOf.merge(line, block.hits(), Math::max));
      }
      mostOf.forEach((line, most) -> hits.merge(line, BigInteger.valueOf(most), BigInteger::add));
    }
    for (int line : run(reports)) {
      hits.computeIfPresent(line, (key, sum) -> sum.max(BigInteger.ONE));
    }
    return hits;
  }

  private Map<Integer, List<String>> jobs() {
    Map<Integer, List<String>> jobs = new TreeMap<>();
    bySession()
        .forEach(
            (session, own) ->
                run(own)
                    .forEach(
                        line ->
                            jobs.computeIfAbsent(line, key -> new ArrayList<>())
                                .add(session.jobNumber())));
    return jobs;
  }

  private ArmBounds arms() {
    long lower = 0;
    long upper = 0;
    long total = 0;
    for (int line : ClaimedReport.LINES) {
      List<long[]> groups = new ArrayList<>();
      identified(line, groups);
      missing(line, groups);
      counted(line, groups);
      long[] all = largest(groups);
      lower += all[0];
      upper += all[1];
      total += all[2];
    }
    long[] named = new long[] {lower, upper, total};
    return bounds(arcsAreArms() ? named : largest(List.of(named, arcs())));
  }

  private static ArmBounds bounds(long[] group) {
    return new ArmBounds(group[0], group[1], group[2]);
  }

  private static long[] largest(List<long[]> groups) {
    long[] all = new long[3];
    for (long[] group : groups) {
      all[0] = Math.max(all[0], group[0]);
      all[1] += group[1];
      all[2] = Math.max(all[2], group[2]);
    }
    all[1] = Math.min(all[1], all[2]);
    return all;
  }

  private void identified(int line, List<long[]> groups) {
    Set<BranchId> ids = new HashSet<>();
    Set<BranchId> taken = new HashSet<>();
    for (Claim.Arm claim : claims(reports, Claim.Arm.class)) {
      if (claim.line() == line) {
        ids.add(claim.id());
        if (claim.taken() > 0) {
          taken.add(claim.id());
        }
      }
    }
    groups.add(new long[] {taken.size(), taken.size(), ids.size()});
  }

  /** What each report misses on a line, by the total it gives. */
  private Map<Integer, List<List<Integer>>> decisions(int line) {
    Map<Integer, List<List<Integer>>> byTotal = new TreeMap<>();
    for (Claim.Missing claim : claims(reports, Claim.Missing.class)) {
      if (claim.line() == line) {
        List<Integer> destinations = new ArrayList<>();
        for (int destination : claim.missing()) {
          destinations.add(destination);
        }
        byTotal.computeIfAbsent(claim.total(), key -> new ArrayList<>()).add(destinations);
      }
    }
    return byTotal;
  }

  private void missing(int line, List<long[]> groups) {
    decisions(line).forEach((total, all) -> groups.add(missingTogether(line, total, all)));
  }

  private long[] missingTogether(int line, int total, List<List<Integer>> reports) {
    List<List<Integer>> misses = new ArrayList<>(reports);
    List<List<Integer>> names = new ArrayList<>(reports);
    Set<Integer> taken = new HashSet<>();
    Set<Claim.Arc> exitArcs = new HashSet<>();
    for (Claim.Arc arc : arcsFrom(line)) {
      if (arc.taken() && arc.to() >= 0) {
        taken.add(arc.to());
      }
      if (arc.to() < 0) {
        exitArcs.add(new Claim.Arc(line, arc.to(), false));
      }
    }
    int exits = 0;
    if (arcsAreArms()) {
      names.add(arcsFrom(line).stream().filter(arc -> !arc.taken()).map(Claim.Arc::to).toList());
      misses.add(
          arcsFrom(line).stream()
              .filter(arc -> !arc.taken())
              .filter(arc -> !arcsFrom(line).contains(new Claim.Arc(line, arc.to(), true)))
              .map(Claim.Arc::to)
              .toList());
      exits = Math.min(total, exitArcs.size());
      taken.clear();
    }
    Set<Integer> doubtful = doubtful();
    boolean tooMany = namedOnce(names) > total;
    boolean contradictory = false;
    long missed = 0;
    for (int destination = -1; destination <= 1; destination++) {
      int fewest = taken.contains(destination) ? 0 : Integer.MAX_VALUE;
      for (List<Integer> report : misses) {
        fewest = Math.min(fewest, Collections.frequency(report, destination));
      }
      int most = 0;
      for (List<Integer> report : names) {
        most = Math.max(most, Collections.frequency(report, destination));
      }
      missed += fewest;
      boolean surelyTaken = taken.contains(destination) && !tooMany;
      contradictory |=
          destination > 0 && most > fewest && doubtful.contains(destination) && !surelyTaken;
    }
    contradictory |= tooMany;
    int fewest = Integer.MAX_VALUE;
    int best = Integer.MAX_VALUE;
    for (List<Integer> report : misses) {
      exits = Math.max(exits, Collections.frequency(report, -1));
      fewest = Math.min(fewest, Collections.frequency(report, -1));
      best = Math.min(best, report.size());
    }
    long takenExits = 0;
    for (List<Integer> report : misses) {
      takenExits += exits - Collections.frequency(report, -1);
    }
    // fewest exits are counted as missed; at best only those are that no report can have taken.
    long atBest = total - missed + fewest - Math.max(0, exits - takenExits);
    return new long[] {
      contradictory ? total - best : total - missed, Math.min(total, atBest), total
    };
  }

  /** All names, each as often as one report has it. */
  private static int namedOnce(List<List<Integer>> names) {
    int named = 0;
    for (int destination = -1; destination <= 1; destination++) {
      int most = 0;
      for (List<Integer> report : names) {
        most = Math.max(most, Collections.frequency(report, destination));
      }
      named += most;
    }
    return named;
  }

  /** Statements that did not run, or that some session does not know. */
  private Set<Integer> doubtful() {
    Set<Integer> doubtful = listed(reports);
    Set<Integer> run = run(reports);
    doubtful.removeIf(
        line ->
            run.contains(line)
                && bySession().values().stream()
                    .allMatch(
                        own ->
                            listed(own).isEmpty() && run(own).isEmpty()
                                || listed(own).contains(line)
                                || run(own).contains(line)));
    return doubtful;
  }

  /** Each arc once, though different reports name it. */
  private Set<Claim.Arc> arcsFrom(int line) {
    Set<Claim.Arc> here = new LinkedHashSet<>();
    for (Claim.Arc arc : claims(reports, Claim.Arc.class)) {
      if (arc.from() == line) {
        here.add(arc);
      }
    }
    return here;
  }

  /** Whether the arcs can only be the arms of the decisions. */
  private boolean arcsAreArms() {
    long decided = 0;
    int lines = 0;
    for (int line : ClaimedReport.LINES) {
      Set<Integer> totals = decisions(line).keySet();
      long missing = arcsFrom(line).stream().filter(arc -> !arc.taken()).count();
      int total = totals.isEmpty() ? 0 : totals.iterator().next();
      if (totals.size() > 1 || missing > total) {
        return false;
      }
      lines += totals.size();
      decided += total;
    }
    long[] arcs = arcs();
    return lines > 0 && fileTotals().size() == 1 && arcs[0] == arcs[1] && arcs[2] == decided;
  }

  /** The numbers of arms that reports give for the file. */
  private Set<Integer> fileTotals() {
    Set<Integer> totals = new TreeSet<>();
    for (ClaimedReport report : reports) {
      List<Claim.FileArms> claims = claims(List.of(report), Claim.FileArms.class);
      Set<Claim.Arc> missing = new HashSet<>(claims(List.of(report), Claim.Arc.class));
      missing.removeIf(Claim.Arc::taken);
      claims.stream()
          .mapToInt(Claim.FileArms::total)
          .max()
          .ifPresent(total -> totals.add(Math.max(total, missing.size())));
    }
    return totals;
  }

  private void counted(int line, List<long[]> groups) {
    Map<String, List<Claim.Counted>> byShape = new TreeMap<>();
    for (Claim.Counted claim : claims(reports, Claim.Counted.class)) {
      if (claim.line() == line) {
        String shape = claim.total() + " " + claim.coveredOfTwo().length;
        byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(claim);
      }
    }
    byShape.values().forEach(all -> groups.add(countedTogether(all)));
  }

  private static long[] countedTogether(List<Claim.Counted> reports) {
    int total = reports.get(0).total();
    int conditions = reports.get(0).coveredOfTwo().length;
    long lower = 0;
    long sum = 0;
    for (Claim.Counted report : reports) {
      lower = Math.max(lower, report.covered());
      sum += report.covered();
    }
    long upper = Math.min(total, sum);
    if (2 * conditions <= total) {
      long most = 0;
      long sums = (long) total - 2 * conditions;
      for (int i = 0; i < conditions; i++) {
        int mostHere = 0;
        int sumHere = 0;
        for (Claim.Counted report : reports) {
          mostHere = Math.max(mostHere, report.coveredOfTwo()[i]);
          sumHere += report.coveredOfTwo()[i];
        }
        most += mostHere;
        sums += Math.min(2, sumHere);
      }
      lower = Math.max(lower, most);
      upper = Math.max(lower, Math.min(upper, sums));
    }
    return new long[] {lower, upper, total};
  }

  private long[] arcs() {
    Set<String> missing = new HashSet<>();
    Set<String> taken = new HashSet<>();
    Map<Integer, Set<String>> named = new TreeMap<>();
    Map<Integer, List<Set<String>>> single = new TreeMap<>();
    for (ClaimedReport report : reports) {
      Set<String> names = new HashSet<>();
      int own = -1;
      for (Claim.FileArms claim : claims(List.of(report), Claim.FileArms.class)) {
        own = Math.max(own, claim.total());
      }
      Set<String> ownMissing = new HashSet<>();
      for (Claim.Arc claim : claims(List.of(report), Claim.Arc.class)) {
        String arc = claim.from() + ">" + claim.to();
        (claim.taken() ? taken : missing).add(arc);
        names.add(arc);
        if (!claim.taken()) {
          ownMissing.add(arc);
        }
      }
      own = own < 0 ? own : Math.max(own, ownMissing.size());
      named.computeIfAbsent(own, key -> new HashSet<>()).addAll(names);
      single.computeIfAbsent(own, key -> new ArrayList<>()).add(names);
    }
    named.remove(-1);
    single.remove(-1);
    long total = named.isEmpty() ? missing.size() : 0;
    for (var entry : named.entrySet()) {
      long others = missing.stream().filter(arc -> !entry.getValue().contains(arc)).count();
      total = Math.max(total, entry.getKey() + others);
    }
    missing.removeAll(taken);
    long lower = total - missing.size();
    long upper = lower;
    long best = 0;
    Set<String> missedByAll = new HashSet<>(missing);
    for (var entry : single.entrySet()) {
      for (Set<String> names : entry.getValue()) {
        names.removeAll(taken);
        best = Math.max(best, entry.getKey() - names.size());
        missedByAll.retainAll(names);
      }
    }
    if (best > lower) {
      lower = best;
      upper = total - missedByAll.size();
    }
    return new long[] {lower, upper, total};
  }

  private static <T extends Claim> List<T> claims(List<ClaimedReport> reports, Class<T> kind) {
    return reports.stream()
        .flatMap(report -> report.claims().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
