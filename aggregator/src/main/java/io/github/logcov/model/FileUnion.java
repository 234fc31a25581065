package io.github.logcov.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One source file while sessions are added. Thread-safe: the object is its own lock.
 *
 * <p>To unite small facts with large ones costs as much as the large ones, and one report may name
 * a file under very many paths. So there are several parts, each less than half as heavy as the one
 * before it, and every fact is copied only as often as a number can be doubled.
 */
final class FileUnion {
  /** Small: nearly all files have few sessions. */
  private Map<Session, SessionLines> sessions = new HashMap<>(2);

  /** Whether somebody else has the map of sessions, which must not be changed then. */
  private boolean handedOut;

  /** Jobs of one toolchain list the same lines, and many run the same: such sets are kept once. */
  private Map<LineSet, LineSet> sets = new HashMap<>(2);

  private List<FileFacts> parts = List.of();

  /** What is charged to the budget for the parts; more than for their union. */
  private long units;

  /** Runs of a source whose lines, arms and functions are among the parts; null without any. */
  private @Nullable PendingRuns pending;

  /**
   * Adds what one report of {@code session} says.
   *
   * @param budget counts the units of all files
   * @param exact whether to make one part of all, so that nothing is charged twice
   * @throws LimitExceededException when it is too much, in parts; nothing is changed then
   */
  synchronized void add(
      Session session, FileFacts report, CoverageLimits limits, AtomicLong budget, boolean exact) {
    if (report instanceof RunFacts run) {
      add(session, run, limits, budget, exact);
      return;
    }
    addFacts(report, limits, budget, exact);
    // A guess is no other toolchain's opinion of what a statement is.
    addLines(
        session,
        report.isNeverLoaded() ? SessionLines.NONE : linesOf(report, report.lines().run()));
    forgetSets();
  }

  /** Counts are all that runs of one source bring along, so they can wait. */
  private void add(
      Session session, RunFacts run, CoverageLimits limits, AtomicLong budget, boolean exact) {
    PendingRuns waiting = pending;
    if (waiting == null || !waiting.areOf(run.source())) {
      addFacts(run.notRun(), limits, budget, exact);
      settleRuns();
      waiting = new PendingRuns(run.notRun(), run.source());
      pending = waiting;
    }
    waiting.add(session, run);
    if (waiting.isFull()) {
      settleRuns();
    }
  }

  /** Works out what those runs covered that wait; the rest of the union is not touched. */
  synchronized void settleRuns() {
    PendingRuns runs = pending;
    if (runs == null) {
      return;
    }
    pending = null;
    if (sessions.isEmpty()) {
      sessions = new HashMap<>(2 * runs.size());
    }
    SessionLines all = shared(linesOf(runs.notRun(), LineSet.EMPTY));
    FileFacts counts =
        runs.settle(
            (session, ran) -> {
              SessionLines known = sessions.get(session);
              SessionLines lines = all.withRun(ran);
              put(session, known == null ? lines : shared(known.union(lines)));
            });
    // Nothing is charged: the parts have all of these lines, arms and functions.
    parts = List.of(whole().union(counts));
    forgetSets();
  }

  private SessionLines linesOf(FileFacts report, LineSet ran) {
    return new SessionLines(
        listed(report.lines().statements()),
        ran,
        report.lines().named().largest(),
        report.layouts(),
        functionLines(report.functions().functions()),
        report.marks());
  }

  /** Of a report that was added; nearly always the union has a set of the same lines already. */
  private LineSet listed(LineHits ofReport) {
    LineHits ofUnion = parts.get(0).lines().statements();
    return (ofReport.hasLinesOf(ofUnion) ? ofUnion : ofReport).all();
  }

  /** Of a report that was added, as {@link #listed}. */
  private LineSet functionLines(FunctionSet ofReport) {
    FunctionSet ofUnion = parts.get(0).functions().functions();
    return (ofReport.equals(ofUnion) ? ofUnion : ofReport).lines();
  }

  /**
   * Adds all that was added to another one, which nobody adds to any more.
   *
   * @throws LimitExceededException as {@link #add} does
   */
  synchronized void addAll(
      FileUnion other, CoverageLimits limits, AtomicLong budget, boolean exact) {
    if (parts.isEmpty() && sessions.isEmpty()) {
      charge(unitsOf(exact ? List.of(other.whole()) : other.parts), limits, budget);
      parts = other.parts;
      sessions = other.sessions;
      sets = other.sets;
      pending = other.pending;
      handedOut = other.handedOut;
      return;
    }
    other.settleRuns();
    addFacts(other.whole(), limits, budget, exact);
    other.sessions.forEach(this::addLines);
    forgetSets();
  }

