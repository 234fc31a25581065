package io.github.logcov.microbench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a benchmark read, so that JMH tells millions of bytes per second beside its operations. */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class Megabytes {
  /** Millions of bytes. */
  public double megabytes;

  /** Counts so many bytes more. */
  public void add(long bytes) {
    megabytes += bytes / 1e6;
  }
}
