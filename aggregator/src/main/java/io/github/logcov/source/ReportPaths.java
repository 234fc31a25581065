package io.github.logcov.source;

import io.github.logcov.model.PathNaming;
import io.github.logcov.model.SourcePath;
import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Places the paths of one report. */
final class ReportPaths {

  private final Locator locator;
  private final Optional<RawPath> buildDirectory;
  private final Optional<KnownFiles> checkout;
  private final Optional<KnownFiles> candidates;
  private final Map<String, RawPath> paths = new LinkedHashMap<>();
  private final SourceRoots roots;
  private final RelativeBases bases;
  private final ReportModule module;
  private final boolean packages;
  private final UnknownRoots unknown;
  private final GoModules modules;

  /** Whether the job ran on Windows, by its build directory or a root of the report. */
  private final boolean drives;

  /**
   * Without a checkout: whether a path below a folder of a known CI is known, at two parts at
   * least, which proves the folder for the other paths.
   */
  private final boolean ciRootsHold;

  ReportPaths(
      List<PathMap> maps,
      Optional<KnownFiles> checkout,
      Optional<KnownFiles> candidates,
      ReportOrigin origin,
      Collection<String> written) {
    this.buildDirectory = origin.buildDirectory().map(RawPath::of).filter(RawPath::absolute);
    this.locator = new Locator(maps, buildDirectory);
    this.checkout = checkout;
    this.candidates = candidates;
    written.forEach(path -> paths.put(path, RawPath.of(path)));
    this.modules =
        new GoModules(checkout.map(KnownFiles::goModules).orElse(Map.of()), buildDirectory);
    List<RawPath> relative = paths.values().stream().filter(path -> !path.absolute()).toList();
    this.drives =
        Stream.concat(
                buildDirectory.stream(),
                origin.sourceRoots().stream().map(String::strip).map(RawPath::of))
            .anyMatch(RawPath::onDrive);
    this.roots = new SourceRoots(origin.sourceRoots(), locator, checkout, drives, relative);
    this.bases = new RelativeBases(origin.reportPath(), checkout, drives, relative);
    this.module = new ReportModule(origin.reportPath());
    this.packages = origin.naming() != PathNaming.FILES;
    this.unknown =
        new UnknownRoots(
            candidates, buildDirectory, paths.values().stream().flatMap(this::unlocated).toList());
    this.ciRootsHold = checkout.isEmpty() && paths.values().stream().anyMatch(this::holdsCiRoot);
  }

  Map<String, Placement> place() {
    Map<String, Placement> placements = new LinkedHashMap<>();
    paths.forEach((written, path) -> placements.put(written, place(path)));
    return placements;
  }

  /** The absolute forms of a path that no rule knows for certain. */
  private Stream<RawPath> unlocated(RawPath path) {
    if (!path.absolute()) {
      return roots.unlocated(path).stream();
    }
    boolean known =
        locator.locate(path).filter(located -> located.rule() != PathRule.CI_ROOT).isPresent();
    return known ? Stream.empty() : Stream.of(locator.mapped(path).orElse(path));
  }

  private boolean holdsCiRoot(RawPath path) {
    Stream<Located> located =
        path.absolute() ? locator.locate(path).stream() : roots.of(path).stream();
    return located
        .filter(place -> place.rule() == PathRule.CI_ROOT)
        .map(Located::path)
        .anyMatch(below -> below.parts().size() > 1 && isCandidate(below));
  }

  private boolean isCandidate(RawPath path) {
    return candidates.filter(files -> files.contains(path)).isPresent();
  }

  private Placement place(RawPath path) {
    Optional<Located> located = locator.locate(path);
    if (located.isPresent()) {
      Placement settled = settle(path, located.get());
      return isDeeper(located.get(), settled) ? outside(path).orElse(settled) : settled;
    }
    if (path.absolute()) {
      RawPath mapped = locator.mapped(path).orElse(path);
      return outside(mapped).orElseGet(() -> new Unplaced(shown(mapped)));
    }
    return belowRoots(path).orElseGet(() -> relative(path));
  }

  /** The folder of a CI may be one level deeper than its rule says (GitLab's subgroups). */
  private boolean isDeeper(Located located, Placement settled) {
    return located.rule() == PathRule.CI_ROOT
        && (settled instanceof Unplaced
            || checkout.isEmpty() && !ciRootsHold && !isCandidate(located.path()));
  }

  private Optional<Placement> belowRoots(RawPath path) {
    List<Located> below = packages ? inModule(path, roots.of(path)) : roots.of(path);
    if (below.size() == 1) {
      return Optional.of(settle(path, below.get(0)));
    }
    if (below.size() > 1) {
      return Optional.of(
          checkout.isPresent()
              ? ambiguous(path, below.stream().map(Located::path).toList())
              : severalRoots(path, below));
    }
    List<RawPath> found =
        roots.unlocated(path).stream()
            .flatMap(full -> unknown.find(full).stream())
            .distinct()
            .toList();
    if (found.size() > 1) {
      return Optional.of(ambiguous(path, found));
    }
    return found.stream().findFirst().map(file -> new Placed(shown(file), PathRule.SOURCE_ROOT));
  }

