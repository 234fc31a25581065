package io.github.logcov.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.Optional;

/** The directory that paths in headers are relative to. */
final class BuildRoot {
  private final String name;
  private final Path real;

  private BuildRoot(String name, Path real) {
    this.name = name;
    this.real = real;
  }

  /** TRAVIS_BUILD_DIR, else the root of the git work tree around the directory, else none. */
  static BuildRoot of(Map<String, String> environment, Path directory) throws IOException {
    String given = environment.getOrDefault("TRAVIS_BUILD_DIR", "");
    if (!given.isEmpty()) {
      return new BuildRoot(given, realOrNull(directory, given));
    }
    for (Path above = directory.toRealPath(); above != null; above = above.getParent()) {
      // A directory in a clone, a file in a work tree of "git worktree".
      if (Files.exists(above.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return new BuildRoot(slashes(above), above);
      }
    }
    return new BuildRoot(null, null);
  }

  private static Path realOrNull(Path directory, String given) {
    try {
      return directory.resolve(Paths.get(given)).toRealPath();
    } catch (IOException | InvalidPathException e) {
      // A directory of another machine or container: paths become base names, the header still
      // names it.
      return null;
    }
  }

  /** The directory as the job calls it. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The path of a file, whose directory is free of links, below the root; else its base name. */
  String relative(Path file) {
    if (real != null && file.startsWith(real)) {
      return slashes(real.relativize(file));
    }
    return file.getFileName().toString();
  }

  private static String slashes(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
  }
}
