package io.github.logcov.model;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One source file while sessions are added. Thread-safe: the object is its own lock. */
final class FileUnion {
  private final Map<Session, SessionLines> sessions = new HashMap<>();

  /** Jobs of one toolchain list the same lines, and many run the same: such sets are kept once. */
  private final Map<LineSet, LineSet> sets = new HashMap<>();

  private FileFacts facts = FileFacts.NONE;
  private long units;

  /** Adds what one report of {@code session} says; {@code budget} counts the units of all files. */
  synchronized void add(
      Session session, FileFacts report, CoverageLimits limits, AtomicLong budget) {
    boolean first = sessions.isEmpty();
    FileFacts united = first ? report : facts.union(report);
    if (!first) {
      united.identified().check(limits);
    }
    long unitsNow = united.units();
    long growth = unitsNow - units;
    try {
      limits.checkUnits(budget.addAndGet(growth));
    } catch (LimitExceededException e) {
      budget.addAndGet(-growth);
      throw e;
    }
    units = unitsNow;
    facts = united;
    int statements = report.namedBy().isEmpty() ? -1 : report.namedBy().lastKey();
    SessionLines lines = new SessionLines(report.listed(), report.run(), statements);
    sessions.merge(session, lines, SessionLines::union);
    sessions.computeIfPresent(session, (key, all) -> shared(all));
  }

  private SessionLines shared(SessionLines lines) {
    return new SessionLines(shared(lines.listed()), shared(lines.run()), lines.statements());
  }

  private LineSet shared(LineSet set) {
    LineSet known = sets.putIfAbsent(set, set);
    return known == null ? set : known;
  }

  synchronized FileCoverage toCoverage() {
    return new FileCoverage(facts, new HashMap<>(sessions));
  }
}
