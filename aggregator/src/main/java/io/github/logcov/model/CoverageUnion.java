package io.github.logcov.model;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A union that grows report by report, from any number of threads; the result does not depend on
 * their order. Memory grows with the union and with two bitmaps per session and file.
 */
public final class CoverageUnion {
  private final CoverageLimits limits;
  private final ConcurrentMap<SourcePath, FileUnion> files = new ConcurrentHashMap<>();
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
  private final AtomicInteger fileCount = new AtomicInteger();
  private final AtomicLong units = new AtomicLong();

  /** An empty union that refuses more than {@code limits} allow. */
  public CoverageUnion(CoverageLimits limits) {
    this.limits = limits;
  }

  /** Adds a session that may have measured nothing; sessions with facts need not be added. */
  public void add(Session session) {
    sessions.add(session);
  }

  /**
   * Adds what one report of {@code session} says of one file. A session may do so several times
   * (two payloads): what any of its reports ran, it ran. The same report must not be added twice:
   * its hits would count twice.
   *
   * @throws LimitExceededException when the union would hold too many files, lines or arms; it is
   *     then as before
   */
  public void add(Session session, SourcePath path, FileFacts facts) {
    sessions.add(session);
    files.computeIfAbsent(path, this::newFile).add(session, facts, limits, units);
  }

  private FileUnion newFile(SourcePath path) {
    if (fileCount.incrementAndGet() > limits.maxFiles()) {
      fileCount.decrementAndGet();
      limits.checkFiles(limits.maxFiles() + 1L);
    }
    return new FileUnion();
  }

  /** All that was added up to now; later additions do not change it. */
  public Coverage toCoverage() {
    SortedMap<SourcePath, FileCoverage> united = new TreeMap<>();
    files.forEach((path, file) -> united.put(path, file.toCoverage()));
    return new Coverage(united, sessions);
  }
}
