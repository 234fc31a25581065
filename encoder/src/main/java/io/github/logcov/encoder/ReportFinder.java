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
  /**
   * Per tool, the best file first. XML before exec, since exec needs the class files. coverage.py's
   * XML before its JSON, since it names every statement, which unites Python versions more exactly;
   * JSON is ahead only on lines with several exits. SimpleCov's formatters before its results,
   * which do not know {@code :nocov:}.
   */
  private static final String[][] USUAL = {
    {"coverage.xml", "coverage.json"},
    {
      "lcov.info",
      "coverage/lcov.info",
      "coverage-final.json",
      "coverage/coverage-final.json",
      "coverage/clover.xml"
    },
    {
      "target/site/jacoco/jacoco.xml",
      "build/reports/jacoco/test/jacocoTestReport.xml",
      "target/jacoco.exec"
    },
    {"cover.out", "coverage.out"},
    {"clover.xml", "build/logs/clover.xml", "target/site/clover/clover.xml"},
    {"coverage.opencover.xml"},
    {"coverage/coverage.xml", "coverage/coverage.json", "coverage/.resultset.json"},
  };

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
    for (String[] family : USUAL) {
      first(directory, family);
    }
    for (Path module : Glob.subdirectories(directory)) {
      for (String[] family : USUAL) {
        first(module, family);
      }
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "no report found in "
              + directory
              + " and one directory down; looked for "
              + lookedFor()
              + "; name the file");
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

  private static String lookedFor() {
    List<String> names = new ArrayList<>();
    for (String[] family : USUAL) {
      for (String name : family) {
        names.add(name);
      }
    }
    return String.join(", ", names);
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
