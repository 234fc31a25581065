package io.github.logcov.source;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Absolute paths below folders that nobody knows, such as {@code /srv/ci/job-7/src/pkg/a.py}: what
 * is left when the unknown folder is taken away must be a known file. The folder is found with
 * paths of which at least two parts are known; below a folder that was found, other paths are
 * exact. So {@code /srv/ci/job-7/setup.py} is found too, and {@code
 * /srv/ci/job-7/build/src/pkg/a.py} is not {@code src/pkg/a.py}.
 */
final class UnknownRoots {

  private final Optional<KnownFiles> candidates;

  /** Found folders by their text; of two, one below the other, the upper counts. */
  private final TreeMap<String, RawPath> roots = new TreeMap<>();

  UnknownRoots(Optional<KnownFiles> candidates, List<RawPath> unlocated) {
    this.candidates = candidates;
    if (candidates.isEmpty()) {
      return;
    }
    for (RawPath path : unlocated) {
      if (path.absolute() && !ForeignFolders.hold(path)) {
        rootOf(path).ifPresent(root -> roots.put(root.toString(), root));
      }
    }
  }

  /** The known file that this absolute path is. */
  Optional<RawPath> find(RawPath path) {
    if (candidates.isEmpty() || ForeignFolders.hold(path)) {
      return Optional.empty();
    }
    return roots.values().stream()
        .filter(path::startsWith)
        .min(Comparator.comparingInt(root -> root.parts().size()))
        .flatMap(root -> candidates.get().find(path.from(root.parts().size()), path.windows()));
  }

  private Optional<RawPath> rootOf(RawPath path) {
    List<String> parts = path.parts();
    for (int depth = 0; depth + 2 <= parts.size(); depth++) {
      RawPath rest = path.from(depth);
      if (candidates.flatMap(files -> files.find(rest, path.windows())).isPresent()) {
        return Optional.of(new RawPath(path.root(), parts.subList(0, depth)));
      }
    }
    return Optional.empty();
  }
}
