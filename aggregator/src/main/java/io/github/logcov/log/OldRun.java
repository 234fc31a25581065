package io.github.logcov.log;

import io.github.logcov.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an earlier run kept in a directory, and may be deleted: the logs that its {@code build.json}
 * names, what it left half written, and {@code build.json} itself, last, so that whoever is
 * interrupted can go on.
 *
 * @param files in the order in which they are deleted
 */
record OldRun(List<Path> files) {
  private static final Pattern HALF = Pattern.compile("\\..+\\.[0-9]+\\" + SaveFolder.PART);

  /**
   * Looks at a directory.
   *
   * @throws LogSourceException when it holds what no run of ours left: anything where there is no
   *     {@code build.json}, else what would be read as a log
   */
  static OldRun in(Path directory) throws LogSourceException, IOException {
    Path description = directory.resolve(BuildFile.NAME);
    boolean described = Files.isRegularFile(description);
    Set<String> logs = described ? logs(description) : Set.of();
    List<Path> files = new ArrayList<>();
    for (Path file : entries(directory)) {
      String name = String.valueOf(file.getFileName());
      boolean regular = Files.isRegularFile(file);
      if (regular && (logs.contains(name) || HALF.matcher(name).matches())) {
        files.add(file);
      } else if (!described) {
        throw refused(directory, "has other files, such as " + Names.shown(name));
      } else if (!name.startsWith(".") && !OtherFiles.include(name) && !Files.isDirectory(file)) {
        throw refused(
            directory,
            "has "
                + Names.shown(name)
                + ", which its build.json does not name and --logs would read");
      }
    }
    if (described) {
      files.add(description);
    }
    return new OldRun(files);
  }

  /** The exception for a directory in which nothing is saved. */
  static LogSourceException refused(Path directory, String found) {
    return new LogSourceException(
        ProblemType.LOGS_UNREADABLE,
        Names.shown(directory.toString())
            + ": expected an empty directory, a new one, or one that was saved before, but it "
            + found
            + "; name another");
  }

  /** The names of the logs; none where the file is not one of ours. */
  private static Set<String> logs(Path description) throws IOException {
    Set<String> logs = new HashSet<>();
    try (InputStream content = Files.newInputStream(description)) {
      int most = SavedLogLimits.DEFAULT.maxBuildFileBytes();
      BuildFile.read(content, BuildFile.NAME, most)
          .jobs()
          .forEach(job -> logs.add(SaveFolder.logName(job)));
    } catch (LogSourceException e) {
      return Set.of();
    }
    return logs;
  }

  private static List<Path> entries(Path directory) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> there = Files.newDirectoryStream(directory)) {
      there.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return entries;
  }

  void delete() throws IOException {
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
