package io.github.logcov.checkout;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashSet;
import java.util.Set;

/** The files below a folder that is no git repository. */
final class FolderFiles {

  /** Files of a whole union, by default. */
  private static final int MAX_FILES = 1_000_000;

  private FolderFiles() {}

  /**
   * Relative, with {@code /}; links are not followed, hidden folders are passed over.
   *
   * @throws IOException when a folder cannot be opened: files of it would seem not to be there
   */
  static Set<String> below(Path root) throws IOException {
    Set<String> files = new LinkedHashSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (files.size() == MAX_FILES) {
              throw new IOException(
                  root
                      + " may have "
                      + MAX_FILES
                      + " files, but has more; name the root of the repository");
            }
            if (attributes.isRegularFile()) {
              files.add(
                  root.relativize(file)
                      .toString()
                      .replace(file.getFileSystem().getSeparator(), "/"));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            throw new IOException(
                file + " cannot be opened; allow it, or name the folder of the sources", failure);
          }
        });
    return files;
  }
}
