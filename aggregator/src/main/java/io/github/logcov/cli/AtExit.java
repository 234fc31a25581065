package io.github.logcov.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is done when the program is ended from outside (SIGTERM, Ctrl-C) before this was
 * closed: what is half written goes.
 */
final class AtExit implements AutoCloseable {
  private final Thread hook;

  private AtExit(Runnable action) {
    hook = new Thread(action, "at exit");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Does this at the end, unless it is closed before.
   *
   * @throws IllegalStateException when the end has come already
   */
  static AtExit run(Runnable action) {
    return new AtExit(action);
  }

  /** Removes a file or folder that is nothing to anybody; what cannot be removed stays. */
  static AtExit remove(Path path) {
    return new AtExit(
        () -> {
          try {
            removeAll(path);
          } catch (IOException e) {
            // Nobody is there any more to be told.
          }
        });
  }

  /** Removes a file, or a folder with all that is in it, or nothing when there is none. */
  static void removeAll(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(path)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.deleteIfExists(each);
    }
  }

  /** It went well: nothing is left to do. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The end has come, and the action takes place.
    }
  }
}
