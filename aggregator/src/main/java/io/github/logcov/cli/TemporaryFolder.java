package io.github.logcov.cli;

import io.github.logcov.payload.ScratchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of our own, readable by nobody else, which goes with all that is in it. */
record TemporaryFolder(Path path) implements AutoCloseable {

  /** A new one, in the folder for such; without links on its way, as programs print it. */
  static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("logcov-").toRealPath());
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  /** What cannot be removed stays: the result of a run does not depend on it. */
  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      // A folder for temporary files is cleared by the system sooner or later.
    }
  }
}