  private void addFacts(FileFacts report, CoverageLimits limits, AtomicLong budget, boolean exact) {
    List<FileFacts> grown = new ArrayList<>(parts);
    grown.add(report);
    boolean whole = exact || mayHaveTooManyArms(report, limits);
    while (grown.size() > 1 && (whole || isOutgrown(grown))) {
      uniteLast(grown, limits);
    }
    charge(unitsOf(grown), limits, budget);
    parts = List.copyOf(grown);
  }

  private void addLines(Session session, SessionLines lines) {
    SessionLines known = sessions.get(session);
    put(session, shared(known == null ? lines : known.union(lines)));
  }

  private void put(Session session, SessionLines lines) {
    if (handedOut) {
      sessions = new HashMap<>(sessions);
      handedOut = false;
    }
    sessions.put(session, lines);
  }

  /** Makes one part of all; gives back how much less is charged to the budget. */
  synchronized long settle(AtomicLong budget) {
    long freed = units - whole().units();
    budget.addAndGet(-freed);
    units -= freed;
    return freed;
  }

  private FileFacts whole() {
    if (parts.size() != 1) {
      List<FileFacts> all = new ArrayList<>(parts);
      while (all.size() > 1) {
        FileFacts last = all.remove(all.size() - 1);
        all.add(all.remove(all.size() - 1).union(last));
      }
      parts = all.isEmpty() ? List.of(FileFacts.NONE) : List.copyOf(all);
    }
    return parts.get(0);
  }

  /** The arms of a line may be the same in two parts; where that matters the parts are united. */
  private boolean mayHaveTooManyArms(FileFacts report, CoverageLimits limits) {
    IdentifiedArms arms = report.arms().identified();
    long all = arms.size();
    for (FileFacts part : parts) {
      all += part.arms().identified().size();
    }
    if (all <= limits.maxArmsPerLine()) {
      // Nearly always: a file has fewer than are allowed on a line.
      return false;
    }
    for (int row = 0; row < arms.size(); row = arms.end(row)) {
      long sum = (long) arms.end(row) - row;
      for (FileFacts part : parts) {
        sum += part.arms().identified().on(arms.line(row));
      }
      if (sum > limits.maxArmsPerLine()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutgrown(List<FileFacts> grown) {
    int last = grown.size() - 1;
    return grown.get(last - 1).weight() <= 2 * grown.get(last).weight();
  }

  private static void uniteLast(List<FileFacts> grown, CoverageLimits limits) {
    FileFacts last = grown.remove(grown.size() - 1);
    FileFacts united = grown.remove(grown.size() - 1).union(last);
    united.arms().identified().check(limits);
    grown.add(united);
  }

  private static long unitsOf(List<FileFacts> parts) {
    return parts.stream().mapToLong(FileFacts::units).sum();
  }

  private void charge(long now, CoverageLimits limits, AtomicLong budget) {
    long growth = now - units;
    try {
      limits.checkUnits(budget.addAndGet(growth));
    } catch (LimitExceededException e) {
      budget.addAndGet(-growth);
      throw e;
    }
    units = now;
  }

  private SessionLines shared(SessionLines lines) {
    return new SessionLines(
        shared(lines.listed()),
        shared(lines.run()),
        lines.statements(),
        lines.layouts(),
        shared(lines.functions()),
        shared(lines.marks()));
  }

  /** Jobs with one source tell the same of it. */
  private SourceMarks shared(SourceMarks marks) {
    for (SessionLines lines : sessions.values()) {
      if (lines.marks().equals(marks)) {
        return lines.marks();
      }
    }
    return marks;
  }

  private LineSet shared(LineSet set) {
    if (set.isEmpty()) {
      return LineSet.EMPTY;
    }
    LineSet known = sets.putIfAbsent(set, set);
    return known == null ? set : known;
  }

  /** A session that says more has other sets, and nobody needs the old ones. */
  private void forgetSets() {
    if (sets.size() > 4 * sessions.size()) {
      sets.clear();
      new HashMap<>(sessions).forEach((session, lines) -> put(session, shared(lines)));
    }
  }

  synchronized FileCoverage toCoverage() {
    settleRuns();
    handedOut = true;
    return new FileCoverage(whole(), new FileSessions(sessions));
  }
}
