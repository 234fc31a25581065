package io.github.logcov.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/**
 * What was unpacked could not be kept: a full disk, most often, or no folder for temporary files. A
 * fault of this machine and not of the archive that was read.
 */
public final class SpoolFailedException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  SpoolFailedException(IOException cause) {
    super(
        "logs of an archive cannot be unpacked in the temporary folder ("
            + reason(cause)
            + "); make room there, name another one with LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER, or"
            + " unpack the archive and name its folder",
        cause);
  }

  private static String reason(IOException cause) {
    String said = Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return cause instanceof NoSuchFileException ? "no such folder: " + said : said;
  }
}