  /** Roots help where the module of the report does not have the file. */
  private List<Located> inModule(RawPath path, List<Located> below) {
    if (below.isEmpty()) {
      return below;
    }
    List<RawPath> places =
        below.stream()
            .map(Located::path)
            .filter(place -> checkout.isEmpty() || checkout.get().find(place, drives).isPresent())
            .toList();
    List<RawPath> others = checkout.map(files -> files.endingWith(path, drives)).orElse(List.of());
    List<RawPath> own = module.own(places, others);
    if (own.isEmpty() || own.equals(places)) {
      return below;
    }
    if (path.parts().size() == 1 && !places.containsAll(own)) {
      // A name alone is in many packages: neither place is sure.
      own = Stream.concat(places.stream(), own.stream()).toList();
    }
    return own.stream()
        .map(
            place ->
                below.stream()
                    .filter(root -> root.path().equals(place))
                    .findFirst()
                    .orElse(new Located(place, PathRule.SUFFIX, true)))
        .toList();
  }

  /** Without a checkout the other reports may know one of the places. */
  private Placement severalRoots(RawPath path, List<Located> below) {
    List<RawPath> known = below.stream().map(Located::path).filter(this::isCandidate).toList();
    return known.size() == 1
        ? new Placed(shown(known.get(0)), PathRule.SOURCE_ROOT)
        : asWritten(path, PathRule.SEVERAL_ROOTS);
  }

  private Placement relative(RawPath path) {
    if (path.climbs()) {
      return climbing(path);
    }
    Optional<Located> inModule = modules.locate(path);
    if (checkout.isEmpty()) {
      PathRule plain = roots.unlocated(path).isEmpty() ? PathRule.RELATIVE : PathRule.UNKNOWN_ROOT;
      return inModule.map(located -> settle(path, located)).orElseGet(() -> asWritten(path, plain));
    }
    if (inModule.isPresent() && checkout.get().contains(inModule.get().path())) {
      return settle(path, inModule.get());
    }
    List<Located> there = bases.of(path);
    if (there.size() > 1) {
      return ambiguous(path, there.stream().map(Located::path).toList());
    }
    Located otherwise = inModule.orElse(new Located(path, PathRule.RELATIVE, false));
    return settle(path, there.isEmpty() ? otherwise : there.get(0));
  }

  /**
   * Takes what a rule says, when the checkout has it; else looks the path up by its end, where that
   * is allowed.
   */
  private Placement settle(RawPath path, Located located) {
    if (!located.path().inside()) {
      // A root may lead to the repository itself; that has not the name of a file in it.
      return new Unplaced(shown(path.inside() ? located.path() : path));
    }
    boolean anyCase = checkout.isPresent() && (drives || path.onDrive());
    Optional<RawPath> found = candidates.flatMap(files -> files.find(located.path(), anyCase));
    if (found.isPresent()) {
      return new Placed(shown(found.get()), located.rule());
    }
    boolean takenAsIs =
        checkout.isEmpty()
            && located.rule() != PathRule.SITE_PACKAGES
            && (located.rule() != PathRule.CI_ROOT || ciRootsHold);
    if (!located.exact() && !takenAsIs && !ForeignFolders.hold(located.path())) {
      List<RawPath> ends = byEnd(located, anyCase);
      if (ends.size() > 1 && !path.absolute()) {
        ends = module.narrow(ends);
      }
      if (ends.size() == 1) {
        return new Placed(shown(ends.get(0)), PathRule.SUFFIX);
      } else if (ends.size() > 1) {
        return ambiguous(located.path(), ends);
      }
    }
    return checkout.isPresent()
        ? new Unplaced(shown(located.path()))
        : new Placed(shown(located.path()), located.rule());
  }

  /**
   * The known files that end with the whole path. One name alone is not enough, since {@code
   * utils.py} is everywhere; a module that is installed as a single file is looked for where
   * projects keep such modules.
   */
  private List<RawPath> byEnd(Located located, boolean anyCase) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    KnownFiles files = candidates.get();
    if (located.path().parts().size() > 1) {
      List<RawPath> ends = files.endingWith(located.path(), anyCase);
      return ends.isEmpty() ? PackagePath.inModule(located.path(), files, anyCase) : ends;
    }
    return located.rule() == PathRule.SITE_PACKAGES
        ? List.of("src", "lib").stream()
            .map(folder -> RawPath.of(folder).resolve(located.path()))
            .flatMap(file -> files.find(file, anyCase).stream())
            .toList()
        : List.of();
  }

  /** What stands behind a folder where packages are installed, asked of the candidates. */
  Placement installed(RawPath below) {
    return settle(below, new Located(below, PathRule.SITE_PACKAGES, false));
  }

  private Optional<Placement> outside(RawPath path) {
    return unknown.find(path).map(found -> new Placed(shown(found), PathRule.SUFFIX));
  }

  private Placement climbing(RawPath path) {
    if (buildDirectory.isEmpty()) {
      return new Unplaced(shown(path));
    }
    RawPath full = buildDirectory.get().resolve(path);
    return locator
        .locate(full)
        .map(located -> settle(full, located))
        .orElseGet(() -> new Unplaced(shown(full)));
  }

  private static Placement asWritten(RawPath path, PathRule rule) {
    return path.inside() ? new Placed(shown(path), rule) : new Unplaced(shown(path));
  }

  private static Placement ambiguous(RawPath path, List<RawPath> places) {
    return new Ambiguous(shown(path), places.stream().map(ReportPaths::shown).toList());
  }

  private static SourcePath shown(RawPath path) {
    String text = path.toString();
    return new SourcePath(text.isEmpty() ? "/" : text);
  }
}
