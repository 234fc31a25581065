package io.github.logcov.cli;

import io.github.logcov.extract.FileTarget;
import io.github.logcov.extract.UnsafePathException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The folder that files are extracted to. All of them are first laid out in a hidden folder inside
 * it, where the file system itself tells which names are one to it, and moved to their places when
 * it is clear that nothing else lies there.
 */
final class ExtractFolder implements FileTarget, Closeable {
  private static final String HIDDEN = ".logcov-extract-";

  /** Longest path that Linux takes. */
  private static final int MAX_PATH_BYTES = 4_095;

  private final Path folder;
  private final boolean created;
  private final Path hidden;
  private final Path tree;
  private final AtExit interrupted;
  private final List<Path> files = new ArrayList<>();

  private ExtractFolder(Path folder, boolean created) throws IOException {
    this.folder = folder;
    this.created = created;
    this.hidden = Files.createTempDirectory(folder, HIDDEN);
    this.tree = Files.createDirectory(hidden.resolve("files"));
    this.interrupted = AtExit.run(this::abandon);
  }

  private void abandon() {
    try {
      AtExit.removeAll(hidden);
      if (created) {
        // With files that are in their places already it stays.
        Files.delete(folder);
      }
    } catch (IOException e) {
      // Nobody is there any more to be told.
    }
  }

  /** Opens the folder, and makes it where it is not there. */
  static ExtractFolder at(Path folder) throws IOException {
    boolean there = Files.isDirectory(folder);
    if (!there) {
      Files.createDirectories(folder);
    }
    return new ExtractFolder(folder.toRealPath(), !there);
  }

  @Override
  public String put(List<String> path, InputStream content)
      throws UnsafePathException, IOException {
    Path part = hidden.resolve("part");
    Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
    Path place = tree;
    for (String name : path.subList(0, path.size() - 1)) {
      place = free(place, name, ExtractFolder::isFolder);
      if (!isFolder(place)) {
        Files.createDirectory(place);
      }
    }
    place = free(place, path.get(path.size() - 1), taken -> false);
    Files.move(part, place);
    Path relative = tree.relativize(place);
    files.add(relative);
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  /** The first of {@code name}, {@code name~2} ... that is not there, or that will do as it is. */
  private static Path free(Path in, String name, Predicate<Path> willDo)
      throws UnsafePathException {
    for (int number = 1; ; number++) {
      Path candidate = child(in, number == 1 ? name : name + "~" + number);
      if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS) || willDo.test(candidate)) {
        return candidate;
      }
    }
  }

  private static Path child(Path in, String name) throws UnsafePathException {
    FileNames.check(name);
    try {
      Path child = in.resolve(name);
      if (child.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
        throw new UnsafePathException(
            "its path in the folder is longer than %d bytes; extract to a folder higher up"
                .formatted(MAX_PATH_BYTES));
      }
      return child;
    } catch (InvalidPathException e) {
      throw new UnsafePathException(
          "no file can have this name here (%s); try LC_ALL=C.UTF-8 in the environment"
              .formatted(e.getReason()),
          e);
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What already lies among the places of the files, and is not the very same: folders that are of
   * no job, other files in those that are, other content, links. Files beside the folders of the
   * jobs are nobody's business, since none of ours will ever lie there.
   *
   * @return paths below the folder, sorted
   */
  List<String> strangers() throws IOException {
    List<String> strangers = new ArrayList<>();
    for (Path there : entries(folder)) {
      Path ours = tree.resolve(there.getFileName());
      boolean beside = Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) && !exists(ours);
      if (!beside && !there.getFileName().toString().startsWith(HIDDEN)) {
        compare(there, ours, strangers);
      }
    }
    strangers.sort(Comparator.naturalOrder());
    return strangers;
  }

  private void compare(Path there, Path ours, List<String> strangers) throws IOException {
    if (isFolder(there) && isFolder(ours)) {
      for (Path below : entries(there)) {
        compare(below, ours.resolve(below.getFileName()), strangers);
      }
    } else if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
        || !Files.isRegularFile(ours, LinkOption.NOFOLLOW_LINKS)
        || Files.mismatch(there, ours) >= 0) {
      strangers.add(folder.relativize(there).toString());
    }
  }

  private static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return entries;
  }

  /**
   * Moves every file to its place. No link is followed.
   *
   * @param replace whether files and links in the way are removed; folders never are
   */
  void install(boolean replace) throws IOException {
    for (Path file : files) {
      Path place = folder;
      // Each lies in the folder of its job, so it has a parent.
      for (Path name : Objects.requireNonNull(file.getParent())) {
        place = place.resolve(name);
        if (!isFolder(place)) {
          if (replace) {
            Files.deleteIfExists(place);
          }
          Files.createDirectory(place);
        }
      }
      place = place.resolve(file.getFileName());
      if (isFolder(place)) {
        throw new IOException(place + " is a folder; remove it");
      }
      Files.move(tree.resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Removes what was not moved to its place, and the folder when nothing was. */
  @Override
  public void close() throws IOException {
    try {
      AtExit.removeAll(hidden);
    } finally {
      interrupted.close();
    }
    if (created) {
      try {
        Files.delete(folder);
      } catch (DirectoryNotEmptyException e) {
        // It holds what it was made for.
      }
    }
  }
}
