package io.github.logcov.encoder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A pattern that the shell left unexpanded: {@code *}, {@code ?}, {@code [..]} as a shell reads
 * them, and a {@code **} between slashes for any number of directories. Wildcards do not match
 * names that begin with a dot.
 */
final class Glob {
  private final List<String> parts = new ArrayList<>();
  private final boolean absolute;

  Glob(String pattern) throws UsageException {
    absolute = pattern.startsWith("/");
    for (String part : pattern.split("/+")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean free = parts.get(i).equals("**") && i < parts.size() - 1;
      if (parts.get(i).contains("**") && !free) {
        throw new UsageException(
            pattern + ": ** must stand between slashes, as in \"**/coverage.xml\"");
      }
    }
  }

  /** Whether a name holds a wildcard. */
  static boolean isPattern(String name) {
    return name.indexOf('*') >= 0 || name.indexOf('?') >= 0 || name.indexOf('[') >= 0;
  }

  /** The regular files that match, in the order of the bytes of their paths with slashes. */
  List<Path> files(Path directory) throws IOException {
    List<Path> files = new ArrayList<>();
    expand(absolute ? directory.getRoot() : directory, 0, files);
    files.sort(Comparator.comparing(file -> slashes(file, ""), Glob::compareBytes));
    return files;
  }

  private void expand(Path at, int part, List<Path> files) throws IOException {
    if (part == parts.size()) {
      if (Files.isRegularFile(at)) {
        files.add(at);
      }
      return;
    }
    String pattern = parts.get(part);
    if (pattern.equals("**")) {
      expand(at, part + 1, files);
      for (Path below : children(at)) {
        if (!hidden(below) && Files.isDirectory(below, LinkOption.NOFOLLOW_LINKS)) {
          expand(below, part, files);
        }
      }
    } else if (!isPattern(pattern)) {
      expand(at.resolve(pattern), part + 1, files);
    } else {
      for (Path below : children(at)) {
        String name = below.getFileName().toString();
        if ((!hidden(below) || pattern.startsWith(".")) && matches(pattern, 0, name, 0)) {
          expand(below, part + 1, files);
        }
      }
    }
  }

  private static String slashes(Path path, String end) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/") + end;
  }

  /** As sort and the shells do in the C locale. */
  static int compareBytes(String a, String b) {
    byte[] left = a.getBytes(StandardCharsets.UTF_8);
    byte[] right = b.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < left.length && i < right.length; i++) {
      if (left[i] != right[i]) {
        return (left[i] & 0xff) - (right[i] & 0xff);
      }
    }
    return left.length - right.length;
  }

  /**
   * The directories in a directory whose names do not begin with a dot, in the order of the bytes
   * of their names with a slash behind: {@code a-b/} before {@code a/}.
   */
  static List<Path> subdirectories(Path directory) throws IOException {
    List<Path> directories = new ArrayList<>();
    for (Path child : children(directory)) {
      if (!hidden(child) && Files.isDirectory(child)) {
        directories.add(child);
      }
    }
    directories.sort(Comparator.comparing(child -> slashes(child, "/"), Glob::compareBytes));
    return directories;
  }

  /** The regular files of that name, or of it and more behind a dot, in their order. */
  static List<Path> dataFiles(Path directory, String name) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path child : children(directory)) {
      String found = child.getFileName().toString();
      if ((found.equals(name) || found.startsWith(name + ".")) && Files.isRegularFile(child)) {
        files.add(child);
      }
    }
    files.sort(Comparator.comparing(child -> slashes(child, ""), Glob::compareBytes));
    return files;
  }

  private static boolean hidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  /** What is in a directory, in no order; nothing when it is none or cannot be entered. */
  private static List<Path> children(Path directory) throws IOException {
    List<Path> children = new ArrayList<>();
    if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
      return children;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return children;
  }

  /** Whether the rest of a name matches the rest of a pattern without slashes. */
  static boolean matches(String pattern, int p, String name, int n) {
    // Iterative with one mark to go back to: a second star makes going back behind the first one
    // needless.
    int starAt = -1;
    int nameAt = -1;
    int i = p;
    int j = n;
    while (j < name.length()) {
      int next = i < pattern.length() ? matchOne(pattern, i, name.charAt(j)) : -1;
      if (i < pattern.length() && pattern.charAt(i) == '*') {
        starAt = i++;
        nameAt = j;
      } else if (next > 0) {
        i = next;
        j++;
      } else if (starAt >= 0) {
        i = starAt + 1;
        j = ++nameAt;
      } else {
        return false;
      }
    }
    while (i < pattern.length() && pattern.charAt(i) == '*') {
      i++;
    }
    return i == pattern.length();
  }

  /** Index behind the pattern's element at {@code i} when it matches the character, else -1. */
  private static int matchOne(String pattern, int i, char c) {
    char element = pattern.charAt(i);
    if (element == '?') {
      return i + 1;
    }
    int close = element == '[' ? pattern.indexOf(']', i + (negated(pattern, i) ? 3 : 2)) : -1;
    if (close < 0) {
      return element == c ? i + 1 : -1;
    }
    boolean negated = negated(pattern, i);
    boolean in = false;
    for (int k = i + (negated ? 2 : 1); k < close; k++) {
      boolean range = k + 2 < close && pattern.charAt(k + 1) == '-';
      in |= c >= pattern.charAt(k) && c <= pattern.charAt(range ? k + 2 : k);
      k += range ? 2 : 0;
    }
    return in != negated ? close + 1 : -1;
  }

  private static boolean negated(String pattern, int open) {
    return open + 1 < pattern.length()
        && (pattern.charAt(open + 1) == '!' || pattern.charAt(open + 1) == '^');
  }
}
