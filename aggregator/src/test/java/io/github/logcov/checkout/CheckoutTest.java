package io.github.logcov.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path dir;
  private Path root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectory(dir.resolve("repo"));
  }

  @Test
  void knowsTheFilesThatGitTracks() throws Exception {
    write("src/\u00e4 b.py");
    write("gone.py");
    write("untracked.py");
    git("init", "-q");
    git("add", "src", "gone.py");
    Files.delete(root.resolve("gone.py"));

    Checkout checkout = Checkout.at(root, LONG);

    assertThat(checkout.files()).containsExactlyInAnyOrder("src/\u00e4 b.py", "gone.py");
    assertThat(checkout.contains("gone.py")).isTrue();
    assertThat(checkout.contains("untracked.py")).isTrue();
    assertThat(checkout.contains("src")).isFalse();
    assertThat(checkout.contains("none.py")).isFalse();
  }

  @Test
  void takesAFolderOfARepositoryAsRoot() throws Exception {
    write("client/src/a.js");
    write("b.js");
    git("init", "-q");
    git("add", ".");

    assertThat(Checkout.at(root.resolve("client"), LONG).files()).containsExactly("src/a.js");
    assertThat(Checkout.rootAround(root.resolve("client"), LONG)).contains(root.toRealPath());
  }

  @Test
  void knowsTheGoModulesOfItsFolders() throws Exception {
    Map<String, String> files =
        Map.of(
            "go.mod", "// module of/a/comment\nmodule example.com/o/r // here\n\ngo 1.19\n",
            "tools/go.mod", "module \"example.com/o/r/tools\"\n",
            "twice/a/go.mod", "module example.com/twice\n",
            "twice/b/go.mod", "module example.com/twice\n",
            "block/go.mod", "module (\n\texample.com/block\n)\n",
            "none/go.mod", "go 1.19\n");
    for (Map.Entry<String, String> file : files.entrySet()) {
      write(file.getKey());
      Files.writeString(root.resolve(file.getKey()), file.getValue());
    }

    assertThat(Checkout.at(root, LONG).goModules())
        .isEqualTo(
            Map.of(
                "example.com/o/r", "",
                "example.com/o/r/tools", "tools",
                "example.com/block", "block"));
  }

  @Test
  void knowsTheFilesBelowAFolderWithoutGit() throws Exception {
    write("src/a.py");
    write(".venv/b.py");

    Checkout checkout = Checkout.at(root, LONG);

    assertThat(checkout.files()).containsExactly("src/a.py");
    assertThat(checkout.contains("src/a.py")).isTrue();
  }

  @Test
  void findsNoRepositoryAroundAFolderWithoutOne() throws Exception {
    assertThat(Checkout.rootAround(root, LONG)).isEmpty();
  }

  @Test
  void looksAtNothingOutside() throws Exception {
    Files.writeString(dir.resolve("secret"), "");
    write("src/a.py");
    Files.createSymbolicLink(root.resolve("out"), dir.resolve("secret"));
    Files.createSymbolicLink(root.resolve("folder"), dir);
    Files.createSymbolicLink(root.resolve("in"), Path.of("src/a.py"));

    Checkout checkout = Checkout.at(root, LONG);

    for (String path :
        List.of(
            "../secret",
            "out",
            "folder/secret",
            "src/../../secret",
            "/etc/passwd",
            "a\0b",
            "",
            ".")) {
      assertThat(checkout.contains(path)).as(path).isFalse();
    }
    assertThat(checkout.contains("in")).isTrue();
    assertThat(checkout.contains("src/../src/a.py")).isFalse();
  }

  @Test
  void refusesARootThatIsNoFolder() throws Exception {
    write("file");

    assertThatThrownBy(() -> Checkout.at(root.resolve("file"), LONG))
        .hasMessage(root.resolve("file") + " must be a directory, but is a file");
    assertThatThrownBy(() -> Checkout.at(root.resolve("none"), LONG))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void doesNotTakeARepositoryThatGitCannotReadForAFolder() throws Exception {
    write("a.py");
    Files.writeString(root.resolve(".git"), "gitdir: nowhere\u001b[2J\nmore");

    assertThatThrownBy(() -> Checkout.at(root, LONG))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("git cannot read the repository around " + real() + ": fatal: ")
        .hasMessageEndingWith("; see to it that git -C " + real() + " ls-files works")
        .hasMessageNotContaining("\u001b")
        .hasMessageNotContaining("\n");
  }

  private Path real() throws IOException {
    return root.toRealPath();
  }

  @Test
  void passesOverWhatHidesInAFolderWithoutGit() throws Exception {
    write("a.py");
    write(".hidden/b.py");

    assertThat(Checkout.at(root, LONG).files()).containsExactly("a.py");
  }

  @Test
  void answersMorePathsThanItRemembers() throws Exception {
    write("a.py");
    Checkout checkout = Checkout.at(root, LONG);
    write("b.py");

    for (int i = 0; i < 100_001; i++) {
      assertThat(checkout.contains("none/" + i)).isFalse();
    }
    assertThat(checkout.contains("b.py")).isTrue();
    assertThat(checkout.contains("b.py")).isTrue();
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
