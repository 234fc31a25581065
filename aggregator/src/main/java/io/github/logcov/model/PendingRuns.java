package io.github.logcov.model;

import java.util.ArrayList;
import java.util.List;

/** Runs of one source that wait until they are as many as can be worked out at once. */
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

  boolean isFull() {
    return sessions.size() == ProbedSource.RUNS;
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
    ProbedSource.Covered covered = source.covered(probes());
    LineSet[] ran = notRun.lines().statements().ranIn(covered.lines(), sessions.size());
    for (int run = 0; run < ran.length; run++) {
      taker.take(sessions.get(run), ran[run]);
    }
    return notRun.withCounts(covered.counted());
  }

  /** Of each probe the runs that executed it. */
  private long[] probes() {
    long[] probes = new long[executed.get(0).length * BitSquare.SIZE];
    long[] square = new long[BitSquare.SIZE];
    for (int word = 0; word * BitSquare.SIZE < probes.length; word++) {
      for (int run = 0; run < square.length; run++) {
        square[run] = run < executed.size() ? executed.get(run)[word] : 0;
      }
      BitSquare.transpose(square);
      System.arraycopy(square, 0, probes, word * BitSquare.SIZE, BitSquare.SIZE);
    }
    return probes;
  }
}
