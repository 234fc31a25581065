package io.github.logcov.model;

import org.jspecify.annotations.Nullable;

/**
 * What one run of a source says, by the probes that it executed: worked out when somebody asks for
 * it, which a union does not, that takes many runs at once.
 */
final class RunFacts extends FileFacts {
  private final FileFacts notRun;
  private final ProbedSource source;
  private final long[] executed;

  /** Once somebody asked; which of two threads found it out makes no difference. */
  private @Nullable FileFacts known;

  /**
   * One run.
   *
   * @param notRun the source as it is when nothing of it ran
   * @param executed a bit for each probe, 64 in a word, the first one lowest
   */
  RunFacts(FileFacts notRun, ProbedSource source, long[] executed) {
    super(notRun);
    this.notRun = notRun;
    this.source = source;
    this.executed = executed;
  }

  FileFacts notRun() {
    return notRun;
  }

  ProbedSource source() {
    return source;
  }

  long[] executed() {
    return executed;
  }

  @Override
  FileLines lines() {
    return known().lines();
  }

  @Override
  FileArms arms() {
    return known().arms();
  }

  @Override
  FileFunctions functions() {
    return known().functions();
  }

  private FileFacts known() {
    FileFacts facts = known;
    if (facts == null) {
      facts = notRun.withCounts(source.covered(probes()));
      known = facts;
    }
    return facts;
  }

  /** As for many runs, of which there is only the first one. */
  private long[] probes() {
    long[] probes = new long[executed.length * Long.SIZE];
    for (int i = 0; i < probes.length; i++) {
      probes[i] = executed[i / Long.SIZE] >>> i & 1;
    }
    return probes;
  }
}
