package io.github.logcov.log;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A live build whose logs are kept in a directory while they are read, so that they can be judged
 * again without a network ({@link SavedLogs}).
 *
 * <p>The log of a job is kept as {@code NUMBER.log}, as it was when it was read to its end for the
 * last time. A directory that cannot be written does not disturb the reading: what happened is
 * {@link #fault}.
 */
public final class SavingBuild implements LiveBuild {
  static final String PART = ".part";

  private final LiveBuild build;
  private final Path directory;
  private final UnaryOperator<OutputStream> masking;
  private final AtomicInteger parts = new AtomicInteger();

  /** What is half written at this moment. */
  private final Set<Path> half = ConcurrentHashMap.newKeySet();

  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private SavingBuild(LiveBuild build, Path directory, UnaryOperator<OutputStream> masking) {
    this.build = build;
    this.directory = directory;
    this.masking = masking;
  }

  /** As {@link #of(LiveBuild, Path, UnaryOperator)}, with nothing that must not be told. */
  static SavingBuild of(LiveBuild build, Path directory) throws LogSourceException {
    return of(build, directory, UnaryOperator.identity());
  }

  /**
   * Makes the directory ready: it is made when it is not there, and the logs of an earlier run in
   * it are deleted. Where that cannot be done, nothing is kept, and {@link #fault} says why.
   *
   * @param directory absent, empty, or with the {@code build.json} of an earlier run
   * @param masking keeps what must not be told out of {@code build.json}; the logs stay as they are
   * @throws LogSourceException when it holds something else that a replay would read, or is no
   *     directory
   */
  public static SavingBuild of(LiveBuild build, Path directory, UnaryOperator<OutputStream> masking)
      throws LogSourceException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw refused(directory, "is none");
    }
    SavingBuild saving = new SavingBuild(build, directory, masking);
    try {
      Files.createDirectories(directory);
      OldRun.in(directory).delete();
    } catch (IOException e) {
      saving.failed(e);
    }
    return saving;
  }

  /** The exception for a directory in which nothing is saved. */
  static LogSourceException refused(Path directory, String found) {
    return new LogSourceException(
        ProblemType.LOGS_UNREADABLE,
        Names.shown(directory.toString())
            + ": expected an empty directory, a new one, or one that was saved before, but it "
            + found
            + "; name another");
  }

  @Override
  public Siblings siblings() throws UnavailableException {
    return build.siblings();
  }

  @Override
  public InputStream openLog(Job job) throws LogAbsentException, UnavailableException {
    InputStream log;
    try {
      log = build.openLog(job);
    } catch (LogAbsentException e) {
      forget(job);
      throw e;
    }
    if (failure.get() != null) {
      return log;
    }
    // Two reads of one job may overlap when the first was given up.
    try {
      Path part = part(job.number());
      return new Kept(log, Files.newOutputStream(part, CREATE_NEW), part, file(job));
    } catch (IOException e) {
      failed(e);
      return log;
    }
  }

  /** Whether there is a log of the job. */
  public boolean has(Job job) {
    return Files.isRegularFile(file(job));
  }

  /** Deletes what was kept of a job, as it does not count. */
  public void forget(Job job) {
    try {
      Files.deleteIfExists(file(job));
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Writes {@code build.json}, in the place of an earlier one. */
  public void describe(BuildFile file) {
    if (failure.get() != null) {
      return;
    }
    Path part = part("build");
    try {
      try (OutputStream out = masking.apply(Files.newOutputStream(part, CREATE_NEW))) {
        file.write(out);
      }
      move(part, directory.resolve(BuildFile.NAME));
      half.remove(part);
    } catch (IOException e) {
      failed(e);
    }
  }

  /** What kept the logs from being saved; empty when all is well. */
  public Optional<Problem> fault() {
    return Optional.ofNullable(failure.get())
        .map(
            e ->
                Problem.error(
                    ProblemType.LOGS_UNWRITABLE,
                    Origin.NOWHERE,
                    "the logs cannot be saved in %s: %s; name a directory that can be written"
                        .formatted(Names.shown(directory.toString()), reason(e))));
  }

  @Override
  public void close() {
    build.close();
  }

  private Path file(Job job) {
    return directory.resolve(fileName(job));
  }

  static String fileName(Job job) {
    return job.number() + ".log";
  }

  /** A file that is being written; hidden, so that nobody takes it for a log should it stay. */
  private Path part(String name) {
    Path part = directory.resolve("." + name + "." + parts.incrementAndGet() + PART);
    half.add(part);
    return part;
  }

  /** Removes what is half written, since nobody will write the rest. */
  public void abandon() {
    half.forEach(
        part -> {
          try {
            discard(part);
          } catch (IOException e) {
            failed(e);
          }
        });
  }

  private void discard(Path part) throws IOException {
    Files.deleteIfExists(part);
    half.remove(part);
  }

  private void failed(IOException e) {
    failure.compareAndSet(null, e);
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is gone, or cannot be made there";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file is in the way";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return Names.shown(system.getReason());
    }
    return Names.shown(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
  }

  private static void move(Path part, Path to) throws IOException {
    Files.move(part, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A log that is written down while it is read, and kept when its end was reached. */
  private final class Kept extends FilterInputStream {
    private final OutputStream out;
    private final Path part;
    private final Path to;
    private boolean whole;
    private boolean broken;

    Kept(InputStream log, OutputStream out, Path part, Path to) {
      super(log);
      this.out = out;
      this.part = part;
      this.to = to;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int n = read(one, 0, 1);
      return n < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = super.read(bytes, offset, length);
      if (n < 0) {
        whole = true;
      } else if (!broken) {
        keep(bytes, offset, n);
      }
      return n;
    }

    private void keep(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        broken = true;
        failed(e);
      }
    }

    @Override
    public long skip(long n) {
      throw new UnsupportedOperationException("every byte is kept");
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        finish();
      }
    }

    private void finish() {
      try (out) {
        if (whole && !broken) {
          out.close();
          move(part, to);
          half.remove(part);
        } else {
          discard(part);
        }
      } catch (IOException e) {
        failed(e);
      }
    }
  }
}
