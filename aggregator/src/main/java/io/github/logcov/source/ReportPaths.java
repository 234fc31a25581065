package io.github.logcov.source;

import io.github.logcov.model.PathNaming;
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
  private final Map<String, RawPath> paths = new LinkedHashMap<>();
  private final SourceRoots roots;
  private final RelativeBases bases;
  private final Optional<PackageRoots> packages;
  private final UnknownRoots unknown;
  private final GoModules modules;
  private final Settlement settlement;

  ReportPaths(
      List<PathMap> maps,
      Optional<KnownFiles> checkout,
      Optional<KnownFiles> candidates,
      ReportOrigin origin,
      Collection<String> written) {
    this.buildDirectory = origin.buildDirectory().map(RawPath::of).filter(RawPath::absolute);
    this.locator = new Locator(maps, buildDirectory);
    this.checkout = checkout;
    written.forEach(path -> paths.put(path, RawPath.of(path)));
    this.modules =
        new GoModules(checkout.map(KnownFiles::goModules).orElse(Map.of()), buildDirectory);
    List<RawPath> relative = paths.values().stream().filter(path -> !path.absolute()).toList();
    boolean drives = hasDrives(origin);
    this.roots = new SourceRoots(origin.sourceRoots(), locator, checkout, drives, relative);
    this.bases = new RelativeBases(origin.reportPath(), checkout, drives, relative);
    ReportModule module = new ReportModule(origin.reportPath());
    this.packages =
        origin.naming() == PathNaming.FILES
            ? Optional.empty()
            : Optional.of(new PackageRoots(roots, module, checkout, drives));
    this.unknown =
        new UnknownRoots(
            candidates, buildDirectory, paths.values().stream().flatMap(this::unlocated).toList());
    this.settlement =
        new Settlement(
            checkout, candidates, module, drives, paths.values().stream().flatMap(this::located));
  }

  /** Whether the job ran on Windows, by its build directory or a root of the report. */
  private boolean hasDrives(ReportOrigin origin) {
    return Stream.concat(
            buildDirectory.stream(),
            origin.sourceRoots().stream().map(String::strip).map(RawPath::of))
        .anyMatch(RawPath::onDrive);
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

  private Stream<Located> located(RawPath path) {
    return path.absolute() ? locator.locate(path).stream() : roots.of(path).stream();
  }

  private Placement place(RawPath path) {
    Optional<Located> located = locator.locate(path);
    if (located.isPresent()) {
      Placement settled = settlement.of(path, located.get());
      return settlement.isDoubtful(located.get(), settled)
          ? outside(path).orElse(settled)
          : settled;
    }
    if (path.absolute()) {
      RawPath mapped = locator.mapped(path).orElse(path);
      return outside(mapped).orElseGet(() -> new Unplaced(mapped));
    }
    return belowRoots(path).orElseGet(() -> relative(path));
  }

  private Optional<Placement> belowRoots(RawPath path) {
    List<Located> below = packages.isPresent() ? packages.get().of(path) : roots.of(path);
    if (below.size() == 1) {
      return Optional.of(settlement.of(path, below.get(0)));
    }
    if (below.size() > 1) {
      return Optional.of(
          checkout.isPresent()
              ? new Ambiguous(path, below.stream().map(Located::path).toList())
              : severalRoots(path, below));
    }
    List<RawPath> found =
        roots.unlocated(path).stream()
            .flatMap(full -> unknown.find(full).stream())
            .distinct()
            .toList();
    if (found.size() > 1) {
      return Optional.of(new Ambiguous(path, found));
    }
    return found.stream().findFirst().map(file -> new Placed(file, PathRule.SOURCE_ROOT));
  }

  /** Without a checkout the other reports may know one of the places. */
  private Placement severalRoots(RawPath path, List<Located> below) {
    List<RawPath> known = below.stream().map(Located::path).filter(settlement::isKnown).toList();
    return known.size() == 1
        ? new Placed(known.get(0), PathRule.SOURCE_ROOT)
        : asWritten(path, PathRule.SEVERAL_ROOTS);
  }

  private Placement relative(RawPath path) {
    if (path.climbs()) {
      return climbing(path);
    }
    Optional<Located> inModule = modules.locate(path);
    if (checkout.isEmpty()) {
      PathRule plain = roots.unlocated(path).isEmpty() ? PathRule.RELATIVE : PathRule.UNKNOWN_ROOT;
      return inModule
          .map(located -> settlement.of(path, located))
          .orElseGet(() -> asWritten(path, plain));
    }
    if (inModule.isPresent() && checkout.get().contains(inModule.get().path())) {
      return settlement.of(path, inModule.get());
    }
    List<Located> there = bases.of(path);
    if (there.size() > 1) {
      return new Ambiguous(path, there.stream().map(Located::path).toList());
    }
    Located otherwise = inModule.orElse(new Located(path, PathRule.RELATIVE, false));
    return settlement.of(path, there.isEmpty() ? otherwise : there.get(0));
  }

  /** What stands behind a folder where packages are installed, asked of the candidates. */
  Placement installed(RawPath below) {
    return settlement.of(below, new Located(below, PathRule.SITE_PACKAGES, false));
  }

  private Optional<Placement> outside(RawPath path) {
    return unknown.find(path).map(found -> new Placed(found, PathRule.SUFFIX));
  }

  private Placement climbing(RawPath path) {
    if (buildDirectory.isEmpty()) {
      return new Unplaced(path);
    }
    RawPath full = buildDirectory.get().resolve(path);
    return locator
        .locate(full)
        .map(located -> settlement.of(full, located))
        .orElseGet(() -> new Unplaced(full));
  }

  private static Placement asWritten(RawPath path, PathRule rule) {
    return path.inside() ? new Placed(path, rule) : new Unplaced(path);
  }
}
