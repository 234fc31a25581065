package io.github.logcov.log;

import io.github.logcov.problem.Origin;
import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import java.io.IOException;
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
import org.jspecify.annotations.Nullable;

/**
 * The directory in which logs are saved. A file is written under a name of its own, and gets the
 * right one when it is whole. The first failure is remembered as the {@link #fault}. Safe for
 * several threads.
 */
final class SaveFolder {
  static final String PART = ".part";

  private final Path directory;
  private final AtomicInteger parts = new AtomicInteger();

  /** What is half written at this moment. */
  private final Set<Path> half = ConcurrentHashMap.newKeySet();

  private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();

  private SaveFolder(Path directory) {
    this.directory = directory;
  }

  /**
   * Makes the directory ready: it is made when it is not there, and what an earlier run left in it
   * is deleted. Where that cannot be done, {@link #fault} says why.
   *
   * @throws LogSourceException when it holds something else that a replay would read, or is no
   *     directory
   */
  static SaveFolder emptied(Path directory) throws LogSourceException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw OldRun.refused(directory, "is none");
    }
    SaveFolder folder = new SaveFolder(directory);
    try {
      Files.createDirectories(directory);
      OldRun.in(directory).delete();
    } catch (IOException e) {
      folder.failed(e);
    }
    return folder;
  }

  static String logName(Job job) {
    return job.number() + ".log";
  }

  boolean has(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(directory.resolve(name));
    } catch (IOException e) {
      failed(e);
    }
  }

  /**
   * A file to write to; hidden, so that nobody takes it for a log should it stay. No two are one.
   */
  Path part(String name) {
    Path part = directory.resolve("." + name + "." + parts.incrementAndGet() + PART);
    half.add(part);
    return part;
  }

  /** Gives a part that is whole its name, in the place of an earlier file. */
  void keep(Path part, String name) throws IOException {
    Files.move(
        part,
        directory.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    half.remove(part);
  }

  void discard(Path part) throws IOException {
    Files.deleteIfExists(part);
    half.remove(part);
  }

  /** Removes what is half written, since nobody will write the rest. */
  void abandon() {
    half.forEach(
        part -> {
          try {
            discard(part);
          } catch (IOException e) {
            failed(e);
          }
        });
  }

  void failed(IOException e) {
    failure.compareAndSet(null, e);
  }

  boolean hasFailed() {
    return failure.get() != null;
  }

  /** What kept the logs from being saved; empty when all is well. */
  Optional<Problem> fault() {
    return Optional.ofNullable(failure.get())
        .map(
            e ->
                Problem.error(
                    ProblemType.LOGS_UNWRITABLE,
                    Origin.NOWHERE,
                    "the logs cannot be saved in %s: %s; name a directory that can be written"
                        .formatted(Names.shown(directory.toString()), reason(e))));
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
}
