package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The paths of all reports of one build. With a checkout each is placed at once. Without one, paths
 * that say by themselves where they lie are placed at once too; the others wait until all reports
 * are there, since what these name are the candidates. The answers depend on the set of reports,
 * not on their order.
 *
 * <p>Reports of one layout, with the same build directory and the same roots, are placed together:
 * so what waits does not grow with the number of jobs. Safe for several threads.
 */
public final class BuildPaths {
  /** The layout of what stands behind a folder of installed packages: it is of no matter there. */
  private static final int INSTALLED = -1;

  private final PathPlacer placer;
  private final int maxPaths;

  private final Set<SourcePath> named = new HashSet<>();
  private final Set<String> installed = new TreeSet<>();
  private final Map<Layout, Integer> numbers = new HashMap<>();
  private final Map<Integer, Set<String>> waiting = new HashMap<>();
  private int held;
  private boolean exceeded;

  private record Layout(Optional<String> buildDirectory, List<String> roots) {}

  /**
   * Where a path lies as far as is known.
   *
   * @param placement what its report says of it
   * @param open what {@link #settled} answers at the end; empty when the placement is final
   */
  public record Place(Placement placement, Optional<OpenPath> open) {}

  /**
   * Without any path as yet.
   *
   * @param maxPaths how many different files may be known, and how many paths may wait; with a
   *     checkout neither is remembered
   */
  public BuildPaths(PathPlacer placer, int maxPaths) {
    this.placer = placer;
    this.maxPaths = maxPaths;
  }

  /**
   * Places the paths of one report, each given once.
   *
   * @return path as written -> where it lies, in the order given
   */
  public Map<String, Place> add(ReportOrigin origin, Collection<String> paths) {
    Map<String, Place> places = new LinkedHashMap<>();
    Map<String, Placement> placements = placer.place(origin, paths);
    if (placer.hasCheckout()) {
      placements.forEach((path, found) -> places.put(path, new Place(found, Optional.empty())));
      return places;
    }
    synchronized (this) {
      Layout layout = new Layout(origin.buildDirectory(), origin.sourceRoots());
      placements.forEach((path, found) -> places.put(path, place(layout, path, found)));
    }
    return places;
  }

  /** Lets a report that does not count itself say what files there are. */
  public void addNames(ReportOrigin origin, Collection<String> paths) {
    if (!placer.hasCheckout()) {
      Collection<Placement> placements = placer.place(origin, paths).values();
      synchronized (this) {
        placements.stream().filter(BuildPaths::isCertain).forEach(found -> name(found.path()));
      }
    }
  }

  private Place place(Layout layout, String path, Placement found) {
    if (isCertain(found)) {
      name(found.path());
      return new Place(found, Optional.empty());
    }
    return new Place(found, isOpen(found) ? hold(layout, path, found) : Optional.empty());
  }

  private void name(SourcePath file) {
    if (!exceeded && named.add(file)) {
      exceeded = named.size() > maxPaths;
    }
  }

  private Optional<OpenPath> hold(Layout layout, String path, Placement found) {
    if (exceeded) {
      return Optional.empty();
    }
    if (found instanceof Placed placed && placed.rule() == PathRule.SITE_PACKAGES) {
      if (installed.add(placed.path().value())) {
        grow();
      }
      return Optional.of(new OpenPath(INSTALLED, placed.path().value()));
    }
    int number = numbers.computeIfAbsent(layout, key -> numbers.size());
    if (waiting.computeIfAbsent(number, key -> new TreeSet<>()).add(path)) {
      grow();
    }
    return Optional.of(new OpenPath(number, path));
  }

  private void grow() {
    held++;
    exceeded = held > maxPaths;
  }

  /** Whether there were more paths than may be remembered; then what waits is not placed. */
  public synchronized boolean exceeded() {
    return exceeded;
  }

  /**
   * Where the paths that waited lie, all of them; to be asked when all reports are there.
   *
   * <p>What was installed is looked up last, since the others may have found their place until
   * then.
   */
  public synchronized Map<OpenPath, Placement> settled() {
    Map<OpenPath, Placement> settled = new HashMap<>();
    if (exceeded) {
      return settled;
    }
    Set<SourcePath> known = new HashSet<>(named);
    PathPlacer first = placer.knowing(named);
    numbers.forEach(
        (layout, number) ->
            first
                .place(
                    new ReportOrigin("", layout.buildDirectory(), layout.roots()),
                    waiting.getOrDefault(number, Set.of()))
                .forEach(
                    (path, found) -> {
                      settled.put(new OpenPath(number, path), found);
                      if (found instanceof Placed) {
                        known.add(found.path());
                      }
                    }));
    PathPlacer last = placer.knowing(known);
    for (String path : installed) {
      settled.put(new OpenPath(INSTALLED, path), last.installed(path));
    }
    return settled;
  }

  private static boolean isCertain(Placement found) {
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
