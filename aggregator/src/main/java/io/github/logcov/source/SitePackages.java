package io.github.logcov.source;

import java.util.List;
import java.util.Optional;

/**
 * Where Python installs packages: {@code .tox/py38/lib/python3.8/site-packages/}, {@code
 * .tox/py38/Lib/site-packages/}, the same below a virtual environment of any name, {@code
 * dist-packages} of Debian, and an egg in one of them. A project that is tested as it is installed
 * has its files there.
 */
final class SitePackages {

  private SitePackages() {}

  /** What stands behind the last such folder, relative; empty when there is none. */
  static Optional<RawPath> below(RawPath path) {
    List<String> parts = path.parts();
    for (int i = parts.size() - 2; i >= 0; i--) {
      if (isFolder(parts, i)) {
        boolean egg = parts.get(i + 1).endsWith(".egg") && i + 2 < parts.size();
        return Optional.of(path.from(egg ? i + 2 : i + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean isFolder(List<String> parts, int at) {
    String name = parts.get(at);
    if (!name.equals("site-packages") && !name.equals("dist-packages")) {
      return false;
    }
    // lib/python3.8/site-packages, lib/python3/dist-packages, pypy's lib/pypy3.9/site-packages,
    // Windows' Lib/site-packages.
    return at == 0
        || parts.get(at - 1).equalsIgnoreCase("lib")
        || parts.get(at - 1).startsWith("python")
        || parts.get(at - 1).startsWith("pypy");
  }
}
