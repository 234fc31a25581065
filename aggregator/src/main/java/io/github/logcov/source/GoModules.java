package io.github.logcov.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Go names a source file by its import path, which begins with the path of a module ({@code
 * example.com/o/r/pkg/a.go}). Where the module lies is said by its {@code go.mod} in the checkout;
 * before there were modules, by the build directory below {@code GOPATH/src}. Nothing else is taken
 * for a module: the profile may name files of others, and {@code pkg/a.go} is everywhere.
 */
final class GoModules {
  private static final String SUFFIX = ".go";

  private final Map<String, String> folders;
  private final Optional<RawPath> buildDirectory;

  /**
   * With module paths and the folders they lie in.
   *
   * @param folders module path -> folder, repository-relative, empty for its root
   */
  GoModules(Map<String, String> folders, Optional<RawPath> buildDirectory) {
    this.folders = folders;
    this.buildDirectory = buildDirectory;
  }

  /** Where the file of an import path lies: in the module with the longest path that fits. */
  Optional<Located> locate(RawPath path) {
    List<String> parts = path.parts();
    if (!path.inside() || !parts.get(parts.size() - 1).endsWith(SUFFIX)) {
      return Optional.empty();
    }
    for (int depth = parts.size() - 1; depth > 0; depth--) {
      String folder = folders.get(String.join("/", parts.subList(0, depth)));
      if (folder != null) {
        return Optional.of(located(RawPath.of(folder).resolve(path.from(depth))));
      }
    }
    return belowGoPath(path);
  }

  private Optional<Located> belowGoPath(RawPath path) {
    List<String> build = buildDirectory.map(RawPath::parts).orElse(List.of());
    // A host name has a dot: /home/travis/gopath/src/github.com/o/r.
    for (int at = 1; at < build.size() - 1; at++) {
      List<String> module = build.subList(at, build.size());
      if (build.get(at - 1).equals("src")
          && build.get(at).indexOf('.') > 0
          && path.parts().size() > module.size()
          && path.parts().subList(0, module.size()).equals(module)) {
        return Optional.of(located(path.from(module.size())));
      }
    }
    return Optional.empty();
  }

  private static Located located(RawPath path) {
    return new Located(path, PathRule.GO_MODULE, true);
  }
}
