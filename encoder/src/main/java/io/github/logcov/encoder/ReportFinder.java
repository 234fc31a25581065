package io.github.logcov.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Finds the files to print: those that were named, else the usual ones. */
final class ReportFinder {
  private static final String DATA_FILE = ".coverage";

  private static final String LOCALE =
      " can be read as text in the locale of this job, found one that cannot; set"
          + " LC_ALL=C.UTF-8";

  private final Path directory;
  private final Consumer<String> say;

  /**
   * File with its directory free of links -> the name to call it by; a file named twice counts
   * once.
   */
  private final Map<Path, String> found = new LinkedHashMap<>();

  /**
   * Usual files that were taken or left out: coverage/clover.xml is that of this directory, and not
   * also the clover.xml of a module named coverage.
   */
  private final Set<Path> considered = new HashSet<>();

  ReportFinder(Path directory, Consumer<String> say) {
    this.directory = directory;
    this.say = say;
  }

  /** The files of this command line: absolute path -> the name to call it by. */
  static Map<Path, String> find(List<String> names, Path directory, Consumer<String> say)
      throws UsageException, IOException {
    ReportFinder finder = new ReportFinder(directory, say);
    if (names.isEmpty()) {
      finder.usual();
    }
    for (String name : names) {
      finder.named(name);
    }
    return finder.found;
  }

  private void named(String name) throws UsageException, IOException {
    Path file = pathOf(name);
    if (file != null && Files.isDirectory(file)) {
      throw new UsageException(
          name
              + ": expected a report file, found a directory; name the file in it, or a pattern"
              + " such as \""
              + name
              + "/*.xml\"");
    }
    if (file != null && Files.exists(file)) {
      add(file, name);
      return;
    }
    if (file == null && name.indexOf('\ufffd') >= 0) {
      throw new UsageException(name + ": expected a name that" + LOCALE);
    }
    if (!Glob.isPattern(name)) {
      throw new UsageException(
          name + ": no such file in " + directory + "; did the tests write their report?");
    }
    List<Path> files =
        new Glob(name.replace(directory.getFileSystem().getSeparator(), "/")).files(directory);
    if (files.isEmpty()) {
      throw new UsageException(
          name
              + ": no file matches this pattern in "
              + directory
              + "; did the tests write their report?");
    }
    for (Path match : files) {
      add(match, shown(match));
    }
  }

  /** The path of a name, null when the name cannot be one (a pattern on Windows). */
  private Path pathOf(String name) {
    try {
      return directory.resolve(Paths.get(name));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void usual() throws UsageException, IOException {
    List<Path> directories = new ArrayList<>();
    directories.add(directory);
    directories.addAll(Glob.subdirectories(directory));
    List<String> dataFiles = new ArrayList<>();
    for (Path each : directories) {
      for (String[] family : UsualFiles.families()) {
        first(each, family);
      }
      dataFiles.addAll(dataFiles(each));
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "no report found in "
              + directory
              + " and one directory down; "
              + (dataFiles.isEmpty()
                  ? "looked for " + UsualFiles.names() + "; name the file"
                  : dataFiles.get(0) + " is there, " + advice(dataFiles.get(0))));
    }
    for (String file : dataFiles) {
      say.accept(file + ": left out, " + advice(file));
    }
  }

  private void first(Path in, String[] family) throws UsageException, IOException {
    String taken = null;
    for (String name : family) {
      Path file = in.resolve(name);
      if (!Files.isRegularFile(file) || !considered.add(identity(file))) {
        continue;
      }
      if (taken == null) {
        taken = shown(file);
        add(file, taken);
      } else if (!found.containsKey(identity(file))) {
        say.accept(
            shown(file) + ": left out, " + taken + " tells the same; name it to send it too");
      }
    }
  }

  /** The first data file of coverage.py of which there is no report. */
  private List<String> dataFiles(Path in) throws IOException {
    for (String report : UsualFiles.ofCoveragePy()) {
      if (Files.isRegularFile(in.resolve(report))) {
        return new ArrayList<>();
      }
    }
    List<String> files = new ArrayList<>();
    for (Path file : Glob.dataFiles(in, DATA_FILE)) {
      files.add(shown(file));
    }
    return files.isEmpty() ? files : files.subList(0, 1);
  }

  private static String advice(String dataFile) {
    return "a data file of coverage.py, which lists no statements; run "
        + (dataFile.endsWith(DATA_FILE) ? "" : "coverage combine and ")
        + "coverage xml first, or name it to send it as it is";
  }

  private void add(Path file, String name) throws UsageException, IOException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          name + ": expected a report, found something that is no regular file");
    }
    if (!Files.isReadable(file)) {
      throw new UsageException(name + ": cannot be read; look at its permissions");
    }
    Path identity = identity(file);
    if (!survives(identity)) {
      throw new UsageException(name + ": expected a path that" + LOCALE);
    }
    found.putIfAbsent(identity, name);
  }

  /** Whether the bytes of a path are still the same once it was text. */
  private static boolean survives(Path path) {
    try {
      return path.getFileSystem().getPath(path.toString()).equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Path identity(Path file) throws IOException {
    return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
  }

  private String shown(Path file) {
    return file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
  }
}
