package io.github.logcov.log;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies in a directory, not deeper.
 *
 * @param items files, by name; links to files are files
 * @param folders names of folders that are not hidden
 * @param odd names of what is neither, by name: pipes, devices
 */
record DirectoryLogs(List<LogItem> items, Set<String> folders, List<String> odd) {

  static DirectoryLogs list(Path directory, String shown, SavedLogLimits limits)
      throws LogSourceException, IOException {
    DirectoryLogs listed = new DirectoryLogs(new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (++count > limits.maxEntries()) {
          throw TarLogs.tooMany(shown, limits);
        }
        listed.add(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    listed.items.sort(Comparator.comparing(LogItem::path));
    listed.odd.sort(Comparator.naturalOrder());
    return listed;
  }

  private void add(Path file) {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      if (!name.startsWith(".")) {
        folders.add(name);
      }
    } else if (Files.exists(file) && !Files.isRegularFile(file)) {
      odd.add(name);
    } else {
      // A dangling link comes here too, and is found to be unreadable.
      items.add(new LogItem(name, () -> Files.newInputStream(file)));
    }
  }
}
