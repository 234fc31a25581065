package io.github.logcov.format;

import io.github.logcov.model.CoverageLimits;
import io.github.logcov.model.FileFacts;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of a report that gives those of each file whole, and of a file several times. */
public final class UnitedFiles {
  private final CoverageLimits limits;
  private final SortedMap<String, FileFacts> files = new TreeMap<>();
  private long units;

  /** Without any file. */
  public UnitedFiles(CoverageLimits limits) {
    this.limits = limits;
  }

  /**
   * Unites what is known of the file with these facts.
   *
   * @throws io.github.logcov.model.LimitExceededException when there are too many files, or they
   *     say too much together
   */
  public void add(String path, FileFacts facts) {
    FileFacts known = files.get(path);
    FileFacts united = known == null ? facts : known.union(facts);
    units += united.units() - (known == null ? 0 : known.units());
    limits.checkUnits(units);
    files.put(path, united);
    limits.checkFiles(files.size());
  }

  /** Path as written -> facts. */
  public SortedMap<String, FileFacts> build() {
    return files;
  }
}
