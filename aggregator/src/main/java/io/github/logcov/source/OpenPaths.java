package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import io.github.logcov.source.OpenPackages.Owner;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * What the reports of a build without a checkout name: the files that are certain, and the paths
 * whose place is open until all reports are there. Not thread-safe.
 */
final class OpenPaths {
  /** The layout of what stands behind a folder of installed packages: it is of no matter there. */
  private static final int INSTALLED = -1;

  private final int maxPaths;
  private final Set<SourcePath> named = new HashSet<>();
  private final Set<String> installed = new TreeSet<>();
  private final Map<Layout, Waiting> layouts = new HashMap<>();
  private final OpenPackages packages = new OpenPackages(INSTALLED - 1);

  /** Paths that wait, but for those of packages. */
  private int held;

  private boolean exceeded;

  /** What is of matter for a path that waits. */
  record Layout(Optional<String> buildDirectory, List<String> roots, Optional<Owner> owner) {
    static Layout of(ReportOrigin origin) {
      return new Layout(origin.buildDirectory(), origin.sourceRoots(), Owner.of(origin));
    }

    ReportOrigin origin() {
      return new ReportOrigin("", buildDirectory, roots);
    }
  }

  private record Waiting(int number, Set<String> paths) {}

  /**
   * Without any path as yet.
   *
   * @param maxPaths how many different files may be known, and how many paths may wait
   */
  OpenPaths(int maxPaths) {
    this.maxPaths = maxPaths;
  }

  /**
   * Takes what was found of a path.
   *
   * @return what {@link #settled} answers at the end; empty when the placement is final
   */
  Optional<OpenPath> add(Layout layout, String path, Placement found) {
    if (found instanceof Placed placed && layout.owner().isPresent()) {
      Owner owner = layout.owner().get();
      if (isAsWritten(placed.rule())) {
        packages.name(owner, placed);
      } else if (!exceeded && OpenPackages.waits(placed)) {
        OpenPath open = packages.add(owner, placed);
        checkSize();
        return Optional.of(open);
      }
    }
    if (isCertain(found)) {
      name(found.path());
      return Optional.empty();
    }
    return !exceeded && isOpen(found) ? Optional.of(hold(layout, path, found)) : Optional.empty();
  }

  private void name(SourcePath file) {
    if (!exceeded && named.add(file)) {
      exceeded = named.size() > maxPaths;
    }
  }

  private OpenPath hold(Layout layout, String path, Placement found) {
    if (found instanceof Placed placed && placed.rule() == PathRule.SITE_PACKAGES) {
      grow(installed.add(placed.path().value()));
      return new OpenPath(INSTALLED, placed.path().value());
    }
    Waiting of =
        layouts.computeIfAbsent(layout, key -> new Waiting(layouts.size(), new TreeSet<>()));
    grow(of.paths().add(path));
    return new OpenPath(of.number(), path);
  }

  private void grow(boolean more) {
    held += more ? 1 : 0;
    checkSize();
  }

  private void checkSize() {
    exceeded = held + packages.size() > maxPaths;
  }

  /** Whether there were more paths than may be remembered; then what waits is not placed. */
  boolean exceeded() {
    return exceeded;
  }

  /**
   * Where the paths that waited lie, all of them; to be asked when all reports are there.
   *
   * <p>What was installed is looked up last, since the others may have found their place until
   * then.
   *
   * @param placer the rules by which they were placed before
   */
  Map<OpenPath, Placement> settled(PathPlacer placer) {
    Map<OpenPath, Placement> settled = new HashMap<>();
    if (exceeded) {
      return settled;
    }
    Set<SourcePath> known = new HashSet<>(named);
    BiConsumer<OpenPath, Placement> settle =
        (open, found) -> {
          settled.put(open, found);
          if (found instanceof Placed) {
            known.add(found.path());
          }
        };
    packages.settle(settle);
    PathPlacer first = placer.knowing(Set.copyOf(known));
    layouts.forEach(
        (layout, of) ->
            first
                .place(layout.origin(), of.paths())
                .forEach(
                    (path, found) ->
                        settle.accept(new OpenPath(of.number(), path), inModule(layout, found))));
    PathPlacer last = placer.knowing(known);
    for (String path : installed) {
      settled.put(new OpenPath(INSTALLED, path), last.installed(path));
    }
    return settled;
  }

  private Placement inModule(Layout layout, Placement found) {
    return found instanceof Placed placed
            && layout.owner().isPresent()
            && isAsWritten(placed.rule())
        ? packages.settled(layout.owner().get(), placed)
        : found;
  }

  private static boolean isAsWritten(PathRule rule) {
    return rule == PathRule.UNKNOWN_ROOT || rule == PathRule.SEVERAL_ROOTS;
  }

  static boolean isCertain(Placement found) {
    return found instanceof Placed placed && placed.rule().certain();
  }

  /** A path that leads nowhere is asked again when it might lie below an unknown folder. */
  private static boolean isOpen(Placement found) {
    if (found instanceof Unplaced) {
      RawPath path = RawPath.of(found.path().value());
      return path.absolute() && !path.parts().isEmpty() && !ForeignFolders.hold(path);
    }
    return true;
  }
}
