package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does to the folder while files are extracted to it. */
class ExtractFolderTest {
  @TempDir Path directory;
  private Path out;
  private Path elsewhere;

  @BeforeEach
  void make() throws IOException {
    out = directory.resolve("out");
    elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("a.info"), "precious");
  }

  private static ExtractFolder filled(Path out) throws Exception {
    ExtractFolder folder = ExtractFolder.at(out);
    folder.put(List.of("1.1", "sub", "a.info"), new ByteArrayInputStream("report".getBytes(UTF_8)));
    return folder;
  }

  @Test
  void goesThroughNoLinkThatCameAfterItLooked() throws Exception {
    try (ExtractFolder folder = filled(out)) {
      assertThat(folder.strangers()).isEmpty();
      Files.createSymbolicLink(out.resolve("1.1"), elsewhere);

      assertThatThrownBy(() -> folder.install(false))
          .isInstanceOf(FileAlreadyExistsException.class);
    }

    assertThat(elsewhere.resolve("sub")).doesNotExist();
    assertThat(out.resolve("1.1")).isSymbolicLink();
  }

  @Test
  void replacesALinkInTheMiddleOfAPathWhenForced() throws Exception {
    try (ExtractFolder folder = filled(out)) {
      Files.createDirectory(out.resolve("1.1"));
      Files.createSymbolicLink(out.resolve("1.1/sub"), elsewhere);

      folder.install(true);
    }

    assertThat(elsewhere.resolve("a.info")).hasContent("precious");
    assertThat(Files.isSymbolicLink(out.resolve("1.1/sub"))).isFalse();
    assertThat(out.resolve("1.1/sub/a.info")).hasContent("report");
  }

  @Test
  void writesNotThroughALinkThatHasTheNameOfAFile() throws Exception {
    try (ExtractFolder folder = filled(out)) {
      Files.createDirectories(out.resolve("1.1/sub"));
      Files.createSymbolicLink(out.resolve("1.1/sub/a.info"), elsewhere.resolve("a.info"));

      folder.install(false);
    }

    assertThat(elsewhere.resolve("a.info")).hasContent("precious");
    assertThat(out.resolve("1.1/sub/a.info")).isRegularFile().hasContent("report");
    assertThat(Files.isSymbolicLink(out.resolve("1.1/sub/a.info"))).isFalse();
  }

  @Test
  void leavesNothingOfItsOwn() throws Exception {
    try (ExtractFolder folder = filled(out)) {
      assertThat(folder.strangers()).isEmpty();
    }

    assertThat(out).doesNotExist();
  }
}
