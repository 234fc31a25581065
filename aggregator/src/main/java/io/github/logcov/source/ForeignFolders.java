package io.github.logcov.source;

import java.util.List;
import java.util.Set;

/**
 * Folders that hold what a build downloads or a system brings along. A file in them is never looked
 * up by its end: {@code /usr/lib/python3.8/email/utils.py} is not {@code email/utils.py} of the
 * repository.
 */
final class ForeignFolders {

  private static final Set<String> ANYWHERE =
      Set.of(
          "node_modules",
          "bower_components",
          "site-packages",
          "dist-packages",
          "hostedtoolcache",
          ".cargo",
          ".rustup",
          ".m2",
          ".gradle",
          ".nuget",
          ".pyenv",
          ".rbenv",
          ".rvm",
          ".nvm",
          "rustlib");

  private static final List<RawPath> BELOW =
      List.of(
              "/usr",
              "/lib",
              "/lib64",
              "/nix",
              "/Library",
              "/System",
              "/Applications",
              "C:/Windows",
              "C:/Program Files",
              "C:/Program Files (x86)",
              "C:/msys64")
          .stream()
          .map(RawPath::of)
          .toList();

  /** Below folders of the system, but used for checkouts. */
  private static final List<RawPath> EXCEPT =
      List.of(RawPath.of("/usr/src"), RawPath.of("/usr/local/src"));

  private ForeignFolders() {}

  static boolean hold(RawPath path) {
    if (path.parts().stream().anyMatch(ANYWHERE::contains) || isPythonLibrary(path.parts())) {
      return true;
    }
    RawPath windows = path.asWindows();
    return BELOW.stream().anyMatch(windows::startsWith)
        && EXCEPT.stream().noneMatch(path::startsWith);
  }

  private static boolean isPythonLibrary(List<String> parts) {
    for (int i = 1; i < parts.size() - 1; i++) {
      if (parts.get(i - 1).equals("lib") && parts.get(i).matches("(python|pypy)[0-9.]+")) {
        return true;
      }
    }
    return false;
  }
}
