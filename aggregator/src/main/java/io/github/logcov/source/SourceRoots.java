package io.github.logcov.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The roots that a report names, for its relative paths. Some tools write roots that their paths do
 * not start from; with a checkout, roots under which not one path of the report exists are
 * therefore left alone.
 */
final class SourceRoots {

  private final List<RawPath> roots;
  private final Locator locator;
  private final Optional<KnownFiles> checkout;
  private final boolean anyCase;
  private final boolean hold;

  SourceRoots(
      List<String> written,
      Locator locator,
      Optional<KnownFiles> checkout,
      boolean anyCase,
      List<RawPath> relative) {
    // Cobertura's own Maven plugin writes "--source" as a root.
    this.roots =
        written.stream()
            .map(String::strip)
            .filter(root -> !root.isEmpty() && !root.startsWith("--"))
            .map(RawPath::of)
            .distinct()
            .toList();
    this.locator = locator;
    this.checkout = checkout;
    this.anyCase = anyCase;
    this.hold =
        checkout.isEmpty()
            || relative.stream().anyMatch(path -> !existing(located(path)).isEmpty());
  }

  /**
   * Where the path lies below the roots, each place once: with a checkout the places that exist, or
   * the first place when none does; without one all of them. Empty when the roots say nothing.
   */
  List<Located> of(RawPath path) {
    if (!hold) {
      return List.of();
    }
    List<Located> located = located(path);
    if (checkout.isEmpty() || located.size() < 2) {
      return located;
    }
    List<Located> existing = existing(located);
    return existing.isEmpty() ? located.subList(0, 1) : existing;
  }

  /** The path below each root that no rule knows. */
  List<RawPath> unlocated(RawPath path) {
    return roots.stream()
        .map(root -> root.resolve(path))
        .filter(full -> full.absolute() && below(full).isEmpty())
        .toList();
  }

  private List<Located> located(RawPath path) {
    Map<RawPath, Located> places = new LinkedHashMap<>();
    for (RawPath root : roots) {
      below(root.resolve(path)).ifPresent(place -> places.putIfAbsent(place.path(), place));
    }
    return List.copyOf(places.values());
  }

  private Optional<Located> below(RawPath full) {
    if (full.inside()) {
      return Optional.of(new Located(full, PathRule.SOURCE_ROOT, true));
    }
    return locator
        .locate(full)
        .map(place -> place.exact() ? place.by(PathRule.SOURCE_ROOT) : place);
  }

  /** Where packages are installed, or in an image, they lie without the folder above them. */
  private boolean exists(Located place, KnownFiles files) {
    return files.find(place.path(), anyCase).isPresent()
        || !place.exact()
            && place.path().parts().size() > 1
            && !files.endingWith(place.path(), anyCase).isEmpty();
  }

  private List<Located> existing(List<Located> places) {
    return places.stream()
        .filter(place -> checkout.filter(files -> exists(place, files)).isPresent())
        .toList();
  }
}
