package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that is held against a file; {@code -Dlogcov.update=true} (scripts/update-goldens) writes
 * the file instead.
 */
final class Golden {
  private static final Path ACTUAL = Path.of("target", "goldens");

  private Golden() {}

  static boolean updating() {
    return Boolean.getBoolean("logcov.update");
  }

  /** What differs from the file is kept in target/goldens, for a look with diff. */
  static void check(Path expected, String actual) {
    try {
      if (updating()) {
        Files.writeString(expected, actual);
        return;
      }
      String before = Files.exists(expected) ? Files.readString(expected) : "";
      if (!before.equals(actual)) {
        Files.createDirectories(ACTUAL);
        Path kept = Files.writeString(ACTUAL.resolve(expected.getFileName()), actual);
        assertThat(actual)
            .as("diff %s %s; scripts/update-goldens takes the new text", expected, kept)
            .isEqualTo(before);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
