package io.github.logcov.cli;

import io.github.logcov.checkout.Checkout;
import io.github.logcov.source.PathMap;
import io.github.logcov.source.PathPlacer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the paths of reports lie. */
final class PathOptions {
  private static final Duration GIT_TIMEOUT = Duration.ofSeconds(60);

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "The checkout that paths are held against (default: the repository around the current"
              + " directory; with --logs none).")
  @Nullable String root;

  @Option(
      names = "--path-map",
      paramLabel = "FROM=TO",
      description = "Read paths that begin with FROM as beginning with TO; repeatable.")
  List<String> pathMaps = new ArrayList<>();

  /** Whether any of them is given. */
  boolean given() {
    return root != null || !pathMaps.isEmpty();
  }

  /**
   * By what rules paths are placed.
   *
   * @param saved whether the logs are saved ones, which may come from anywhere: then the repository
   *     around is no default
   */
  PathPlacer placer(Console console, boolean saved) throws UsageException {
    Optional<Path> checkout = checkout(console, saved);
    List<PathMap> maps = Values.all("--path-map", pathMaps, PathMap::of);
    if (checkout.isEmpty()) {
      return PathPlacer.withoutCheckout(maps);
    }
    try {
      return PathPlacer.withCheckout(maps, Checkout.at(checkout.get(), GIT_TIMEOUT));
    } catch (IOException e) {
      String found = e instanceof NoSuchFileException ? "there is no " + root : e.getMessage();
      throw new UsageException("--root: expected the folder of a checkout, but " + found, e);
    }
  }

  /** The checkout: by option, else the one around, but not for logs that came from anywhere. */
  Optional<Path> checkout(Console console, boolean saved) throws UsageException {
    if (root != null) {
      return Optional.of(Values.path(console, "--root", root));
    }
    if (saved) {
      return Optional.empty();
    }
    try {
      return Checkout.rootAround(console.directory(), GIT_TIMEOUT);
    } catch (IOException e) {
      throw new UsageException(
          "the repository around %s cannot be read: %s; name the checkout with --root DIR"
              .formatted(console.directory(), e.getMessage()),
          e);
    }
  }
}
