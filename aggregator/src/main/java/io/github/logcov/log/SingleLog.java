package io.github.logcov.log;

import io.github.logcov.problem.Legible;
import io.github.logcov.problem.ProblemType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;

/** One file that is the log of one job, perhaps compressed. */
final class SingleLog {

  private SingleLog() {}

  /**
   * What the file is, by its first bytes.
   *
   * @throws LogSourceException when it cannot be opened or unpacked, or is of a kind that is not
   *     read
   */
  static Unpacked.Kind kind(BuildLog raw, String shown) throws LogSourceException {
    try (InputStream content = raw.open()) {
      Unpacked unpacked = Unpacked.of(content);
      unpacked.content().close();
      return checked(unpacked, shown);
    } catch (IOException e) {
      throw unreadable(shown, e);
    }
  }

  /**
   * The number of the job whose log has that file name.
   *
   * @throws LogSourceException when the name cannot be shown as it is
   */
  static String number(String fileName, String shown) throws LogSourceException {
    if (!Legible.is(fileName)) {
      throw new LogSourceException(
          ProblemType.LOGS_UNREADABLE,
          shown + ": the name of a log must have no control or invisible characters; rename it");
    }
    return Names.jobNumber(fileName);
  }

  static Unpacked.Kind checked(Unpacked unpacked, String shown) throws LogSourceException {
    Unpacked.Kind kind = unpacked.kind();
    if (kind == Unpacked.Kind.LOG || kind.archive()) {
      return kind;
    }
    throw new LogSourceException(
        ProblemType.LOGS_UNREADABLE,
        shown
            + " is "
            + kind.words()
            + ", which is not read: it must be plain text, gzip, bzip2 or xz, or a zip or tar"
            + " archive; unpack it first");
  }

  static SavedLog of(String number, String shown, BuildLog raw, Unpacked.Kind kind) {
    if (kind != Unpacked.Kind.LOG) {
      throw new IllegalArgumentException(shown + " is no log but " + kind);
    }
    return new SavedLog(
        Job.ofNumber(number), shown, Optional.of(() -> Unpacked.of(raw.open()).content()));
  }

  /** A log that cannot be looked up twice, such as standard input: it can be opened once. */
  static SavedLog once(String number, String shown, InputStream raw) throws LogSourceException {
    try {
      Unpacked unpacked = Unpacked.of(raw);
      if (checked(unpacked, shown).archive()) {
        throw new LogSourceException(
            ProblemType.LOGS_UNREADABLE,
            shown
                + " is "
                + unpacked.kind().words()
                + ", which must be a file to be read; save it and name the file");
      }
      return new SavedLog(
          Job.ofNumber(number), shown, Optional.of(new OnceLog(shown, unpacked.content())));
    } catch (IOException e) {
      throw unreadable(shown, e);
    }
  }

  static LogSourceException unreadable(String shown, IOException cause) {
    return new LogSourceException(
        ProblemType.LOGS_UNREADABLE, shown + " cannot be read: " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return "there is no such file or directory; check the path";
    }
    if (cause instanceof AccessDeniedException) {
      return "access is denied; check its permissions";
    }
    if (cause instanceof MemoryLimitException memory) {
      return "it needs "
          + memory.getMemoryNeededInKb()
          + " KiB to be unpacked, and may need "
          + Unpacked.XZ_MEMORY_KIB
          + " (xz -9 needs 66560); unpack it first";
    }
    if (cause instanceof EOFException) {
      return "it ends too early, so it was cut; save it again";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : Names.shown(message);
  }

  private static final class OnceLog implements BuildLog {
    private final String shown;
    private final InputStream content;
    private boolean opened;

    OnceLog(String shown, InputStream content) {
      this.shown = shown;
      this.content = content;
    }

    @Override
    public synchronized InputStream open() throws IOException {
      if (opened) {
        throw new IOException(shown + " can be read once only, and was read before");
      }
      opened = true;
      return content;
    }
  }
}
