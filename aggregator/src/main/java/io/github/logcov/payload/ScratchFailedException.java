package io.github.logcov.payload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

/**
 * What waits for its reader could not be kept: a full disk, most often. A fault of this machine and
 * no problem of the job whose log was read, so it is thrown through everything that catches what is
 * wrong with a log or a payload.
 */
public final class ScratchFailedException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  /** With what the scratch threw. */
  public ScratchFailedException(IOException cause) {
    super(
        "payloads cannot be kept in the temporary folder ("
            + Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName())
            + "); make room there, or name another one with"
            + " LOGCOV_JAVA_OPTS=-Djava.io.tmpdir=FOLDER",
        cause);
  }

  /** The failure of a scratch below what was caught; decompressors wrap what they meet. */
  static Optional<ScratchFailedException> in(Throwable caught) {
    Throwable cause = caught;
    while (cause != null) {
      if (cause instanceof ScratchFailedException failed) {
        return Optional.of(failed);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
