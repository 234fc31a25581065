package io.github.logcov.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Runs of one source that wait until somebody asks what they covered. They take less room than the
 * answers will.
 */
final class PendingRuns {
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

  void add(Session session, RunFacts run) {
    sessions.add(session);
    executed.add(run.executed());
  }

  /**
   * What all of them say together, after giving what each ran to {@code taker}, in the order in
   * which they came.
   */
  FileFacts settle(Taker taker) {
    FileFacts all = notRun;
    for (int first = 0; first < sessions.size(); first += ProbedSource.RUNS) {
      int end = Math.min(first + ProbedSource.RUNS, sessions.size());
      ProbedSource.Covered covered = source.covered(probes(first, end));
      LineSet[] ran = notRun.lines().statements().ranIn(covered.lines(), end - first);
      for (int run = first; run < end; run++) {
        taker.take(sessions.get(run), ran[run - first]);
      }
      all = all.union(notRun.withCounts(covered.counted()));
    }
    return all;
  }

  /** Of each probe the runs from {@code first} on that executed it. */
  private long[] probes(int first, int end) {
    long[] probes = new long[executed.get(first).length * BitSquare.SIZE];
    long[] square = new long[BitSquare.SIZE];
    for (int word = 0; word * BitSquare.SIZE < probes.length; word++) {
      for (int run = 0; run < square.length; run++) {
        square[run] = first + run < end ? executed.get(first + run)[word] : 0;
      }
      BitSquare.transpose(square);
      System.arraycopy(square, 0, probes, word * BitSquare.SIZE, BitSquare.SIZE);
    }
    return probes;
  }
}
