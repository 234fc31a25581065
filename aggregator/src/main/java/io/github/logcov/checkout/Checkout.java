package io.github.logcov.checkout;

import io.github.logcov.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A checkout of the repository: a file is in it when git tracks it or it exists below the root.
 * Nothing outside of the root is ever looked at, whatever a report names: a path with {@code ..} is
 * not in it, nor is one that a symbolic link leads out.
 */
public final class Checkout implements SourceTree {

  private static final int MAX_REMEMBERED = 100_000;

  private final Path root;
  private final Set<String> tracked;
  private final Map<String, String> goModules;
  private final Map<String, Boolean> existing = new ConcurrentHashMap<>();

  private Checkout(Path root, Set<String> tracked) {
    this.root = root;
    this.tracked = tracked;
    this.goModules = GoModFiles.modules(root, tracked);
  }

  /**
   * The checkout at a folder. Its files are those that git tracks; where it is no part of a
   * repository, all below the root, save hidden folders.
   *
   * @param root the root of the repository, or a folder of it that is taken as the root
   * @param timeout how long git may take
   * @throws IOException when the root is no folder, git is missing, cannot read the repository or
   *     does not answer in time, or a folder cannot be read
   */
  public static Checkout at(Path root, Duration timeout) throws IOException {
    Path real = root.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new IOException(root + " must be a directory, but is a file");
    }
    Optional<Set<String>> tracked = Git.trackedFiles(real, timeout);
    return new Checkout(real, tracked.isPresent() ? tracked.get() : FolderFiles.below(real));
  }

  /** The root of the git repository around a folder; empty when there is none. */
  public static Optional<Path> rootAround(Path folder, Duration timeout) throws IOException {
    return Git.topLevel(folder.toRealPath(), timeout);
  }

  /** Where it lies, without links. */
  public Path root() {
    return root;
  }

  @Override
  public boolean contains(String path) {
    return tracked.contains(path) || isExisting(path);
  }

  @Override
  public Collection<String> files() {
    return Collections.unmodifiableSet(tracked);
  }

  @Override
  public Map<String, String> goModules() {
    return goModules;
  }

  /** Remembers what was found as long as that is not too much: reports name what they like. */
  private boolean isExisting(String path) {
    Boolean known = existing.get(path);
    if (known != null) {
      return known;
    }
    boolean exists = exists(path);
    if (existing.size() < MAX_REMEMBERED) {
      existing.put(path, exists);
    }
    return exists;
  }

  private boolean exists(String path) {
    try {
      Path file = root.resolve(path).normalize();
      // Symbolic links are followed, but only to places below the root.
      return file.startsWith(root)
          && !file.equals(root)
          && Files.isRegularFile(file)
          && file.toRealPath().startsWith(root)
          && sameName(file, path);
    } catch (InvalidPathException | IOException e) {
      return false;
    }
  }

  /** On file systems that ignore case, a name in other letters is another path. */
  private boolean sameName(Path file, String path) throws IOException {
    return root.resolve(path).equals(file)
        && file.toRealPath(LinkOption.NOFOLLOW_LINKS).toString().equals(file.toString());
  }
}
