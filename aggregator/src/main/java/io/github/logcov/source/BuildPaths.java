package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final int MOST_ANSWERS = 8;

  private final PathPlacer placer;
  private final int maxPaths;

  private final Set<SourcePath> named = new HashSet<>();
  private final Set<String> installed = new TreeSet<>();
  private final Map<Layout, Integer> numbers = new HashMap<>();
  private final Map<Integer, Set<String>> waiting = new HashMap<>();
  private int held;
  private boolean exceeded;

  private final ModuleNames modules = new ModuleNames();

  /** Packages that are placed but for their module. */
  private final Map<Packages, Integer> packageNumbers = new HashMap<>();

  private final Map<Packages, Set<SourcePath>> packages = new HashMap<>();

  /** Jobs run the same tests of the same files: the latest answers, which to give again. */
  private final Map<Asked, Map<String, Place>> answers = new LinkedHashMap<>();

  private record Asked(ReportOrigin origin, List<String> paths) {}

  private record Layout(
      Optional<String> buildDirectory, List<String> roots, Optional<Owner> owner) {}

  /** What reports of packages speak of: a module, when it is known which. */
  private record Owner(Optional<RawPath> module) {
    static Optional<Owner> of(ReportOrigin origin) {
      return switch (origin.naming()) {
        case FILES -> Optional.empty();
        case PACKAGES -> Optional.of(new Owner(Optional.empty()));
        case PACKAGES_OF_MODULE ->
            Optional.of(new Owner(new ReportModule(origin.reportPath()).folder()));
      };
    }
  }

  private record Packages(Owner owner, PathRule rule) {}

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
    Asked asked = new Asked(origin, List.copyOf(paths));
    Optional<Map<String, Place>> answer = answer(asked);
    if (answer.isPresent()) {
      return answer.get();
    }
    Map<String, Place> places = new LinkedHashMap<>();
    Map<String, Placement> placements = placer.place(origin, paths);
    synchronized (this) {
      if (placer.hasCheckout()) {
        placements.forEach((path, found) -> places.put(path, new Place(found, Optional.empty())));
      } else {
        Layout layout = new Layout(origin.buildDirectory(), origin.sourceRoots(), Owner.of(origin));
        placements.forEach((path, found) -> places.put(path, place(layout, path, found)));
      }
      remember(asked, places);
    }
    return Collections.unmodifiableMap(places);
  }

  /** What was answered before; to place such paths once more would tell nothing new. */
  private synchronized Optional<Map<String, Place>> answer(Asked asked) {
    return exceeded ? Optional.empty() : Optional.ofNullable(answers.get(asked));
  }

  private void remember(Asked asked, Map<String, Place> places) {
    answers.put(asked, Collections.unmodifiableMap(places));
    if (answers.size() > MOST_ANSWERS) {
      answers.remove(answers.keySet().iterator().next());
    }
  }

  /** Lets a report that does not count itself say what files there are. */
  public void addNames(ReportOrigin origin, Collection<String> paths) {
    if (!placer.hasCheckout()) {
      Collection<Placement> placements = placer.place(origin, paths).values();
      synchronized (this) {
        Optional<Owner> owner = Owner.of(origin);
        placements.stream()
            .filter(BuildPaths::isCertain)
            .filter(found -> hold(owner, found).isEmpty())
            .forEach(found -> name(found.path()));
      }
    }
  }

  private Place place(Layout layout, String path, Placement found) {
    if (layout.owner().isPresent()
        && found instanceof Placed placed
        && isAsWritten(placed.rule())) {
      modules.add(placed.path(), layout.owner().get().module());
    }
    Optional<OpenPath> inModule = hold(layout.owner(), found);
    if (inModule.isPresent()) {
      return new Place(found, inModule);
    }
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

  /** Packages below no root, or below one, are placed but for the module they are of. */
  private Optional<OpenPath> hold(Optional<Owner> owner, Placement found) {
    if (exceeded
        || owner.isEmpty()
        || !(found instanceof Placed placed)
        || placed.rule() != PathRule.RELATIVE && placed.rule() != PathRule.SOURCE_ROOT) {
      return Optional.empty();
    }
    Packages key = new Packages(owner.get(), placed.rule());
    int number = packageNumbers.computeIfAbsent(key, k -> INSTALLED - 1 - packageNumbers.size());
    if (packages.computeIfAbsent(key, k -> new HashSet<>()).add(placed.path())) {
      modules.add(placed.path(), owner.get().module());
      grow();
    }
    return Optional.of(new OpenPath(number, placed.path().value()));
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
    packages.forEach(
        (key, paths) -> {
          for (SourcePath path : paths) {
            Placement found = modules.of(new Placed(path, key.rule()), key.owner().module());
            settled.put(
                new OpenPath(Objects.requireNonNull(packageNumbers.get(key)), path.value()), found);
            if (found instanceof Placed) {
              known.add(found.path());
            }
          }
        });
    PathPlacer first = placer.knowing(Set.copyOf(known));
    numbers.forEach(
        (layout, number) ->
            first
                .place(
                    new ReportOrigin("", layout.buildDirectory(), layout.roots()),
                    waiting.getOrDefault(number, Set.of()))
                .forEach(
                    (path, placed) -> {
                      Placement found = inModule(layout, placed);
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

  private Placement inModule(Layout layout, Placement found) {
    return found instanceof Placed placed
            && layout.owner().isPresent()
            && isAsWritten(placed.rule())
        ? modules.of(placed, layout.owner().get().module())
        : found;
  }

  private static boolean isAsWritten(PathRule rule) {
    return rule == PathRule.UNKNOWN_ROOT || rule == PathRule.SEVERAL_ROOTS;
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
