package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places the paths of reports in the repository. The rules and their order stand in {@code
 * docs/merging.md}, section Paths. They err on the side of not placing: a file that is placed
 * wrongly lends its coverage to another one, unseen, while a file that is not placed is listed.
 *
 * <p>Safe for several threads.
 */
public final class PathPlacer {

  /** As many as one looks through. */
  private static final int MAX_ALIKE = 5;

  private final List<PathMap> maps;
  private final Optional<KnownFiles> checkout;
  private final Optional<KnownFiles> candidates;

  private PathPlacer(
      List<PathMap> maps, Optional<KnownFiles> checkout, Optional<KnownFiles> candidates) {
    this.maps = List.copyOf(maps);
    this.checkout = checkout;
    this.candidates = candidates;
  }

  /**
   * With a checkout: a file is placed when it is there. Of the maps, the first that matches is
   * taken.
   */
  public static PathPlacer withCheckout(List<PathMap> maps, SourceTree checkout) {
    Optional<KnownFiles> files = Optional.of(new KnownFiles(checkout));
    return new PathPlacer(maps, files, files);
  }

  /**
   * Without a checkout: what the rules make of a path is taken as it is, and nothing is looked up
   * by its end.
   */
  public static PathPlacer withoutCheckout(List<PathMap> maps) {
    return new PathPlacer(maps, Optional.empty(), Optional.empty());
  }

  /**
   * The same rules, with the paths that the reports of the build name for certain ({@link
   * PathRule#certain}): other paths may be looked up among those by their end. The answer depends
   * on the set alone, not on its order.
   */
  PathPlacer knowing(Collection<SourcePath> reported) {
    Set<String> paths =
        reported.stream().map(SourcePath::value).collect(Collectors.toCollection(HashSet::new));
    SourceTree tree =
        new SourceTree() {
          @Override
          public boolean contains(String path) {
            return paths.contains(path);
          }

          @Override
          public Collection<String> files() {
            return paths;
          }
        };
    return new PathPlacer(maps, checkout, Optional.of(new KnownFiles(tree)));
  }

  /** Whether paths are held against a checkout. */
  public boolean hasCheckout() {
    return checkout.isPresent();
  }

  /**
   * Places all paths of one report; they are placed together, since what is relative in one report
   * is relative to the same folder.
   *
   * @param paths as written in the report, each once; equal results for different ones are possible
   *     ({@code a.c}, {@code ./a.c})
   * @return path as written -> where it lies, in the order given
   */
  public Map<String, Placement> place(ReportOrigin origin, Collection<String> paths) {
    return new ReportPaths(maps, checkout, candidates, origin, paths).place();
  }

  /**
   * Files of the checkout that have the name of a file that is not in it, a few of them, sorted: a
   * hint where it may be. None without a checkout.
   */
  public List<SourcePath> namedAlike(SourcePath file) {
    RawPath path = RawPath.of(file.value());
    if (checkout.isEmpty() || path.parts().isEmpty()) {
      return List.of();
    }
    RawPath name = path.from(path.parts().size() - 1);
    return Stream.concat(
            Stream.of(name).filter(checkout.get()::contains),
            checkout.get().endingWith(name, true).stream())
        .map(found -> new SourcePath(found.toString()))
        .sorted()
        .limit(MAX_ALIKE)
        .toList();
  }

  /** Places what stands behind a folder where packages are installed. */
  Placement installed(String below) {
    ReportOrigin nowhere = new ReportOrigin("", Optional.empty(), List.of());
    return new ReportPaths(maps, checkout, candidates, nowhere, List.of())
        .installed(RawPath.of(below));
  }
}
