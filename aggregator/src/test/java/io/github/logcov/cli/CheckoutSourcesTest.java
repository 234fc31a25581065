package io.github.logcov.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.model.SourcePath;
import io.github.logcov.summary.SourceTexts.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutSourcesTest {
  private static final String OUTSIDE = "it lies outside of the checkout";
  private static final String NOT_THERE = "it is not in the checkout";
  private static final String NO_SOURCE = "it is no source file";

  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void enter() throws IOException {
    root = Files.createDirectories(directory.resolve("checkout"));
    Files.writeString(directory.resolve("secret"), "secret\n");
  }

  private SourceText read(String path) {
    return new CheckoutSources(root).of(new SourcePath(path));
  }

  private void write(String path, byte[] content) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.write(root.resolve(path), content);
  }

  private void isAbsent(String path, String why) {
    SourceText text = read(path);
    assertThat(text.absence()).as(path).isEqualTo(why);
    assertThat(text.lines()).isEmpty();
  }

  @Test
  void readsLinesHoweverTheyEnd() throws IOException {
    write("src/a.py", "\ufeffone\r\ntwo\n\nfour\rfive".getBytes(UTF_8));

    assertThat(read("src/a.py").lines()).containsExactly("one", "two", "", "four", "five");
    assertThat(read("src/a.py").isThere()).isTrue();
  }

  @Test
  void readsUtf8AndElseLatin1() throws IOException {
    write("a.py", "gr\u00fc\u00dfe \ud83d\ude00".getBytes(UTF_8));
    write("b.py", "gr\u00fc\u00dfe".getBytes(ISO_8859_1));

    assertThat(read("a.py").lines()).containsExactly("gr\u00fc\u00dfe \ud83d\ude00");
    assertThat(read("b.py").lines()).containsExactly("gr\u00fc\u00dfe");
  }

  @Test
  void showsAnEmptyFile() throws IOException {
    write("a.py", new byte[0]);

    assertThat(read("a.py").isThere()).isTrue();
    assertThat(read("a.py").lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "src/../../secret", "/etc/hostname", "../nowhere", ".."})
  void neverLeavesTheCheckout(String path) {
    isAbsent(path, OUTSIDE);
  }

  @Test
  void neverLeavesTheCheckoutByALink() throws IOException {
    Files.createSymbolicLink(root.resolve("link"), directory.resolve("secret"));
    Files.createSymbolicLink(root.resolve("up"), directory);

    isAbsent("link", OUTSIDE);
    isAbsent("up/secret", OUTSIDE);
  }

  @Test
  void followsALinkInside() throws IOException {
    write("a.py", "x".getBytes(UTF_8));
    Files.createSymbolicLink(root.resolve("b.py"), Path.of("a.py"));

    assertThat(read("b.py").lines()).containsExactly("x");
  }

  @Test
  void showsNothingOfGit() throws IOException {
    write(".git/config", "token".getBytes(UTF_8));
    write("sub/.GIT/config", "token".getBytes(UTF_8));
    Files.createSymbolicLink(root.resolve("a.py"), Path.of(".git/config"));

    isAbsent(".git/config", NO_SOURCE);
    isAbsent("sub/.GIT/config", NO_SOURCE);
    isAbsent("a.py", NO_SOURCE);
  }

  @Test
  void saysWhatIsNoFile() throws IOException {
    write("folder/a.py", new byte[0]);

    isAbsent("folder", NO_SOURCE);
    isAbsent("", NO_SOURCE);
    isAbsent("nowhere.py", NOT_THERE);
    isAbsent("folder/a.py/b", NOT_THERE);
    isAbsent("a\u0000b", NOT_THERE);
  }

  @Test
  void saysWhatIsTooLargeOrNoText() throws IOException {
    write("large.js", " ".repeat((4 << 20) + 1).getBytes(UTF_8));
    write("full.js", " ".repeat(4 << 20).getBytes(UTF_8));
    write("a.class", new byte[] {'a', 0, 'b'});

    isAbsent("large.js", "it has more than 4 MiB");
    isAbsent("a.class", "it is no text");
    assertThat(read("full.js").isThere()).isTrue();
  }

  @Test
  void isBoundedInAll() throws IOException {
    write("a.py", " ".repeat(1 << 20).getBytes(UTF_8));
    CheckoutSources sources = new CheckoutSources(root, (2 << 20) + 5);
    SourcePath path = new SourcePath("a.py");

    assertThat(sources.of(path).isThere()).isTrue();
    assertThat(sources.of(path).isThere()).isTrue();
    assertThat(sources.of(path).absence()).isEqualTo("the sources have more than 2 MiB together");
  }

  @Test
  void saysOfAMissingCheckoutThatNothingIsThere() {
    root = directory.resolve("nowhere");

    isAbsent("a.py", NOT_THERE);
  }
}
