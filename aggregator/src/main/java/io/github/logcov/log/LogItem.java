package io.github.logcov.log;

import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * A file in a directory or archive.
 *
 * @param path relative, with {@code /}; checked where it came from an archive
 * @param raw its bytes as they lie there, perhaps compressed
 * @param link whether an archive holds it without content of its own: as a link, pipe or device
 */
record LogItem(String path, BuildLog raw, boolean link) {

  /**
   * Hidden files that editors, systems and git leave everywhere, and that are nobody's logs; {@code
   * ._} begins those of macOS.
   */
  private static final Pattern LITTER =
      Pattern.compile(
          "\\._.*|\\.(?:DS_Store|git(?:keep|ignore|attributes)|keep|directory|localized"
              + "|editorconfig|nfs[0-9a-f]+|.*\\.sw[a-p])");

  /** A file. */
  LogItem(String path, BuildLog raw) {
    this(path, raw, false);
  }

  /** An entry without content. */
  static LogItem linked(String path) {
    return new LogItem(path, InputStream::nullInputStream, true);
  }

  /** Its first folder, without slash; empty when it lies at the top. */
  String topFolder() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The same, seen from that folder. */
  LogItem below(String folder) {
    return new LogItem(path.substring(folder.length() + 1), raw, link);
  }

  /** Whether systems and archivers put it there for themselves: hidden files, folders of macOS. */
  boolean hidden() {
    return path.startsWith(".") || path.contains("/.") || path.startsWith("__MACOSX/");
  }

  /** Whether it is hidden and worth no word. */
  boolean litter() {
    return LITTER.matcher(path).matches();
  }
}
