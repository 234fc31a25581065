package io.github.logcov.model;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Files and the sessions that measured them. Immutable.
 *
 * <p>{@link #union} is commutative and associative, {@link #empty} is neutral, and uniting a
 * coverage with itself covers nothing more (hits are added, and where arms are only counted the
 * upper bound may rise). Where reports name their statements and arms by line, and were not guessed
 * ({@link FactsBuilder#neverLoaded}), another session never lowers the number of covered lines, nor
 * the lower bound of covered arms, nor a total; a percentage may fall, since it may list lines that
 * nobody ran. Where reports give only a number of statements or arms per file and name the missed
 * ones, that holds while the numbers agree.
 */
public final class Coverage {
  private static final Coverage EMPTY = new Coverage(new TreeMap<>(), List.of());

  private final SortedMap<SourcePath, FileCoverage> files;
  private final List<Session> sessions;

  /** {@link #totals} once somebody asked; which of two threads added them up is all the same. */
  private @Nullable Totals totals;

  Coverage(SortedMap<SourcePath, FileCoverage> files, Collection<Session> sessions) {
    this.files = Collections.unmodifiableSortedMap(files);
    this.sessions = List.copyOf(new TreeSet<>(sessions));
  }

  /** No file, no session. */
  public static Coverage empty() {
    return EMPTY;
  }

  /** Path -> coverage, by path; not modifiable. */
  public SortedMap<SourcePath, FileCoverage> files() {
    return files;
  }

  /** All sessions, ascending as texts. */
  public List<Session> sessions() {
    return sessions;
  }

  /** Everything of both. */
  public Coverage union(Coverage other) {
    SortedMap<SourcePath, FileCoverage> united = new TreeMap<>(files);
    other.files.forEach((path, file) -> united.merge(path, file, FileCoverage::union));
    TreeSet<Session> all = new TreeSet<>(sessions);
    all.addAll(other.sessions);
    return new Coverage(united, all);
  }

  /** Only the files whose path is {@code wanted}; all sessions stay. */
  public Coverage filter(Predicate<SourcePath> wanted) {
    SortedMap<SourcePath, FileCoverage> kept = new TreeMap<>(files);
    kept.keySet().removeIf(wanted.negate());
    return new Coverage(kept, sessions);
  }

  /**
   * The same, where missed lines that only some sessions list do not count, nor the arms on them.
   */
  public Coverage withoutVariantOnly() {
    return map(FileCoverage::withoutVariantOnly);
  }

  private Coverage map(UnaryOperator<FileCoverage> change) {
    SortedMap<SourcePath, FileCoverage> changed = new TreeMap<>(files);
    changed.replaceAll((path, file) -> change.apply(file));
    return new Coverage(changed, sessions);
  }

  /** Totals over all files. */
  public Totals totals() {
    Totals known = totals;
    if (known == null) {
      known = sum();
      totals = known;
    }
    return known;
  }

  private Totals sum() {
    Ratio line = Ratio.NONE;
    ArmBounds arms = ArmBounds.NONE;
    for (FileCoverage file : files.values()) {
      line = line.plus(file.lines());
      arms = arms.plus(file.arms());
    }
    return Totals.of(line, arms)
        .withStatements(all(FileCoverage::statements))
        .withFunctions(all(FileCoverage::functions));
  }

  /** Of all files; empty where some report of one does not measure them, or none has any. */
  private Optional<Ratio> all(Function<FileCoverage, Optional<Ratio>> measure) {
    Ratio all = Ratio.NONE;
    for (FileCoverage file : files.values()) {
      Optional<Ratio> own = measure.apply(file);
      if (own.isEmpty()) {
        return own;
      }
      all = all.plus(own.get());
    }
    return Optional.of(all).filter(ratio -> ratio.total() > 0);
  }

  /**
   * Session -> the statements that it knows, over all files, and those of them that it ran itself;
   * every session is there, ascending as texts.
   */
  public SortedMap<Session, Ratio> linesBySession() {
    return bySession(FileCoverage::linesBySession).map(own -> own);
  }

  /**
   * Session -> number of lines that it ran and no other did, over all files; every session is
   * there, ascending as texts.
   */
  public SortedMap<Session, Long> onlyHere() {
    return bySession(FileCoverage::onlyHere).map(Ratio::covered);
  }

  /** Adds up what each file adds, on all processors where they are many. */
  private SessionSums bySession(BiConsumer<FileCoverage, SessionSums> addition) {
    Collection<FileCoverage> all = files.values();
    return (all.size() < CoverageUnion.WORTH_THREADS ? all.stream() : all.parallelStream())
        .collect(
            () -> new SessionSums(sessions),
            (sums, file) -> addition.accept(file, sums),
            SessionSums::add);
  }

  /**
   * Whether any report measures branches; a coverage without is neither 0 % nor 100 % of branches.
   */
  public boolean hasBranches() {
    return files.values().stream().anyMatch(FileCoverage::hasBranches);
  }
}
