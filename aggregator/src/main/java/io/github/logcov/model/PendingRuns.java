package io.github.logcov.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of one source that wait until somebody asks what they covered, or until they are many. They
 * take less room than the answers for as many sessions will; but a session may have very many runs,
 * and is answered once.
 */
final class PendingRuns {
  /** Several times as many as are worked out at once; more than most builds have jobs. */
  private static final int MOST = 4 * ProbedSource.RUNS;

  private final FileFacts notRun;
  private final ProbedSource source;
  private final List<Session> sessions = new ArrayList<>();
  private final List<long[]> executed = new ArrayList<>();

  /** Takes what a session ran. */
  interface Taker {
    void take(Session session, LineSet ran);
  }

  /** None yet; {@code notRun} is the source as it is when nothing of it ran. */
  PendingRuns(FileFacts notRun, ProbedSource source) {
    this.notRun = notRun;
    this.source = source;
  }

  FileFacts notRun() {
    return notRun;
  }

  boolean areOf(ProbedSource other) {
    return source == other;
  }

  int size() {
    return sessions.size();
  }

  /** Whether no more should wait. */
  boolean isFull() {
    return size() >= MOST;
  }

  void add(Session session, RunFacts run) {
    sessions.add(session);
    executed.add(run.executed());
  }

  /**
   * What all of them say together, after giving what each ran to {@code taker}, in the order in
   * which they came.
   */
  FileFacts settle(Taker taker) {
    // Jobs of one toolchain run the same of most files: such sets are kept once.
    Map<LineSet, LineSet> sets = new HashMap<>();
    long[] probes = new long[executed.get(0).length * BitSquare.SIZE];
    ProbedSource.Covered counts = notCovered();
    for (int first = 0; first < sessions.size(); first += ProbedSource.RUNS) {
      int end = Math.min(first + ProbedSource.RUNS, sessions.size());
      probes(first, end, probes);
      ProbedSource.Covered covered = source.covered(probes);
      covered.countInto(counts);
      LineSet[] ran = notRun.lines().statements().ranIn(covered.lines(), end - first);
      for (int run = first; run < end; run++) {
        LineSet own = ran[run - first];
        LineSet known = sets.putIfAbsent(own, own);
        taker.take(sessions.get(run), known == null ? own : known);
      }
    }
    return notRun.withCounts(counts);
  }

  private ProbedSource.Covered notCovered() {
    return new ProbedSource.Covered(
        new long[notRun.lines().statements().size()],
        new long[notRun.arms().identified().size()],
        new long[notRun.functions().size()]);
  }

  /** Finds out of each probe the runs, from {@code first} on, that executed it. */
  private void probes(int first, int end, long[] probes) {
    long[] square = new long[BitSquare.SIZE];
    for (int word = 0; word * BitSquare.SIZE < probes.length; word++) {
      for (int run = 0; run < square.length; run++) {
        square[run] = first + run < end ? executed.get(first + run)[word] : 0;
      }
      BitSquare.transpose(square);
      System.arraycopy(square, 0, probes, word * BitSquare.SIZE, BitSquare.SIZE);
    }
  }
}
