package io.github.logcov.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive. It has no index, and compressed it can only be read from its beginning: reading it
 * anew for each log would take time with the square of their number. So it is read once, and the
 * logs are laid out in a {@link Spool}.
 */
final class TarLogs {

  private TarLogs() {}

  static List<LogItem> read(InputStream content, String shown, Spool spool, SavedLogLimits limits)
      throws LogSourceException, IOException {
    List<LogItem> items = new ArrayList<>();
    TarInput input = new TarInput(content);
    TarArchiveInputStream tar = new TarArchiveInputStream(input, "ISO-8859-1");
    int count = 0;
    for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
      input.content(entry.getSize());
      if (++count > limits.maxEntries()) {
        throw tooMany(shown, limits);
      }
      String name = ArchiveNames.checked(shown, name(entry), entry.isDirectory());
      if (isLink(entry)) {
        items.add(LogItem.linked(name));
      } else if (entry.isFile()) {
        items.add(item(name, tar, spool));
      }
    }
    return items;
  }

  /** The library reads bytes as Latin-1, but for names in pax headers, which are UTF-8. */
  private static String name(TarArchiveEntry entry) {
    String name = entry.getName();
    return name.chars().allMatch(c -> c <= 0xff)
        ? ArchiveNames.decoded(name.getBytes(ISO_8859_1))
        : name;
  }

  /**
   * Whether the folder of an entry will be the only one is known at the end; what lies deeper can
   * be no log in any case.
   */
  private static LogItem item(String name, InputStream content, Spool spool) throws IOException {
    LogItem item = new LogItem(name, InputStream::nullInputStream);
    boolean deep = name.indexOf('/') != name.lastIndexOf('/');
    return deep || item.hidden() ? item : new LogItem(name, spool.append(content));
  }

  /** All that looks like a file of a folder and has no content here. */
  private static boolean isLink(TarArchiveEntry entry) {
    return entry.isLink()
        || entry.isSymbolicLink()
        || entry.isFIFO()
        || entry.isCharacterDevice()
        || entry.isBlockDevice();
  }

  private static @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
    try {
      return tar.getNextEntry();
    } catch (RuntimeException e) {
      // Commons Compress does not promise to meet every damage with an IOException.
      throw new IOException("the archive is damaged: " + e.getMessage(), e);
    }
  }

  static LogSourceException tooMany(String shown, SavedLogLimits limits) {
    return new LogSourceException(
        ProblemType.LOGS_UNREADABLE,
        shown
            + " may have "
            + limits.maxEntries()
            + " files, but has more; leave only the logs of one build in it");
  }
}
