package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that cannot be written or read. */
class WholeFileTest {
  private static final NoSuchFileException NONE = new NoSuchFileException("x");

  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  @TempDir Path directory;

  @Test
  void tellsAMissingFolderFromOneThatTakesNoFile() {
    assertThat(WholeFile.reason(NONE, directory.resolve("none/s.json")))
        .isEqualTo("there is no such folder");
    // As /proc does.
    assertThat(WholeFile.reason(NONE, directory.resolve("s.json")))
        .isEqualTo("no file can be made in " + directory);
  }

  @Test
  @EnabledIf("sharedMemory")
  void makesFilesInSharedMemory() throws IOException {
    Path folder = Files.createTempDirectory(SHARED_MEMORY, "logcov");
    Path file = folder.resolve("s.json");
    try {
      new WholeFile(file).write(out -> out.write('{'));
      assertThat(file).hasContent("{");
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  static boolean sharedMemory() {
    return Files.isWritable(SHARED_MEMORY);
  }

  @Test
  void saysOfAFileToReadThatItIsTheFileThatIsMissing() {
    assertThat(WholeFile.unreadable(NONE)).isEqualTo("there is no such file");
  }
}
