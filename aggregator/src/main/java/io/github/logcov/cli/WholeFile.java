package io.github.logcov.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all: written beside its place, then moved there. */
final class WholeFile {
  private final Path file;

  WholeFile(Path file) {
    this.file = file;
  }

  /** What writes the content. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Writes it; what was there before is still there when that fails. */
  void write(Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    }
    if (isDevice() || Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe or a terminal: what takes its place would be no pipe.
      write(content, file, StandardOpenOption.WRITE);
      return;
    }
    // A link stays a link.
    Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    // No temporary file of the JDK: nobody else could read those.
    Path half =
        place.resolveSibling("." + place.getFileName() + "." + ProcessHandle.current().pid());
    AtExit interrupted = AtExit.remove(half);
    try {
      write(content, half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(half, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
      interrupted.close();
    }
  }

  /** Shared memory has files as any folder has. */
  private boolean isDevice() {
    return file.startsWith("/dev") && !file.startsWith("/dev/shm");
  }

  private static void write(Content content, Path to, StandardOpenOption... how)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to, how))) {
      content.write(out);
    }
  }

  /**
   * Why a file cannot be written, in the words of users.
   *
   * @param file the one that was to be written, absolute
   */
  static String reason(IOException cause, Path file) {
    if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
      Path folder = file.getParent();
      return folder != null && Files.isDirectory(folder)
          ? "no file can be made in " + folder
          : "there is no such folder";
    }
    return reason(cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "access is denied";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /** Why a file cannot be read, in the words of users. */
  static String unreadable(IOException cause) {
    return cause instanceof NoSuchFileException || cause instanceof NotDirectoryException
        ? "there is no such file"
        : reason(cause);
  }
}
