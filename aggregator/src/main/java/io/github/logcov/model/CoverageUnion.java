package io.github.logcov.model;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A union that grows report by report, from any number of threads; the result does not depend on
 * their order. Memory grows with the union and with two bitmaps per session and file.
 */
public final class CoverageUnion {
  /** With fewer files other threads have started when this one is done. */
  static final int WORTH_THREADS = 64;

  private final CoverageLimits limits;
  private final ConcurrentHashMap<SourcePath, FileUnion> files = new ConcurrentHashMap<>();
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
    add(path, (file, exact) -> file.add(session, facts, limits, units, exact));
  }

  /**
   * Adds all of another union, file by file, under other paths. The other one is spent after that:
   * nobody may use it any more.
   *
   * @param places where a file of the other union goes; empty for one that does not count
   * @throws LimitExceededException as {@link #add(Session, SourcePath, FileFacts)} does; some files
   *     may be there then
   */
  public void addAll(CoverageUnion other, Function<SourcePath, Optional<SourcePath>> places) {
    sessions.addAll(other.sessions);
    for (SourcePath path : new TreeSet<>(other.files.keySet())) {
      FileUnion moved = Objects.requireNonNull(other.files.remove(path));
      places
          .apply(path)
          .ifPresent(to -> add(to, (file, exact) -> file.addAll(moved, limits, units, exact)));
    }
  }

  /** Adds something to one file. */
  private interface Addition {
    void to(FileUnion file, boolean exact);
  }

  private void add(SourcePath path, Addition addition) {
    FileUnion file = files.computeIfAbsent(path, this::newFile);
    try {
      addition.to(file, tight);
    } catch (LimitExceededException e) {
      tight = true;
      addExactly(file, addition);
    }
  }

  /**
   * Adds where there seems to be no room. From now on nothing is charged twice; what is still, by
   * threads that are about to, is given back, until that makes no difference any more.
   */
  private void addExactly(FileUnion file, Addition addition) {
    while (true) {
      long freed = 0;
      for (FileUnion each : files.values()) {
        freed += each.settle(units);
      }
      try {
        addition.to(file, true);
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
    ConcurrentMap<SourcePath, FileCoverage> united = new ConcurrentHashMap<>(2 * files.size());
    files.forEach(WORTH_THREADS, (path, file) -> united.put(path, file.toCoverage()));
    return new Coverage(new TreeMap<>(united), sessions);
  }
}
