package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --logs} takes. */
class SavedLogsTest {
  private static final String LOG =
      Sandbox.logText(List.of(file("a.info", lcov("a.py", 1)).lines()));

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static String jobs(Run run) {
    return run.out()
        .lines()
        .skip(1)
        .takeWhile(line -> !line.isEmpty())
        .map(line -> line.replaceAll(" .*", ""))
        .reduce((left, right) -> left + " " + right)
        .orElse("");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(LOG.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(log.length);
      tar.putArchiveEntry(entry);
      tar.write(log);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  @Test
  void readsStandardInputAsAJobOfThatName() {
    Run run = sandbox.input(LOG).run("check", "--logs", "-", "--min-line", "100");

    assertThat(run.status()).isZero();
    assertThat(jobs(run)).isEqualTo("stdin");
  }

  @Test
  void readsFilesFoldersAndArchivesTogether() throws IOException {
    sandbox
        .file("1.log", LOG)
        .file("2.log.gz", gzip(LOG))
        .file("folder/3.txt", LOG)
        .file("logs.zip", zip("4.log", "5.log"))
        .file("logs.tgz", gzip(tar("build/6.log")));

    Run run =
        sandbox.run(
            "check", "--logs", "1.log", "2.log.gz", "folder", "--logs", "logs.zip", "logs.tgz");

    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(jobs(run)).isEqualTo("1 2 3 4 5 6");
  }

  @Test
  void refusesAFolderWithoutALog() {
    Run run = sandbox.file("empty/.hidden", "").run("check", "--logs", "empty");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problems()).contains("must have at least one log, but has none");
  }

  @Test
  void refusesAPathThatIsNotThere() {
    Run run = sandbox.file("1.log", LOG).run("check", "--logs", "1.log", "2.log");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems())
        .contains("2.log cannot be read: there is no such file or directory; check the path\n");
  }

  @Test
  void refusesAnArchiveAmongLogs() throws IOException {
    sandbox.file("logs/1.log", LOG).file("logs/2.zip", zip("2.log"));

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).contains("2.zip is ").contains(" among logs; name it itself");
  }

  @Test
  void isUnreadableWhereACompressedLogEndsEarly() throws IOException {
    byte[] whole = gzip(LOG + "x".repeat(100_000));
    sandbox.file("logs/1.log.gz", Arrays.copyOf(whole, whole.length - 12)).file("logs/2.log", LOG);

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .startsWith("error: job 1: its log cannot be read to the end (")
        .contains("); save it again")
        .endsWith("[log-unreadable]\n");
    assertThat(run.out()).contains("\n2          1  100.00 % (1 of 1)");
  }

  @Test
  void notesFoldersThatAreNotRead() {
    sandbox.file("logs/1.log", LOG).file("logs/sub/2.log", LOG);

    Run run = sandbox.check();

    assertThat(run.status()).isZero();
    assertThat(run.err()).startsWith("note: ").contains("subfolders are not read");
    assertThat(jobs(run)).isEqualTo("1");
  }

  @Test
  void refusesABuildFileThatIsNone() {
    sandbox.file("logs/1.log", LOG).file("logs/build.json", "{}");

    Run run = sandbox.check();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.problems()).contains("build.json: expected \"logcov-build/1\" at $.schema");
  }
}
