package io.github.logcov.cli;

import io.github.logcov.payload.ScratchFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of our own, readable by nobody else, which goes with all that is in it.
 *
 * @param path where it is
 * @param interrupted removes it when the program is ended from outside
 */
record TemporaryFolder(Path path, AtExit interrupted) implements AutoCloseable {

  /** A new one, in the folder for such; without links on its way, as programs print it. */
  static TemporaryFolder make() {
    try {
      Path path = Files.createTempDirectory("logcov-").toRealPath();
      return new TemporaryFolder(path, AtExit.remove(path));
    } catch (IOException e) {
      throw new ScratchFailedException(e);
    }
  }

  /** What cannot be removed stays: the result of a run does not depend on it. */
  @Override
  public void close() {
    try {
      AtExit.removeAll(path);
    } catch (IOException e) {
      // A folder for temporary files is cleared by the system sooner or later.
    } finally {
      interrupted.close();
    }
  }
}
