package io.github.logcov.format;

import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FactsBuilder;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facts a report gives, while it is read: source files may come in any order, and again. */
public final class FactsByPath {
  private final CoverageLimits limits;
  private final TreeMap<String, FactsBuilder> builders = new TreeMap<>();

  /** The file that was asked for last: it grows, the others do not. */
  private @Nullable FactsBuilder last;

  /** Units of all files but the last one; what came twice may count twice. */
  private long others;

  /** Without any file. */
  public FactsByPath(CoverageLimits limits) {
    this.limits = limits;
  }

  /**
   * What collects the facts of the file, which is there from now on.
   *
   * @throws LimitExceededException when there are too many files, or they say too much together
   */
  public FactsBuilder of(String path) {
    FactsBuilder builder = builders.get(path);
    if (builder == null) {
      limits.checkFiles(builders.size() + 1L);
      builder = new FactsBuilder(limits);
      builders.put(path, builder);
    }
    if (builder != last) {
      others += last == null ? 0 : last.units();
      last = builder;
      others -= builder.units();
      checkUnits();
    }
    return builder;
  }

  /**
   * Lets the files together hold twice what they may, and then unites what came twice. Thus that is
   * done so seldom that it takes no time worth counting.
   */
  private void checkUnits() {
    if (others / 2 > limits.maxUnits()) {
      others = 0;
      for (FactsBuilder builder : builders.values()) {
        builder.compact();
        others += builder == last ? 0 : builder.units();
      }
      limits.checkUnits(others);
    }
  }

  /** Tells something to all files there are. */
  public void forEach(Consumer<FactsBuilder> what) {
    builders.values().forEach(what);
  }

  /** Path as written -> facts. Nothing can be added any more. */
  public SortedMap<String, FileFacts> build() throws MalformedReportException {
    SortedMap<String, FileFacts> facts = new TreeMap<>();
    long units = 0;
    // Taken out one by one, so that not all is held twice.
    for (Map.Entry<String, FactsBuilder> entry = builders.pollFirstEntry();
        entry != null;
        entry = builders.pollFirstEntry()) {
      try {
        FileFacts built = entry.getValue().build();
        units += built.units();
        limits.checkUnits(units);
        facts.put(entry.getKey(), built);
      } catch (LimitExceededException e) {
        throw Bound.in(entry.getKey(), e);
      }
    }
    return facts;
  }
}
