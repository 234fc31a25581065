package io.github.logcov.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lines of a file for who knows nothing but lines: as many statements and arms, and as many of
 * them covered (lower bound), as the totals of the file say. Where reports name what is missing and
 * only count what is covered (coverage.json), covered lines and arms are taken from what ran.
 */
final class CountedLines {
  private final FileCoverage file;
  private final FileFacts facts;
  private final UnitedArms arms;
  private final SortedMap<Integer, Long> hits = new TreeMap<>();
  private final SortedMap<Integer, BranchCoverage> branches = new TreeMap<>();

  CountedLines(FileCoverage file, FileFacts facts, UnitedArms arms) {
    this.file = file;
    this.facts = facts;
    this.arms = arms;
  }

  /** The lines, ascending. */
  List<LineCoverage> list() {
    statements();
    arms();
    branches.keySet().forEach(line -> hits.putIfAbsent(line, -1L));
    List<LineCoverage> lines = new ArrayList<>();
    hits.forEach(
        (line, count) ->
            lines.add(
                new LineCoverage(
                    line, count, branches.getOrDefault(line, new BranchCoverage.None()))));
    return lines;
  }

  private void statements() {
    long covered = 0;
    for (int line : file.statementLines()) {
      long count = file.hits(line);
      hits.put(line, count);
      covered += count > 0 ? 1 : 0;
    }
    // Never more than ran, see FileCoverage.lines(). From the end, since what runs without being a
    // statement are docstrings, and the one of the module comes first.
    int[] executed = facts.lines().run().minus(facts.lines().listed()).toArray();
    long wanted = file.lines().covered() - covered;
    for (int i = executed.length - 1; i >= 0 && wanted > 0; i--, wanted--) {
      hits.put(executed[i], 1L);
    }
  }

  private void arms() {
    ArmBounds byLine = ArmBounds.NONE;
    for (LineArms here = arms.byLine(); here.next(); ) {
      byLine = byLine.plus(here.bounds());
      branches.put(here.line(), here.branches());
    }
    ArmBounds byArc = arms.arcBounds();
    if (byArc.total() > byLine.total()) {
      branches.clear();
      arcs(byArc);
    }
    raise(file.arms().lower());
  }

  /** Puts each arc on the line where it begins. */
  private void arcs(ArmBounds wanted) {
    long[] missed =
        Arrays.stream(arms.missedArcs()).limit(wanted.total() - wanted.lower()).toArray();
    long[] taken = likeliest(missed, wanted.total() - missed.length);
    SortedMap<Integer, Integer> covered = new TreeMap<>();
    SortedMap<Integer, List<Integer>> missing = new TreeMap<>();
    for (long arc : missed) {
      missing.computeIfAbsent(place(arc), line -> new ArrayList<>()).add(FileArcs.to(arc));
    }
    for (long arc : taken) {
      covered.merge(place(arc), 1, Integer::sum);
    }
    int unnamed = (int) (wanted.total() - missed.length - taken.length);
    if (unnamed > 0) {
      covered.merge(anyLine(), unnamed, Integer::sum);
    }
    covered.forEach((line, count) -> branches.put(line, decision(count, List.of())));
    missing.forEach((line, to) -> branches.put(line, decision(covered.getOrDefault(line, 0), to)));
  }

  private static BranchCoverage decision(int covered, List<Integer> missing) {
    ArmBounds bounds = new ArmBounds(covered, covered, (long) covered + missing.size());
    return new BranchCoverage.MissingNamed(bounds, missing);
  }

  /**
   * As many of the arcs that were taken as are arms: of lines where several begin before those of
   * lines that have but one way on.
   */
  private long[] likeliest(long[] missed, long wanted) {
    long[] taken = arms.takenArcs();
    Map<Integer, Integer> ways = new TreeMap<>();
    Arrays.stream(missed).forEach(arc -> ways.merge(FileArcs.from(arc), 1, Integer::sum));
    Arrays.stream(taken).forEach(arc -> ways.merge(FileArcs.from(arc), 1, Integer::sum));
    return Arrays.stream(taken)
        .boxed()
        .sorted(
            (a, b) ->
                Boolean.compare(
                    ways.getOrDefault(FileArcs.from(a), 0) < 2,
                    ways.getOrDefault(FileArcs.from(b), 0) < 2))
        .limit(wanted)
        .mapToLong(Long::longValue)
        .toArray();
  }

  private int place(long arc) {
    return FileArcs.from(arc) > 0 ? FileArcs.from(arc) : anyLine();
  }

  /** A line for arms of which only the number is known. */
  private int anyLine() {
    return hits.entrySet().stream()
        .filter(line -> line.getValue() > 0)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> hits.isEmpty() ? 1 : hits.firstKey());
  }

  /**
   * Where one report names arms by line and another by file, the better lower bound counts: the
   * arms that it has more are taken from the first lines that miss some.
   */
  private void raise(long lower) {
    long more = lower - branches.values().stream().mapToLong(arms -> arms.bounds().lower()).sum();
    for (Map.Entry<Integer, BranchCoverage> entry : branches.entrySet()) {
      ArmBounds bounds = entry.getValue().bounds();
      long raised = Math.min(more, bounds.total() - bounds.lower());
      if (raised > 0) {
        long covered = bounds.lower() + raised;
        entry.setValue(
            new BranchCoverage.Counted(
                new ArmBounds(covered, Math.max(covered, bounds.upper()), bounds.total())));
        more -= raised;
      }
    }
  }
}
