package io.github.logcov.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * A zip archive: its entries are read where they lie, in any order and by several threads at once.
 */
final class ZipLogs implements Closeable {
  /**
   * Methods that are read. Not zstd, which needs a library that is not here, nor xz, for which
   * Commons Compress takes as much memory as the archive asks for.
   */
  private static final Set<ZipMethod> METHODS =
      EnumSet.of(
          ZipMethod.STORED,
          ZipMethod.UNSHRINKING,
          ZipMethod.IMPLODING,
          ZipMethod.DEFLATED,
          ZipMethod.ENHANCED_DEFLATED,
          ZipMethod.BZIP2);

  private final ZipFile zip;
  private final List<LogItem> items = new ArrayList<>();

  private ZipLogs(ZipFile zip) {
    this.zip = zip;
  }

  static ZipLogs open(Path path, String shown, SavedLogLimits limits)
      throws LogSourceException, IOException {
    ZipHeaders.check(path, shown, limits);
    ZipLogs logs = new ZipLogs(zip(path));
    try {
      logs.list(shown, limits);
      return logs;
    } catch (LogSourceException | RuntimeException e) {
      logs.close();
      throw e;
    }
  }

  private static ZipFile zip(Path path) throws IOException {
    try {
      return ZipFile.builder().setPath(path).get();
    } catch (RuntimeException e) {
      // Commons Compress does not promise to meet every damage with an IOException.
      throw new IOException("the archive is damaged: " + e.getMessage(), e);
    }
  }

  List<LogItem> items() {
    return items;
  }

  private void list(String shown, SavedLogLimits limits) throws LogSourceException {
    int count = 0;
    for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements(); ) {
      ZipArchiveEntry entry = entries.nextElement();
      if (++count > limits.maxEntries()) {
        throw TarLogs.tooMany(shown, limits);
      }
      // Old .NET and PowerShell write \ between folders, against the specification.
      String name =
          ArchiveNames.checked(shown, name(entry).replace('\\', '/'), entry.isDirectory());
      if (entry.isUnixSymlink()) {
        items.add(LogItem.linked(name));
      } else if (!entry.isDirectory()) {
        items.add(new LogItem(name, () -> open(entry, shown)));
      }
    }
  }

  /** Of an entry that does not say in what encoding its name is. */
  private static String name(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    return raw == null || entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
        ? entry.getName()
        : ArchiveNames.decoded(raw);
  }

  private InputStream open(ZipArchiveEntry entry, String shown) throws IOException {
    // Of a method that nobody knows there is no constant.
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == null || !METHODS.contains(method) || !zip.canReadEntryData(entry)) {
      String cause =
          entry.getGeneralPurposeBit().usesEncryption()
              ? "is encrypted"
              : "is packed with method " + entry.getMethod();
      throw new IOException(
          shown
              + " > "
              + Names.shown(entry.getName())
              + " "
              + cause
              + "; unpack the archive and name the directory");
    }
    return new UnpackedStream(zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
