package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final String NEW =
      "logcov init: there is no .travis.yml; these lines make one, with your language\n"
          + "  and matrix:\n";

  @TempDir Path directory;

  private Sandbox sandbox;
  private Path script;

  @BeforeEach
  void start() {
    sandbox = new Sandbox(directory);
    script = directory.resolve("logcov-emit.sh");
  }

  @Test
  void writesTheEncoderThatIsInTheJar() throws IOException {
    Run run = sandbox.run("init");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEqualTo("logcov init: wrote logcov-emit.sh; commit it\n" + NEW);
    assertThat(script).hasSameBinaryContentAs(Path.of("../scripts/logcov-emit.sh"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(script)))
        .isEqualTo("rwxr-xr-x");
    assertThat(directory).isDirectoryNotContaining(file -> !file.equals(script));
  }

  @Test
  void saysWhenTheEncoderIsThere() {
    Run first = sandbox.run("init");

    Run second = sandbox.run("init");

    assertThat(second)
        .isEqualTo(
            new Run(
                0,
                first.out(),
                "logcov init: logcov-emit.sh is there already, and is the one of this version\n"
                    + NEW));
  }

  @Test
  void keepsAnotherEncoder() {
    sandbox.file("logcov-emit.sh", "mine");

    assertThat(sandbox.run("init"))
        .isEqualTo(
            new Run(
                2,
                "",
                "logcov init: logcov-emit.sh is there, and is not the one of this version; keep\n"
                    + "  it, or replace it with --force\n"));
    assertThat(script).hasContent("mine");
  }

  @Test
  void replacesAnotherEncoderWhenForced() throws IOException {
    sandbox.file("logcov-emit.sh", "mine");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("r--r--r--"));

    Run run = sandbox.run("init", "--force");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEqualTo("logcov init: replaced logcov-emit.sh; commit it\n" + NEW);
    assertThat(script).hasSameBinaryContentAs(Path.of("../scripts/logcov-emit.sh"));
    assertThat(script).isExecutable();
  }

  @Test
  void refusesADirectoryInPlaceOfTheEncoder() throws IOException {
    Files.createDirectory(script);

    assertThat(sandbox.run("init", "--force"))
        .isEqualTo(
            new Run(
                2,
                "",
                "logcov init: expected logcov-emit.sh to be a file or not there, but it is a\n"
                    + "  directory; move it away\n"));
  }

  @Test
  void refusesALinkToNothing() throws IOException {
    Files.createSymbolicLink(script, Path.of("nowhere"));

    Run run = sandbox.run("init", "--force");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .isEqualTo(
            "logcov init: expected logcov-emit.sh to be a file or not there, but it is a link that"
                + " leads to no file; move it away\n");
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void writesNothingThroughALink() throws IOException {
    sandbox.file("other", "theirs");
    Files.createSymbolicLink(script, Path.of("other"));

    Run run = sandbox.run("init", "--force");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .isEqualTo(
            "logcov init: logcov-emit.sh is a link to a file that is not the one of this version;"
                + " remove the link\n");
    assertThat(directory.resolve("other")).hasContent("theirs");
  }

  @Test
  void takesALinkToTheEncoder() throws IOException {
    Files.copy(Path.of("../scripts/logcov-emit.sh"), directory.resolve("other"));
    Files.createSymbolicLink(script, Path.of("other"));

    assertThat(sandbox.run("init").status()).isZero();
    assertThat(script).isSymbolicLink();
  }

  @Test
  void saysWhenItCannotWrite() {
    Path nowhere = directory.resolve("gone");

    Run run = new Sandbox(nowhere).run("init");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems().replace("\n  ", " "))
        .startsWith("logcov init: cannot write ")
        .endsWith(
            "gone/logcov-emit.sh: there is no such folder; run logcov init where you may write\n");
  }

  @Test
  void leavesTravisYmlAsItIs() {
    sandbox.file(".travis.yml", "language: c\n");

    Run run = sandbox.run("init");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .endsWith(
            "logcov init: .travis.yml is there and stays as it is; merge these lines into\n"
                + "  it:\n");
    assertThat(sandbox.read(".travis.yml")).isEqualTo("language: c\n");
  }

  @Test
  void takesNoFolderForAFile() throws IOException {
    Run unknown = sandbox.run("init");
    Files.createDirectory(directory.resolve("go.mod"));

    assertThat(sandbox.run("init").out()).isEqualTo(unknown.out());
  }

  @Test
  void knowsItsOwnChecksumOnlyAsItIsReleased() {
    sandbox.file("logcov", "#!/bin/sh\n").file("logcov.jar", "PK").file("empty", "");

    assertThat(OwnFile.sha256(directory.resolve("logcov")))
        .contains("a8076d3d28d21e02012b20eaf7dbf75409a6277134439025f282e368e3305abf");
    assertThat(OwnFile.sha256(directory.resolve("logcov.jar"))).isEmpty();
    assertThat(OwnFile.sha256(directory.resolve("empty"))).isEmpty();
    assertThat(OwnFile.sha256(directory)).isEmpty();
    assertThat(OwnFile.sha256()).isEmpty();
  }

  @Test
  void takesNoArguments() {
    assertThat(sandbox.run("init", "x"))
        .isEqualTo(
            new Run(2, "", "logcov init: unknown argument \"x\"\nSee logcov init --help.\n"));
    assertThat(script).doesNotExist();
  }
}
