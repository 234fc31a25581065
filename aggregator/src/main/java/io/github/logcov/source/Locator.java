package io.github.logcov.source;

import java.util.List;
import java.util.Optional;

/** The rules that need nothing but the path and the build directory. */
final class Locator {

  private final List<PathMap> maps;
  private final Optional<RawPath> buildDirectory;

  Locator(List<PathMap> maps, Optional<RawPath> buildDirectory) {
    this.maps = maps;
    this.buildDirectory = buildDirectory;
  }

  /** Where a path leads that a map names; empty when none does. */
  Optional<RawPath> mapped(RawPath path) {
    return maps.stream().flatMap(map -> map.map(path).stream()).findFirst();
  }

  /**
   * The first rule that knows the path; empty when none does. Never of a relative path that has no
   * mark of its own.
   */
  Optional<Located> locate(RawPath path) {
    Optional<RawPath> mapped = mapped(path);
    if (mapped.isPresent()) {
      return mapped.get().absolute()
          ? byFolder(mapped.get())
          : Optional.of(new Located(mapped.get(), PathRule.PATH_MAP, true));
    }
    return byFolder(path);
  }

  private Optional<Located> byFolder(RawPath path) {
    Optional<RawPath> installed = SitePackages.below(path);
    if (installed.isPresent()) {
      return Optional.of(new Located(installed.get(), PathRule.SITE_PACKAGES, false));
    }
    return belowBuildDirectory(path)
        .map(below -> new Located(below, PathRule.BUILD_DIRECTORY, true))
        .or(
            () ->
                CiRoots.below(path, buildDirectory)
                    .map(below -> new Located(below, PathRule.CI_ROOT, false)));
  }

  private Optional<RawPath> belowBuildDirectory(RawPath path) {
    if (buildDirectory.isEmpty() || !path.absolute()) {
      return Optional.empty();
    }
    RawPath folder = buildDirectory.get();
    if (path.startsWith(folder)) {
      return Optional.of(path.from(folder.parts().size()));
    }
    // Windows names one folder in several ways: C:\Users\x, c:/users/x, and /c/Users/x in Git Bash.
    RawPath windowsFolder = folder.asWindows();
    RawPath windowsPath = path.asWindows();
    boolean windows = folder.windows() || path.windows();
    return windows && windowsPath.lowerCase().startsWith(windowsFolder.lowerCase())
        ? Optional.of(windowsPath.from(windowsFolder.parts().size()))
        : Optional.empty();
  }
}
