package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.problem.Problem;
import io.github.logcov.problem.ProblemType;
import io.github.logcov.problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedLogsTest {

  @TempDir Path dir;
  private Path logs;

  @BeforeEach
  void makeFolder() throws IOException {
    logs = Files.createDirectory(dir.resolve("logs"));
  }

  // Files

  @Test
  void readsAFileAsOneJob() throws Exception {
    write("8112.1.log", "hello\n");

    assertThat(read("logs/8112.1.log")).containsExactly("8112.1: hello\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz"})
  void unpacksALogWhateverItsName(String codec) throws Exception {
    write("8112.1.log", Archives.pack(codec, Archives.bytes("hello\n")));
    write("8112.2.log.gz", Archives.pack(codec, new byte[0]));

    assertThat(read("logs")).containsExactly("8112.1: hello\n", "8112.2: ");
  }

  @Test
  void readsAPlainLogThatIsNamedAsIfItWerePacked() throws Exception {
    write("8112.1.log.gz", "BZh9 is no bzip2\n");

    assertThat(read("logs/8112.1.log.gz")).containsExactly("8112.1: BZh9 is no bzip2\n");
  }

  @Test
  void readsAllMembersOfAGzipFile() throws Exception {
    byte[] first = Archives.pack("gz", Archives.bytes("one\n"));
    byte[] second = Archives.pack("gz", Archives.bytes("two\n"));
    write("1.log.gz", Archives.bytes(Archives.text(first) + Archives.text(second)));

    assertThat(read("logs")).containsExactly("1: one\ntwo\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void readsTheAsciiOfALogThatPowerShellRedirected(String charset) throws Exception {
    String text = "\ufeffa\u010d\u61e9\r\n" + "~lc1".repeat(10_000);
    write("1.log", text.getBytes(charset));
    write("2.log", Arrays.copyOf("\ufeffab".getBytes(charset), 5));

    assertThat(read("logs")).containsExactly("1: a??\r\n" + "~lc1".repeat(10_000), "2: a");
  }

  @Test
  void readsALogFullOfNuls() throws Exception {
    write("1.log", "x" + "\0".repeat(600));

    assertThat(read("logs")).containsExactly("1: x" + "\0".repeat(600));
  }

  @Test
  void opensALogAsOftenAsAsked() throws Exception {
    write("1.log", "again");

    try (SavedLogs saved = open("logs/1.log")) {
      BuildLog log = saved.logs().get(0).log().orElseThrow();

      assertThat(content(log) + content(log)).isEqualTo("againagain");
    }
  }

  @Test
  void sortsJobsByNumber() throws Exception {
    write("8112.10.log", "");
    write("8112.9.log", "");
    write("lint.txt", "");

    assertThat(read("logs/lint.txt", "logs/8112.10.log", "logs/8112.9.log"))
        .containsExactly("8112.9: ", "8112.10: ", "lint: ");
  }

  @Test
  void refusesAMissingPath() {
    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/none.log cannot be read: there is no such file or directory; check the path",
        "none.log");
  }

  @Test
  void refusesADanglingLink() throws Exception {
    Files.createSymbolicLink(logs.resolve("1.log"), Path.of("nowhere"));

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/1.log cannot be read: there is no such file or directory; check the path",
        "logs");
  }

  @ParameterizedTest
  @CsvSource({"zstd, 28b52ffd00", "lz4, 04224d1800", "compress, 1f9d00"})
  void refusesCodecsThatItDoesNotKnow(String codec, String hex) throws Exception {
    write("1.log", HexFormat.of().parseHex(hex));

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/1.log is compressed with "
            + codec
            + ", which is not read: it must be plain text, gzip, bzip2 or xz, or a zip or tar"
            + " archive; unpack it first",
        "logs/1.log");
  }

  @Test
  void refusesXzThatNeedsMoreMemoryThanAnyPresetUses() throws Exception {
    write("1.log.xz", hugeDictionary());

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/1.log.xz cannot be read: it needs 1048680 KiB to be unpacked, and may need 102400"
            + " (xz -9 needs 66560); unpack it first",
        "logs/1.log.xz");
  }

  /**
   * A whole xz file whose block header asks for a dictionary of 1 GiB; its check sum is made to
   * fit.
   */
  private static byte[] hugeDictionary() throws IOException {
    byte[] xz = Archives.pack("xz", Archives.bytes("x"));
    // Behind the 12 bytes of the stream header: size, flags, filter id 0x21, size of properties 1,
    // dictionary.
    int block = 12;
    assertThat(xz[block + 2]).isEqualTo((byte) 0x21);
    xz[block + 4] = 36;
    int size = (xz[block] + 1) * 4;
    CRC32 crc = new CRC32();
    crc.update(xz, block, size - 4);
    ByteBuffer.wrap(xz)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(block + size - 4, (int) crc.getValue());
    return xz;
  }

  // Standard input and pipes

  @Test
  void readsStandardInputOnce() throws Exception {
    try (SavedLogs saved = open("-", Archives.bytes("piped\n"))) {
      SavedLog log = saved.logs().get(0);

      assertThat(log.job()).isEqualTo(Job.ofNumber("stdin"));
      assertThat(content(log.log().orElseThrow())).isEqualTo("piped\n");
      assertThatThrownBy(() -> log.log().orElseThrow().open())
          .hasMessage("standard input can be read once only, and was read before");
    }
  }

  @Test
  void unpacksStandardInput() throws Exception {
    try (SavedLogs saved = open("-", Archives.pack("gz", Archives.bytes("piped\n")))) {
      assertThat(content(saved.logs().get(0).log().orElseThrow())).isEqualTo("piped\n");
    }
  }

  @Test
  void refusesAnArchiveOnStandardInput() throws Exception {
    byte[] tgz = Archives.pack("gz", Archives.tar(Map.of("1.log", "x")));

    assertThatThrownBy(() -> open("-", tgz))
        .hasMessage(
            "standard input is a tar archive, which must be a file to be read; save it and name the"
                + " file");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no named pipes in its file system")
  void readsAPipeOnce() throws Exception {
    Path pipe = dir.resolve("63");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    byte[] packed = Archives.pack("gz", Archives.bytes("piped\n"));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              try (OutputStream out = new FileOutputStream(pipe.toFile())) {
                out.write(packed);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    assertThat(read("63")).containsExactly("63: piped\n");
    writer.join();
  }

  // Directories

  @Test
  void readsADirectoryAsABuild() throws Exception {
    write("8112.1.log", "one");
    write("8112.2", "two");
    write("8112.3.txt", "three");
    write(".gitignore", "no");
    write("SHA256SUMS", "no");

    try (SavedLogs saved = open("logs")) {
      assertThat(texts(saved)).containsExactly("8112.1: one", "8112.2: two", "8112.3: three");
      assertThat(saved.build()).isEmpty();
      assertThat(saved.logs().get(0).job()).isEqualTo(Job.ofNumber("8112.1"));
      assertThat(saved.logs().get(0).where()).isEqualTo(dir + "/logs/8112.1.log");
    }
  }

  @Test
  void followsLinksToFiles() throws Exception {
    Files.writeString(dir.resolve("real"), "linked");
    Files.createSymbolicLink(logs.resolve("1.log"), dir.resolve("real"));

    assertThat(read("logs")).containsExactly("1: linked");
  }

  @Test
  void notesWhatItDoesNotRead() throws Exception {
    write("1.log", "");
    write("coverage.xml", "<coverage/>");
    write("README.md", "");
    write(".2.log", "");
    write("._1.log", "");
    Files.createDirectories(logs.resolve("steps/deep"));
    Files.createDirectories(logs.resolve(".git"));

    try (SavedLogs saved = open("logs")) {
      assertThat(texts(saved)).containsExactly("1: ");
      assertThat(messages(saved.problems()))
          .containsExactly(
              "logs-passed-over note: DIR/logs: subfolders are not read, here 1 of them: steps",
              "logs-passed-over note: DIR/logs: not read, since their names are not those of logs:"
                  + " 2 files: README.md, coverage.xml",
              "logs-passed-over note: DIR/logs: not read, since their names begin with a dot: 1"
                  + " file: .2.log");
    }
  }

  @Test
  void refusesADirectoryWithoutALog() throws Exception {
    Files.createDirectories(logs.resolve("8112"));
    write("coverage.xml", "");

    assertProblem(
        ProblemType.LOGS_EMPTY,
        "DIR/logs must have at least one log, but has none (1 subfolder: 8112; 1 other file:"
            + " coverage.xml); subfolders are not read, so name one itself (unpacked, where it lies"
            + " in an archive)",
        "logs");
  }

  @Test
  void refusesAnArchiveInADirectory() throws Exception {
    write("1.log", "");
    write("2.log", Archives.pack("xz", Archives.tar(Map.of("a.log", ""))));

    assertProblem(
        ProblemType.ARCHIVE_NESTED,
        "DIR/logs/2.log is a tar archive among logs; name it itself, or take it away",
        "logs");
  }

  @Test
  void refusesTheSameJobTwiceInOneDirectory() throws Exception {
    write("8112.1.log", "");
    write("8112.1.log.gz", "");

    assertProblem(
        ProblemType.JOB_DUPLICATE,
        "each job must have one log, but job 8112.1 has two: DIR/logs/8112.1.log and"
            + " DIR/logs/8112.1.log.gz; rename one of them, or leave one out",
        "logs");
  }

  @Test
  void refusesTheSameJobTwiceInSeveralPaths() throws Exception {
    write("8112.1.log", "");
    Files.writeString(dir.resolve("8112.1.txt"), "");

    assertProblem(
        ProblemType.JOB_DUPLICATE,
        "each job must have one log, but job 8112.1 has two: DIR/8112.1.txt and"
            + " DIR/logs/8112.1.log; rename one of them, or leave one out",
        "8112.1.txt",
        "logs");
  }

  @Test
  void boundsTheNumberOfFiles() throws Exception {
    write("1.log", "");
    write("2.log", "");
    SavedLogLimits one = new SavedLogLimits(1, 1000, 1000);

    assertThatThrownBy(() -> SavedLogs.open(List.of(logs), InputStream.nullInputStream(), one))
        .hasMessage(
            logs + " may have 1 files, but has more; leave only the logs of one build in it");
  }

  // build.json

  private static final String BUILD =
      """
      {"schema": "logcov-build/1", "build": {"number": "8112"}, "jobs": [
        {"number": "8112.1", "state": "passed"}, {"number": "8112.3", "state": "errored"}]}
      """;

  @Test
  void usesBuildJsonOfADirectory() throws Exception {
    write("8112.1.log", "one");
    write("8112.2.log", "two");
    write("build.json", BUILD);

    assertBuild("logs");
  }

  @Test
  void usesBuildJsonThatAShellNamedWithTheLogs() throws Exception {
    write("8112.1.log", "one");
    write("8112.2.log", "two");
    write("build.json", BUILD);
    write("SHA256SUMS", "");

    assertBuild("logs/8112.1.log", "logs/8112.2.log", "logs/build.json");
  }

  private void assertBuild(String... paths) throws Exception {
    try (SavedLogs saved = open(paths)) {
      assertThat(saved.build())
          .contains(
              new BuildInfo(
                  Optional.empty(), Optional.of("8112"), Optional.empty(), Optional.empty()));
      assertThat(texts(saved)).containsExactly("8112.1: one", "8112.2: two", "8112.3: no log");
      assertThat(saved.logs().stream().map(log -> log.job().state()))
          .containsExactly(Optional.of("passed"), Optional.empty(), Optional.of("errored"));
      assertThat(messages(saved.problems()))
          .containsExactly(
              "job-unlisted note: DIR/logs/build.json does not name 1 of the logs: 8112.2; their"
                  + " states are not known");
    }
  }

  @Test
  void refusesBuildJsonAlone() throws Exception {
    write("build.json", BUILD);

    assertProblem(
        ProblemType.LOGS_EMPTY,
        "DIR/logs/build.json is no log but tells of those beside it; name its directory",
        "logs/build.json");
    assertProblem(
        ProblemType.LOGS_EMPTY,
        "DIR/logs must have at least one log, but has none (no subfolders; no other files); name"
            + " the directory, archive or files that hold the logs of the jobs",
        "logs");
  }

  @Test
  void namesTheFileAndPlaceOfABrokenBuildJson() throws Exception {
    write("1.log", "");
    write("build.json", "{\"jobs\": 1}");

    assertProblem(
        ProblemType.BUILD_FILE_MALFORMED,
        "DIR/logs/build.json: expected an array at $.jobs, but found a number; save the logs again,"
            + " or remove this file to read the logs without it",
        "logs");
  }

  @Test
  void namesNoBuildWhereThereAreSeveral() throws Exception {
    write("8112.1.log", "");
    write("build.json", BUILD);
    Path other = Files.createDirectory(dir.resolve("other"));
    Files.writeString(other.resolve("8113.1.log"), "");
    Files.writeString(other.resolve("build.json"), BUILD.replace("8112", "8113"));

    try (SavedLogs saved = open("logs", "other")) {
      assertThat(saved.build()).isEmpty();
      assertThat(messages(saved.problems()))
          .containsExactly(
              "several-builds note: logs of 2 builds are read together; the result names no build");
      assertThat(saved.logs())
          .filteredOn(log -> log.log().isPresent())
          .extracting(log -> log.build().orElseThrow().number().orElseThrow())
          .containsExactly("8112", "8113");
    }
  }

  @Test
  void warnsOfBuildsOfDifferentCommits() throws Exception {
    write("8112.1.log", "");
    write("build.json", BUILD.replace("\"8112\"", "\"8112\", \"commit\": \"c0ffee\""));
    Path other = Files.createDirectory(dir.resolve("other"));
    Files.writeString(other.resolve("8113.1.log"), "");
    Files.writeString(
        other.resolve("build.json"),
        BUILD.replace("8112", "8113").replace("\"8113\"", "\"8113\", \"commit\": \"decade\""));

    try (SavedLogs saved = open("logs", "other")) {
      assertThat(messages(saved.problems()))
          .containsExactly(
              "several-builds warning: logs of 2 builds are read together; the result names no"
                  + " build, and they are of 2 commits, whose lines need not be the same; name the"
                  + " logs of one build");
    }
  }

  @Test
  void knowsNoBuildWhereBuildJsonHasNone() throws Exception {
    write("8112.1.log", "");
    write("build.json", BUILD.replace("{\"number\": \"8112\"}", "null"));

    try (SavedLogs saved = open("logs")) {
      assertThat(saved.build()).isEmpty();
      assertThat(saved.logs().get(0).build()).isEmpty();
    }
  }

  // Archives

  static Stream<String> archives() {
    return Stream.of("zip", "tar", "tar.gz", "tar.bzip2", "tar.xz");
  }

  @ParameterizedTest
  @MethodSource("archives")
  void readsAnArchiveAsADirectory(String kind) throws Exception {
    String packed = Archives.text(Archives.pack("gz", Archives.bytes("three")));
    write(
        "run.bin",
        archive(
            kind,
            entries(
                "8112.2.log",
                "two",
                "./8112.1.log",
                "one",
                "8112.3.log.gz",
                packed,
                "build.json",
                BUILD)));

    try (SavedLogs saved = open("logs/run.bin")) {
      assertThat(texts(saved)).containsExactly("8112.1: one", "8112.2: two", "8112.3: three");
      assertThat(saved.logs().get(0).where()).isEqualTo(dir + "/logs/run.bin > 8112.1.log");
      assertThat(saved.logs().get(0).job().state()).contains("passed");
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void readsTheOnlyFolderOfAnArchive(String kind) throws Exception {
    Map<String, String> entries =
        entries(
            "__MACOSX/._x",
            "",
            "logs/8112.1.log",
            "one",
            "logs/sub/2.log",
            "",
            "logs/.DS_Store",
            "",
            "logs/.3.log",
            "");
    write("run.bin", archive(kind, entries));

    try (SavedLogs saved = open("logs/run.bin")) {
      assertThat(texts(saved)).containsExactly("8112.1: one");
      assertThat(messages(saved.problems()))
          .containsExactly(
              "logs-passed-over note: DIR/logs/run.bin: subfolders are not read, here 1 of them:"
                  + " sub",
              "logs-passed-over note: DIR/logs/run.bin: not read, since their names begin with a"
                  + " dot: 1 file: .3.log");
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void doesNotReadFoldersBesideRollUps(String kind) throws Exception {
    write(
        "run.bin",
        archive(
            kind,
            entries("0_build.txt", "all", "build/1_Set up.txt", "some", "build/2_Test.txt", "")));

    try (SavedLogs saved = open("logs/run.bin")) {
      assertThat(texts(saved)).containsExactly("0_build: all");
      assertThat(messages(saved.problems()))
          .containsExactly(
              "logs-passed-over note: DIR/logs/run.bin: subfolders are not read, here 1 of them:"
                  + " build");
    }
  }

  @ParameterizedTest
  @MethodSource("archives")
  void refusesAnArchiveInAnArchive(String kind) throws Exception {
    write(
        "run.bin",
        archive(kind, entries("1.log", "", "2.log", Archives.text(Archives.zip(Map.of("a", ""))))));

    assertProblem(
        ProblemType.ARCHIVE_NESTED,
        "DIR/logs/run.bin > 2.log is a zip archive among logs; name it itself, or take it away",
        "logs/run.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "../1.log, ../1.log, leads out of the archive",
    "a/../../1.log, a/../../1.log, leads out of the archive",
    "., ., names no file",
    "a/.., a/.., leads out of the archive",
    "/etc/1.log, /etc/1.log, is absolute",
    "C:/1.log, C:/1.log, is absolute",
    "1\u001b[2J.log, 1\\u001b[2J.log, has control or invisible characters",
    "1\u0085.log, 1\\u0085.log, has control or invisible characters",
    "'1\n.log', 1\\u000a.log, has control or invisible characters",
  })
  void refusesHostileNames(String name, String shown, String fault) throws Exception {
    for (String kind : List.of("zip", "tar.gz")) {
      write("run.bin", archive(kind, entries("1.log", "", name, "x")));

      assertProblem(
          ProblemType.LOGS_UNREADABLE,
          "DIR/logs/run.bin: names in an archive must be relative paths, but \""
              + shown
              + "\" "
              + fault
              + "; archives like this are not read",
          "logs/run.bin");
    }
  }

  @ParameterizedTest
  @ValueSource(bytes = {TarConstants.LF_LINK, TarConstants.LF_SYMLINK, TarConstants.LF_FIFO})
  void refusesALinkInATar(byte type) throws Exception {
    write("run.tar", Archives.tarWithLink("logs/1.log", "logs/2.log", type));

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/run.tar > 2.log must be a file, but is a link, pipe or device; pack the files"
            + " themselves (tar --hard-dereference -h, zip without -y)",
        "logs/run.tar");
  }

  @Test
  void refusesASymbolicLinkInAZip() throws Exception {
    write("run.zip", Archives.zipWithLink("1.log", "2.log"));

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/run.zip > 2.log must be a file, but is a link, pipe or device; pack the files"
            + " themselves (tar --hard-dereference -h, zip without -y)",
        "logs/run.zip");
  }

  @Test
  void passesOverLinksThatLieDeeper() throws Exception {
    write("run.tar", Archives.tarWithLink("1.log", "deep/2.log", TarConstants.LF_SYMLINK));

    try (SavedLogs saved = open("logs/run.tar")) {
      assertThat(texts(saved)).containsExactly("1: one");
    }
  }

  @Test
  void refusesEndlessNames() throws Exception {
    write("run.zip", Archives.zip(entries("a".repeat(4097), "")));

    assertProblem(
        ProblemType.LOGS_UNREADABLE,
        "DIR/logs/run.zip: names in an archive must be relative paths, but \""
            + "a".repeat(200)
            + "...\" has more than 4096 characters; archives like this are not read",
        "logs/run.zip");
  }

  @Test
  void refusesTwoEntriesOfOneName() throws Exception {
    byte[] tar = Archives.tar(entries("1.log", "a", "./1.log", "b"));
    write("run.tar", tar);

    assertProblem(
        ProblemType.JOB_DUPLICATE,
        "each job must have one log, but job 1 has two: DIR/logs/run.tar > 1.log and"
            + " DIR/logs/run.tar > 1.log; rename one of them, or leave one out",
        "logs/run.tar");
  }

  @ParameterizedTest
  @MethodSource("archives")
  void refusesADamagedArchive(String kind) throws Exception {
    byte[] whole = archive(kind, entries("1.log", noise(5000)));
    write("run.bin", Arrays.copyOf(whole, 2000));

    assertThatThrownBy(() -> open("logs/run.bin"))
        .isInstanceOf(LogSourceException.class)
        .hasMessageStartingWith(dir + "/logs/run.bin cannot be read: ");
  }

  @ParameterizedTest
  @MethodSource("archives")
  void meetsGarbledArchivesWithNothingButItsOwnExceptions(String kind) throws Exception {
    byte[] whole = archive(kind, entries("1.log", "one".repeat(50), "build.json", BUILD));
    Random random = new Random(11);
    int refused = 0;
    for (int i = 0; i < 100; i++) {
      byte[] garbled = whole.clone();
      for (int n = random.nextInt(4); n >= 0; n--) {
        garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      }
      write("run.bin", garbled);
      try (SavedLogs saved = open("logs/run.bin")) {
        texts(saved);
      } catch (LogSourceException | IOException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void boundsWhatATarMayTakeOnDisk() throws Exception {
    write("bomb.tgz", Archives.pack("gz", Archives.tar(Map.of("1.log", "x".repeat(100_000)))));
    SavedLogLimits small = new SavedLogLimits(10, 99_999, 1000);

    assertThatThrownBy(
            () ->
                SavedLogs.open(
                    List.of(logs.resolve("bomb.tgz")), InputStream.nullInputStream(), small))
        .hasMessage(
            logs
                + "/bomb.tgz: the logs may take 99999 bytes, but take more; unpack the archive and"
                + " name the directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar"})
  void boundsTheNumberOfEntries(String kind) throws Exception {
    write("run.bin", archive(kind, entries("1.log", "", "2.log", "")));
    SavedLogLimits one = new SavedLogLimits(1, 1000, 1000);

    assertThatThrownBy(
            () ->
                SavedLogs.open(
                    List.of(logs.resolve("run.bin")), InputStream.nullInputStream(), one))
        .hasMessage(
            logs
                + "/run.bin may have 1 files, but has more; leave only the logs of one build in"
                + " it");
  }

  @Test
  void leavesNothingBehindInTheTemporaryFolder() throws Exception {
    write("run.tar", Archives.tar(Map.of("1.log", "x")));
    SavedLogs saved = open("logs/run.tar");
    BuildLog log = saved.logs().get(0).log().orElseThrow();

    saved.close();

    assertThatThrownBy(log::open).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void explainsThatTheStepsOfAGitHubRunAreNotRead() throws Exception {
    try (InputStream zip =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/logs/archives/gh-cli-run_log.zip"))) {
      write("run.zip", zip.readAllBytes());
    }

    assertThatThrownBy(() -> open("logs/run.zip"))
        .isInstanceOf(LogSourceException.class)
        .hasMessageStartingWith(
            dir + "/logs/run.zip must have at least one log, but has none (7 subfolders: ")
        .hasMessageEndingWith(
            "; no other files); subfolders are not read, so name one itself (unpacked, where it"
                + " lies in an archive)");
  }

  // What the tests share

  private static byte[] archive(String kind, Map<String, String> entries) throws IOException {
    if (kind.equals("zip")) {
      return Archives.zip(entries);
    }
    byte[] tar = Archives.tar(entries);
    return kind.equals("tar") ? tar : Archives.pack(kind.substring(4), tar);
  }

  private static Map<String, String> entries(String... namesAndContents) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      entries.put(namesAndContents[i], namesAndContents[i + 1]);
    }
    return entries;
  }

  private static String noise(int length) {
    byte[] bytes = new byte[length];
    new Random(5).nextBytes(bytes);
    return Archives.text(bytes);
  }

  private void write(String name, String content) throws IOException {
    write(name, Archives.bytes(content));
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(logs.resolve(name), content);
  }

  private SavedLogs open(String... paths) throws LogSourceException {
    return SavedLogs.open(
        Arrays.stream(paths).map(dir::resolve).toList(),
        InputStream.nullInputStream(),
        SavedLogLimits.DEFAULT);
  }

  private static SavedLogs open(String path, byte[] stdin) throws LogSourceException {
    return SavedLogs.open(
        List.of(Path.of(path)), new ByteArrayInputStream(stdin), SavedLogLimits.DEFAULT);
  }

  private List<String> read(String... paths) throws Exception {
    try (SavedLogs saved = open(paths)) {
      assertThat(saved.problems()).isEmpty();
      return texts(saved);
    }
  }

  private static List<String> texts(SavedLogs saved) throws IOException {
    List<String> texts = new ArrayList<>();
    for (SavedLog log : saved.logs()) {
      texts.add(
          log.job().number()
              + ": "
              + (log.log().isPresent() ? content(log.log().get()) : "no log"));
    }
    return texts;
  }

  private static String content(BuildLog log) throws IOException {
    try (InputStream in = log.open()) {
      return Archives.text(in.readAllBytes());
    }
  }

  private List<String> messages(List<Problem> problems) {
    return problems.stream()
        .map(
            p ->
                p.type().slug()
                    + " "
                    + p.severity().word()
                    + ": "
                    + p.message().replace(dir.toString(), "DIR"))
        .toList();
  }

  private void assertProblem(ProblemType type, String message, String... paths) {
    assertThatThrownBy(() -> open(paths))
        .isInstanceOfSatisfying(
            LogSourceException.class,
            e -> {
              assertThat(e.problem().type()).isEqualTo(type);
              assertThat(e.problem().severity()).isEqualTo(Severity.ERROR);
              assertThat(e.problem().message().replace(dir.toString(), "DIR")).isEqualTo(message);
            });
  }
}
