package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of files that cannot be written or read. */
class WholeFileTest {
  private static final NoSuchFileException NONE = new NoSuchFileException("x");

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
  void saysOfAFileToReadThatItIsTheFileThatIsMissing() {
    assertThat(WholeFile.unreadable(NONE)).isEqualTo("there is no such file");
  }
}
