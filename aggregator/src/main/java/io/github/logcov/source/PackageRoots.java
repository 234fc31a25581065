package io.github.logcov.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roots of a report that names packages and files in them. Such a report may name the roots of
 * other modules too, so they help where its own module does not have the file.
 */
final class PackageRoots {
  private final SourceRoots roots;
  private final ReportModule module;
  private final Optional<KnownFiles> checkout;
  private final boolean anyCase;

  PackageRoots(
      SourceRoots roots, ReportModule module, Optional<KnownFiles> checkout, boolean anyCase) {
    this.roots = roots;
    this.module = module;
    this.checkout = checkout;
    this.anyCase = anyCase;
  }

  /** As {@link SourceRoots#of}, of the report's own module where that has any. */
  List<Located> of(RawPath path) {
    List<Located> below = roots.of(path);
    if (below.isEmpty()) {
      return below;
    }
    List<RawPath> places =
        below.stream()
            .map(Located::path)
            .filter(place -> checkout.isEmpty() || checkout.get().find(place, anyCase).isPresent())
            .toList();
    List<RawPath> others = checkout.map(files -> files.endingWith(path, anyCase)).orElse(List.of());
    List<RawPath> own = module.own(places, others);
    if (own.isEmpty() || own.equals(places)) {
      return below;
    }
    if (path.parts().size() == 1 && !places.containsAll(own)) {
      // A name alone is in many packages: neither place is sure.
      own = Stream.concat(places.stream(), own.stream()).toList();
    }
    return own.stream().map(place -> located(place, below)).toList();
  }

  private static Located located(RawPath place, List<Located> below) {
    return below.stream()
        .filter(root -> root.path().equals(place))
        .findFirst()
        .orElse(new Located(place, PathRule.SUFFIX, true));
  }
}
