package io.github.logcov.log;

/**
 * A file in a directory or archive.
 *
 * @param path relative, with {@code /}; checked where it came from an archive
 * @param raw its bytes as they lie there, perhaps compressed
 */
record LogItem(String path, BuildLog raw) {

  /** Its first folder, without slash; empty when it lies at the top. */
  String topFolder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The same, seen from that folder. */
  LogItem below(String folder) {
    return new LogItem(path.substring(folder.length() + 1), raw);
  }

  /** Whether systems and archivers put it there for themselves: hidden files, folders of macOS. */
  boolean hidden() {
    return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
  }
}
