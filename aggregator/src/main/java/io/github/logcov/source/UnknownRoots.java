package io.github.logcov.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Absolute paths below folders that nobody knows, such as {@code /srv/ci/job-7/src/pkg/a.py}: what
 * is left when the unknown folder is taken away must be a known file. The folder is found with
 * paths of which at least two parts are known; below a folder that was found, other paths are
 * exact. So {@code /srv/ci/job-7/setup.py} is found too, and {@code
 * /srv/ci/job-7/build/src/pkg/a.py} is not {@code src/pkg/a.py}.
 */
final class UnknownRoots {

  private final Optional<KnownFiles> candidates;
  private final Optional<RawPath> buildDirectory;

  /** More folders than one has above a checkout and in it; bounds what a path may cost. */
  private static final int MAX_PARTS = 64;

  /** Found folders; of two, one below the other, the upper counts. */
  private final Set<RawPath> roots = new HashSet<>();

  UnknownRoots(
      Optional<KnownFiles> candidates, Optional<RawPath> buildDirectory, List<RawPath> unlocated) {
    this.candidates = candidates;
    this.buildDirectory = buildDirectory;
    if (candidates.isEmpty()) {
      return;
    }
    for (RawPath path : unlocated) {
      if (path.absolute() && !isForeign(path)) {
        rootOf(path).ifPresent(roots::add);
      }
    }
  }

  /** The known file that this absolute path is. */
  Optional<RawPath> find(RawPath path) {
    if (candidates.isEmpty() || roots.isEmpty() || isForeign(path)) {
      return Optional.empty();
    }
    for (int depth = 0; depth < path.parts().size(); depth++) {
      if (roots.contains(new RawPath(path.root(), path.parts().subList(0, depth)))) {
        return candidates.get().find(path.from(depth), path.onDrive());
      }
    }
    return Optional.empty();
  }

  private boolean isForeign(RawPath path) {
    return path.parts().size() > MAX_PARTS
        || ForeignFolders.hold(path)
        || CiRoots.beside(path, buildDirectory);
  }

  private Optional<RawPath> rootOf(RawPath path) {
    List<String> parts = path.parts();
    for (int depth = 0; depth + 2 <= parts.size(); depth++) {
      RawPath rest = path.from(depth);
      if (candidates.flatMap(files -> files.find(rest, path.onDrive())).isPresent()) {
        return Optional.of(new RawPath(path.root(), parts.subList(0, depth)));
      }
    }
    return Optional.empty();
  }
}
