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

  /** Whether the bound is so near that all is counted exactly. */
  private volatile boolean tight;

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
    FileUnion file = files.computeIfAbsent(path, this::newFile);
    try {
      file.add(session, facts, limits, units, tight);
    } catch (LimitExceededException e) {
      tight = true;
      addExactly(file, session, facts);
    }
  }

  /**
   * Adds where there seems to be no room. From now on nothing is charged twice; what is still, by
   * threads that are about to, is given back, until that makes no difference any more.
   */
  private void addExactly(FileUnion file, Session session, FileFacts facts) {
    while (true) {
      long freed = 0;
      for (FileUnion each : files.values()) {
        freed += each.settle(units);
      }
      try {
        file.add(session, facts, limits, units, true);
        return;
      } catch (LimitExceededException e) {
        if (freed == 0) {
          throw e;
        }
      }
    }
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
