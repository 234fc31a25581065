package io.github.logcov.source;

import io.github.logcov.model.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A path as a report names it, normalised: {@code /} as separator, no {@code .}, no empty parts,
 * and {@code ..} only at the beginning of a relative path, where it leads out of an unknown folder.
 * All other characters are kept, control characters too.
 *
 * @param root empty for a relative path, {@code /}, or a drive such as {@code C:/}
 * @param parts names between the slashes
 */
record RawPath(String root, List<String> parts) {

  /**
   * A relative path that would read as one on a drive is that: what is written must read back as
   * the same path, and no folder of a repository on Windows is called {@code C:}.
   */
  RawPath {
    if (root.isEmpty() && parts.size() > 1 && hasDrive(parts.get(0) + "/", 0)) {
      root = drive(parts.get(0));
      parts = parts.subList(1, parts.size());
    }
    parts = List.copyOf(parts);
  }

  /**
   * Also reads {@code file:///x}, {@code \\?\C:\x}, and {@code \\server\share\x} as {@code
   * /server/share/x}.
   */
  static RawPath of(String text) {
    String path = text.replace('\\', '/');
    if (path.startsWith("file:///")) {
      path = hasDrive(path, 8) ? path.substring(8) : path.substring(7);
    } else if (path.startsWith("//?/") && hasDrive(path, 4)) {
      path = path.substring(4);
    }
    if (hasDrive(path, 0)) {
      return resolved(drive(path), path.substring(3));
    }
    if (path.startsWith("/")) {
      return resolved("/", path.substring(1));
    }
    return resolved("", path);
  }

  private static String drive(String path) {
    return path.substring(0, 1).toUpperCase(Locale.ROOT) + ":/";
  }

  private static boolean hasDrive(String path, int at) {
    return path.length() > at + 2
        && isLetter(path.charAt(at))
        && path.charAt(at + 1) == ':'
        && path.charAt(at + 2) == '/';
  }

  private static boolean isLetter(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  }

  private static RawPath resolved(String root, String rest) {
    List<String> parts = new ArrayList<>();
    for (String part : rest.split("/", -1)) {
      if (part.isEmpty() || part.equals(".")) {
        continue;
      }
      if (!part.equals("..")) {
        parts.add(part);
      } else if (!parts.isEmpty() && !parts.get(parts.size() - 1).equals("..")) {
        parts.remove(parts.size() - 1);
      } else if (root.isEmpty()) {
        parts.add(part);
      }
      // Else: above the root of a file system is the root.
    }
    return new RawPath(root, parts);
  }

  boolean absolute() {
    return !root.isEmpty();
  }

  /** Whether it is relative and leads out of the folder it starts from. */
  boolean climbs() {
    return !absolute() && !parts.isEmpty() && parts.get(0).equals("..");
  }

  /** Whether it could name a file of a repository as it stands. */
  boolean inside() {
    return !absolute() && !climbs() && !parts.isEmpty();
  }

  /** A relative path seen from this one; an absolute path is itself. */
  RawPath resolve(RawPath other) {
    return other.absolute() || parts.isEmpty() && !absolute() ? other : of(this + "/" + other);
  }

  /** Without its first parts; relative, but for a drive behind them. */
  RawPath from(int count) {
    return new RawPath("", parts.subList(count, parts.size()));
  }

  boolean windows() {
    return root.length() == 3;
  }

  /** Whether it lies on a drive, also as Git Bash writes it: there case is of no matter. */
  boolean onDrive() {
    return asWindows().windows();
  }

  /** The same path with the drive as Git Bash writes it, {@code /c/x}, turned into {@code C:/x}. */
  RawPath asWindows() {
    if (root.equals("/")
        && parts.size() > 1
        && parts.get(0).length() == 1
        && isLetter(parts.get(0).charAt(0))) {
      return new RawPath(drive(parts.get(0)), parts.subList(1, parts.size()));
    }
    return this;
  }

  /** Whether this is that folder or lies below it. */
  boolean startsWith(RawPath folder) {
    return root.equals(folder.root)
        && parts.size() >= folder.parts.size()
        && parts.subList(0, folder.parts.size()).equals(folder.parts);
  }

  RawPath lowerCase() {
    return new RawPath(root, parts.stream().map(part -> part.toLowerCase(Locale.ROOT)).toList());
  }

  /** The path under which it counts, whether or not it leads into the repository. */
  SourcePath sourcePath() {
    String text = toString();
    return new SourcePath(text.isEmpty() ? "/" : text);
  }

  @Override
  public String toString() {
    return root + String.join("/", parts);
  }
}
