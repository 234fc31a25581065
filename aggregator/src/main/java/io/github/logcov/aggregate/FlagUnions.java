package io.github.logcov.aggregate;

import io.github.logcov.model.Coverage;
import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.CoverageUnion;
import io.github.logcov.model.SourcePath;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A union for each flag; those of the first {@value #MAX} flags by name, whatever order they come
 * in, since each may need as much memory as the union of all reports. Thread-safe.
 */
final class FlagUnions {
  static final int MAX = 100;

  private final CoverageLimits limits;
  private final SortedMap<String, CoverageUnion> unions = new TreeMap<>();
  private boolean more;

  FlagUnions(CoverageLimits limits) {
    this.limits = limits;
  }

  /** The union to be added to; empty for a flag beyond the bound. */
  synchronized Optional<CoverageUnion> of(String flag) {
    unions.computeIfAbsent(flag, name -> new CoverageUnion(limits));
    if (unions.size() > MAX) {
      // A flag that goes never comes back: there are always enough before it.
      unions.remove(unions.lastKey());
      more = true;
    }
    return Optional.ofNullable(unions.get(flag));
  }

  /**
   * Adds all of the others, file by file, where they lie now.
   *
   * @param places empty for a file that does not count
   */
  synchronized void addAll(FlagUnions others, Function<SourcePath, Optional<SourcePath>> places) {
    more |= others.more;
    others.unions.forEach(
        (flag, other) -> of(flag).ifPresent(union -> union.addAll(other, places)));
  }

  /** Whether there are flags without a union. */
  synchronized boolean more() {
    return more;
  }

  /** Gives each flag and its union, by name. */
  synchronized void forEach(BiConsumer<String, Coverage> taker) {
    unions.forEach((flag, union) -> taker.accept(flag, union.toCoverage()));
  }
}
