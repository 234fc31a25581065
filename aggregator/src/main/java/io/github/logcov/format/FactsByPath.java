package io.github.logcov.format;

import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FileFacts;
import io.github.logcov.model.LimitExceededException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts a report gives, while it is read: source files may come in any order, and again. */
public final class FactsByPath {
  private final CoverageLimits limits;
  private final TreeMap<String, FileFacts.Builder> builders = new TreeMap<>();

  /** Without any file. */
  public FactsByPath(CoverageLimits limits) {
    this.limits = limits;
  }

  /**
   * What collects the facts of the file, which is there from now on.
   *
   * @throws LimitExceededException when there are too many files
   */
  public FileFacts.Builder of(String path) {
    FileFacts.Builder builder = builders.get(path);
    if (builder == null) {
      limits.checkFiles(builders.size() + 1L);
      builder = new FileFacts.Builder(limits);
      builders.put(path, builder);
    }
    return builder;
  }

  /** Path as written -> facts. Nothing can be added any more. */
  public SortedMap<String, FileFacts> build() throws MalformedReportException {
    SortedMap<String, FileFacts> facts = new TreeMap<>();
    long units = 0;
    // Taken out one by one, so that not all is held twice.
    for (Map.Entry<String, FileFacts.Builder> entry = builders.pollFirstEntry();
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
