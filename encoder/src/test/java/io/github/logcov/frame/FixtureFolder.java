package io.github.logcov.frame;

import java.nio.file.Path;

/** The files of the module fixtures, as files: a golden must be written where it lies. */
final class FixtureFolder {
  private FixtureFolder() {}

  static Path of(String name) {
    // Surefire sets basedir; an IDE starts in the module or in the root.
    Path base = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    Path root = base.endsWith("encoder") ? base.getParent() : base;
    return root.resolve("fixtures/src/main/resources").resolve(name);
  }
}
