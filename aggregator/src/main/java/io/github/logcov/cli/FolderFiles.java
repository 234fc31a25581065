package io.github.logcov.cli;

import io.github.logcov.setup.ProjectFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a folder on disk. */
final class FolderFiles implements ProjectFiles {
  /** Far more than any package.json or pom.xml has. */
  private static final int MAX_BYTES = 1 << 20;

  private final Path directory;

  FolderFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public boolean has(String name) {
    return Files.isRegularFile(directory.resolve(name));
  }

  @Override
  public String text(String name) {
    if (!has(name)) {
      return "";
    }
    try (InputStream file = Files.newInputStream(directory.resolve(name))) {
      return new String(file.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // It only makes the advice better; what is there was seen by its name.
      return "";
    }
  }
}
