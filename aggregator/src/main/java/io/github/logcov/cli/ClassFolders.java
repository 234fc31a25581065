package io.github.logcov.cli;

import io.github.logcov.format.jacoco.ClassFiles;
import io.github.logcov.format.jacoco.ClassFiles.UnusableClassException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders of JaCoCo: {@code --classes} and {@code --sources}.
 *
 * @param root the checkout, where there is one
 */
record ClassFolders(Console console, JacocoOptions options, Optional<Path> root) {

  /** All class files below the folders and in the archives; none when none are named. */
  ClassFiles classes() throws UsageException {
    if (options.classes.isEmpty()) {
      return ClassFiles.NONE;
    }
    ClassFiles.Builder classes = new ClassFiles.Builder();
    for (String named : options.classes) {
      Path path = Values.path(console, "--classes", named);
      if (!Files.exists(path)) {
        throw new UsageException(
            "--classes: expected a folder of class files or a jar, but there is no "
                + named
                + "; is it built, or carried into this stage?");
      }
      for (Path file : files(path)) {
        try (InputStream in = Files.newInputStream(file)) {
          add(file, in, classes);
        } catch (UnusableClassException e) {
          throw new UsageException("--classes: " + e.getMessage(), e);
        } catch (IOException e) {
          throw new UsageException("--classes: cannot read " + file + ": " + e.getMessage(), e);
        }
      }
    }
    try {
      classes.analyse();
    } catch (UnusableClassException e) {
      throw new UsageException("--classes: " + e.getMessage(), e);
    }
    ClassFiles all = classes.build();
    if (all.isEmpty()) {
      throw new UsageException(
          "--classes: expected class files, but there are none in "
              + String.join(", ", options.classes)
              + "; build first, or name the folder that the compiler writes into");
    }
    return all;
  }

  /** Regular files below a folder, by path, so that messages do not depend on the file system. */
  private static List<Path> files(Path path) throws UsageException {
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
      files.sort(null);
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new UsageException("--classes: cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static void add(Path file, InputStream in, ClassFiles.Builder classes)
      throws IOException, UnusableClassException {
    String name = file.getFileName().toString();
    if (ClassFiles.Builder.isClass(name)) {
      classes.take(file.toString(), in);
    } else if (name.endsWith(".jar") || name.endsWith(".zip") || name.endsWith(".war")) {
      classes.archive(file.toString(), in);
    }
  }

  /** The folders below which packages lie, from the root of the checkout where there is one. */
  List<String> sources() throws UsageException {
    List<String> folders = new ArrayList<>();
    for (String named : options.sources) {
      Path folder = Values.path(console, "--sources", named);
      if (!Files.isDirectory(folder)) {
        throw new UsageException(
            "--sources: expected a folder of sources, but there is no " + named);
      }
      try {
        folders.add(belowRoot(folder).orElse(named));
      } catch (IOException e) {
        throw new UsageException("--sources: " + e.getMessage(), e);
      }
    }
    return folders;
  }

  private Optional<String> belowRoot(Path folder) throws IOException {
    if (root.isEmpty() || !Files.isDirectory(root.get())) {
      return Optional.empty();
    }
    Path realRoot = root.get().toRealPath();
    Path real = folder.toRealPath();
    return real.startsWith(realRoot)
        ? Optional.of(realRoot.relativize(real).toString().replace('\\', '/'))
        : Optional.empty();
  }
}
