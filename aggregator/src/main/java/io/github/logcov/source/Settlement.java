package io.github.logcov.source;

import io.github.logcov.source.Placement.Ambiguous;
import io.github.logcov.source.Placement.Placed;
import io.github.logcov.source.Placement.Unplaced;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what a rule says of a path of one report against the known files. */
final class Settlement {
  private final Optional<KnownFiles> checkout;
  private final Optional<KnownFiles> candidates;
  private final ReportModule module;
  private final boolean drives;

  /**
   * Without a checkout: whether a path below a folder of a known CI is known, at two parts at
   * least, which proves the folder for the other paths.
   */
  private final boolean ciRootsHold;

  /**
   * For one report.
   *
   * @param drives whether the job ran on Windows
   * @param located what the rules say of its paths
   */
  Settlement(
      Optional<KnownFiles> checkout,
      Optional<KnownFiles> candidates,
      ReportModule module,
      boolean drives,
      Stream<Located> located) {
    this.checkout = checkout;
    this.candidates = candidates;
    this.module = module;
    this.drives = drives;
    this.ciRootsHold =
        checkout.isEmpty()
            && located
                .filter(place -> place.rule() == PathRule.CI_ROOT)
                .map(Located::path)
                .anyMatch(below -> below.parts().size() > 1 && isKnown(below));
  }

  boolean isKnown(RawPath path) {
    return candidates.filter(files -> files.contains(path)).isPresent();
  }

  /**
   * Whether the place below the folder of a CI is not the right one as far as can be seen: the
   * folder may be one level deeper than its rule says (GitLab's subgroups).
   */
  boolean isDoubtful(Located located, Placement settled) {
    return located.rule() == PathRule.CI_ROOT
        && (settled instanceof Unplaced
            || checkout.isEmpty() && !ciRootsHold && !isKnown(located.path()));
  }

  /**
   * Takes what a rule says, when the checkout has it; else looks the path up by its end, where that
   * is allowed.
   */
  Placement of(RawPath path, Located located) {
    if (!located.path().inside()) {
      // A root may lead to the repository itself; that has not the name of a file in it.
      return new Unplaced(path.inside() ? located.path() : path);
    }
    boolean anyCase = checkout.isPresent() && (drives || path.onDrive());
    Optional<RawPath> found = candidates.flatMap(files -> files.find(located.path(), anyCase));
    if (found.isPresent()) {
      return new Placed(found.get(), located.rule());
    }
    if (!located.exact() && !isTakenAsIs(located) && !ForeignFolders.hold(located.path())) {
      List<RawPath> ends = byEnd(located, anyCase);
      if (ends.size() > 1 && !path.absolute()) {
        ends = module.narrow(ends);
      }
      if (ends.size() == 1) {
        return new Placed(ends.get(0), PathRule.SUFFIX);
      } else if (ends.size() > 1) {
        return new Ambiguous(located.path(), ends);
      }
    }
    return checkout.isPresent()
        ? new Unplaced(located.path())
        : new Placed(located.path(), located.rule());
  }

  private boolean isTakenAsIs(Located located) {
    return checkout.isEmpty()
        && located.rule() != PathRule.SITE_PACKAGES
        && (located.rule() != PathRule.CI_ROOT || ciRootsHold);
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
}
