package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Placed;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells packages of one name in several modules apart where there is no checkout: {@code p/A.java}
 * of {@code m1/target/site/jacoco/jacoco.xml} and of {@code m2/target/site/jacoco/jacoco.xml} are
 * {@code m1/p/A.java} and {@code m2/p/A.java}. What the reports of one module name, in however many
 * jobs, keeps its path. To be asked when all reports are there.
 */
final class ModuleNames {
  private final Map<SourcePath, SortedSet<RawPath>> folders = new HashMap<>();

  /** What a report whose module lies there, when that is known, names. */
  void add(SourcePath path, Optional<RawPath> module) {
    module.ifPresent(
        folder ->
            folders
                .computeIfAbsent(
                    path, key -> new TreeSet<>(Comparator.comparing(RawPath::toString)))
                .add(folder));
  }

  /** Which file a report of that module means. */
  Placement of(Placed placed, Optional<RawPath> module) {
    SortedSet<RawPath> known = folders.getOrDefault(placed.path(), Collections.emptySortedSet());
    if (known.size() < 2) {
      return placed;
    }
    if (module.isPresent()) {
      return below(module.get(), placed);
    }
    List<SourcePath> candidates =
        known.stream().map(folder -> below(folder, placed).path()).distinct().toList();
    return candidates.size() < 2 ? placed : new Ambiguous(placed.path(), candidates);
  }

  private static Placed below(RawPath folder, Placed placed) {
    RawPath path = RawPath.of(placed.path().value());
    boolean there =
        folder.parts().isEmpty()
            || placed.rule() == PathRule.SOURCE_ROOT && path.startsWith(folder);
    return there ? placed : new Placed(folder.resolve(path).sourcePath(), PathRule.REPORT_FOLDER);
  }
}
