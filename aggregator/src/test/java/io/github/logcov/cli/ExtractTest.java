package io.github.logcov.cli;

import static io.github.logcov.cli.Emitted.file;
import static io.github.logcov.cli.Reports.lcov;
import static io.github.logcov.cli.Sandbox.job;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code extract} writes, and what it refuses to. */
class ExtractTest {

  private static final String LARGE =
      new Random(2).ints(3000).mapToObj(Integer::toString).collect(Collectors.joining());

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void enter() {
    sandbox = new Sandbox(directory);
  }

  private static Emitted report() {
    return file("a.info", lcov("a.py", 1, 1));
  }

  private Run extract(String... more) {
    return sandbox.run(List.of("extract", "--logs", "logs", "--to", "out"), more);
  }

  /** Everything below {@code out}; folders end with a slash. */
  private Set<String> tree() throws IOException {
    Path out = directory.resolve("out");
    if (!Files.exists(out)) {
      return Set.of();
    }
    try (Stream<Path> walk = Files.walk(out)) {
      return walk.filter(path -> !path.equals(out))
          .map(path -> out.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Set<String> files() throws IOException {
    return tree().stream()
        .filter(path -> !path.endsWith("/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void writesReportsAndCarriedFiles() throws IOException {
    sandbox
        .job("8112.10", file("build/b.info", "second"))
        .job("8112.9", report(), file(".coverage", "SQLite format 3\0").carried());

    Run run = extract();

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                job      bytes  file
                8112.9      40  out/8112.9/a.info
                8112.9      16  out/8112.9/.coverage
                8112.10      6  out/8112.10/build/b.info

                extracted: 3 files of 2 jobs, 62 bytes, to out/
                """,
                ""));
    assertThat(tree())
        .containsExactly(
            "8112.10/",
            "8112.10/build/",
            "8112.10/build/b.info",
            "8112.9/",
            "8112.9/.coverage",
            "8112.9/a.info");
    assertThat(sandbox.read("out/8112.9/.coverage")).isEqualTo("SQLite format 3\0");
  }

  @Test
  void givesEveryByteBack() throws IOException {
    Random random = new Random(1);
    List<byte[]> contents = new ArrayList<>();
    for (int size : new int[] {0, 1, 2, 3, 80, 81, 82, 4096, 30_000}) {
      byte[] noise = new byte[size];
      random.nextBytes(noise);
      contents.add(noise);
      contents.add(new byte[size]);
    }
    contents.add("\r\n\r\n\u001a\ufeff\n".getBytes(UTF_8));
    Emitted[] payloads = new Emitted[contents.size()];
    for (int i = 0; i < payloads.length; i++) {
      payloads[i] = file("f" + i, contents.get(i)).carried();
    }
    sandbox.job("1.1", payloads);

    Run run = extract();

    assertThat(run.status()).isZero();
    for (int i = 0; i < payloads.length; i++) {
      assertThat(directory.resolve("out/1.1/f" + i)).hasBinaryContent(contents.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with blanks in it.xml",
        "-rf",
        "~",
        "a/b/c/d/e.xml",
        "...gitignore",
        "caf\u00e9/\u65e5\u672c.xml",
        "\u0645\u06cc\u200c\u062e.xml",
        "$(id)`x`;'\".xml",
        "*?.xml"
      })
  @DisabledOnOs(OS.WINDOWS)
  void writesOddNamesThatAreNamesAllTheSame(String name) throws IOException {
    sandbox.job("1.1", file(name, "x"));

    assertThat(extract().status()).isZero();
    assertThat(files()).containsExactly("1.1/" + name);
  }

  /** The shell encoder prints the bytes of a name; which ones, the log does not tell any more. */
  @Test
  void refusesNamesThatAreNoUtf8() throws IOException {
    sandbox.job("1.1", file("caf\ufffd.xml", "x"), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: job 1.1 > caf\ufffd.xml: its path is no valid UTF-8, so nobody knows its name"
                + " (U+FFFD stands for what is no character); it is not written; emit it under"
                + " another name [path-unsafe]\n");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  /** Archives do not say what encoding names are in: what is no UTF-8 is read as Latin-1. */
  @Test
  void readsNamesInArchivesThatAreNoUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "ISO-8859-1")) {
      for (String name : List.of("caf\u00e9.log", "caf\u00e8.log", "\u00c3\u00a9.log")) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(log().length);
        tar.putArchiveEntry(entry);
        tar.write(log());
        tar.closeArchiveEntry();
      }
    }
    sandbox.file("logs.tar", bytes.toByteArray());
    bytes.reset();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, ISO_8859_1)) {
      zip.putNextEntry(new ZipEntry("na\u00efve.log"));
      zip.write(log());
    }
    sandbox.file("logs.zip", bytes.toByteArray());

    Run run = sandbox.run("extract", "--logs", "logs.tar", "logs.zip", "--to", "out");

    assertThat(run.err()).isEmpty();
    assertThat(files())
        .containsExactlyInAnyOrder(
            "caf\u00e9/a.info", "caf\u00e8/a.info", "\u00e9/a.info", "na\u00efve/a.info");
  }

  @Test
  void refusesJobsWhoseLogIsNamedInNoUtf8() throws IOException {
    sandbox.job("caf\ufffd", report());

    Run run = extract();

    assertThat(run.problems())
        .contains(
            "error: job caf\ufffd > a.info: the name of its log is no valid UTF-8, so nobody knows"
                + " its name (U+FFFD stands for what is no character); it is not written; rename"
                + " the log [path-unsafe]\n");
    assertThat(run.status()).isEqualTo(5);
    assertThat(files()).isEmpty();
  }

  private static byte[] log() {
    return Sandbox.logText(List.of(report().lines())).getBytes(UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd, 'expected a path below the build directory, but it is absolute'",
    "C:/x, 'expected a path below the build directory, but it is absolute'",
    "c:x, 'expected a path below the build directory, but it is absolute'",
    "../x, 'its path leads upwards, out of the folder'",
    "a/../../../x, 'its path leads upwards, out of the folder'",
    "a/.., 'its path leads upwards, out of the folder'",
    "a/./x, 'expected names between the slashes of its path, but one is \".\"'",
    "a//x, 'expected names between the slashes of its path, but one is \"\"'",
    "a/, 'expected names between the slashes of its path, but one is \"\"'",
    "a/.. /x, 'expected names between the slashes of its path, but one is \".. \"'",
    "..\\x, 'its path holds a backslash, which is a folder on some systems'",
    "\\\\host\\x, 'its path holds a backslash, which is a folder on some systems'",
    "C:\\x, 'expected a path below the build directory, but it is absolute'",
    "//host/share/x, 'expected a path below the build directory, but it is absolute'",
    "a/\\x, 'its path holds a backslash, which is a folder on some systems'"
  })
  void refusesPathsThatLeadElsewhere(String path, String message) throws IOException {
    sandbox.job("1.1", file(path, "x"), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .isEqualTo(
            "error: job 1.1 > %s: %s; it is not written; emit it under another name [path-unsafe]\n"
                .formatted(path, message));
    assertThat(files()).containsExactly("1.1/a.info");
    assertThat(run.out())
        .endsWith("extracted: 1 file of 1 job, 40 bytes, to out/ (1 error above)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001b[31m", "a\u0085b", "a\tb", "a\u2028b"})
  void refusesControlCharacters(String path) throws IOException {
    sandbox.job("1.1", file(path, "x"), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .contains("its path holds control characters or broken ones; it is not written");
    assertThat(run.all().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f);
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void refusesANameThatNoFileSystemTakes() throws IOException {
    sandbox.job("1.1", file("x".repeat(256), "x"), file("y".repeat(255), "y"));

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .contains("expected names of at most 255 bytes in its path, but one has 256;");
    assertThat(files()).containsExactly("1.1/" + "y".repeat(255));
  }

  @Test
  void refusesASecondFileWhoseNameBecomesTooLong() throws IOException {
    String name = "y".repeat(254);
    sandbox.job("1.1", file(name, "1"), file(name, "2"));

    assertThat(extract().problems())
        .contains("expected names of at most 255 bytes in its path, but one has 256;");
    assertThat(files()).containsExactly("1.1/" + name);
  }

  @Test
  void refusesFoldersWithoutEnd() throws IOException {
    sandbox.job("1.1", file("a/".repeat(1000) + "x", "x"), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .contains("expected at most 200 folders in its path, but there are 1001;");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void refusesAPathLongerThanTheSystemTakes() throws IOException {
    String name = ("z".repeat(250) + "/").repeat(16) + "z".repeat(60);
    sandbox.job("1.1", file(name, "x"), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).contains("its path in the folder is longer than 4095 bytes;");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void refusesAJobWhoseNumberIsNoFolder() throws IOException {
    sandbox.job("...log", report());

    Run run = sandbox.run("extract", "--logs", "logs/...log.log", "--to", "out");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).contains("its path leads upwards, out of the folder;");
    assertThat(tree()).isEmpty();
  }

  @Test
  void countsAFileThatWasPrintedTwiceOnce() throws IOException {
    sandbox.job(
        "1.1", report(), report().salt(3), file("a.info", lcov("a.py", 1, 1)).flags("unit"));

    Run run = extract();

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void numbersOtherFilesOfOneNameInTheOrderOfTheLog() throws IOException {
    sandbox.job("1.1", file("a", "one"), file("a", "two"), file("a~3", "no"), file("a", "three"));

    Run run = extract();

    assertThat(run.status()).isZero();
    assertThat(files()).containsExactly("1.1/a", "1.1/a~2", "1.1/a~3", "1.1/a~4");
    assertThat(sandbox.read("out/1.1/a")).isEqualTo("one");
    assertThat(sandbox.read("out/1.1/a~2")).isEqualTo("two");
    assertThat(sandbox.read("out/1.1/a~4")).isEqualTo("three");
    assertThat(run.problems())
        .isEqualTo(
            """
            warning: job 1.1 > a: another file of this job has this name, so it is written as 1.1/a~2; take it along, too [file-renamed]
            warning: job 1.1 > a: another file of this job has this name, so it is written as 1.1/a~4; take it along, too [file-renamed]
            """);
  }

  @Test
  void keepsAFileAndAFolderOfOneNameApart() throws IOException {
    sandbox
        .job("1.1", file("a", "file"), file("a/b", "below"), file("a/c", "too"))
        .job("1.2", file("a/b", "below"), file("a", "file"));

    Run run = extract();

    assertThat(run.status()).isZero();
    assertThat(files()).containsExactly("1.1/a", "1.1/a~2/b", "1.1/a~2/c", "1.2/a/b", "1.2/a~2");
    assertThat(run.problems()).contains("written as 1.1/a~2/b;", "written as 1.2/a~2;");
  }

  @Test
  void writesWhatIsWholeBesideWhatIsDamaged() throws IOException {
    sandbox.log("1.1", List.of(file("cut.info", LARGE).firstHalf(), report().lines()));

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err()).startsWith("error: job 1.1 > cut.info: ");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void takesADamagedCarriedFileAsSeriouslyAsAReport() throws IOException {
    sandbox.log("1.1", List.of(file(".coverage", LARGE).carried().firstHalf(), report().lines()));

    assertThat(sandbox.check().status()).isZero();
    assertThat(extract().status()).isEqualTo(5);
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void leavesNothingOfAFileThatIsNotWhatItsHeaderSays() throws IOException {
    sandbox.job("1.1", file("b", "b".repeat(5000)).with(h -> h.sha256("0".repeat(64))), report());

    Run run = extract();

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems()).contains("error: job 1.1 > b: SHA-256 is ", "[payload-corrupt]");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void givesTheNameOfABrokenFileToTheNextOne() throws IOException {
    sandbox.job("1.1", file("b", "broken").with(h -> h.sha256("0".repeat(64))), file("b", "whole"));

    assertThat(extract().status()).isEqualTo(5);
    assertThat(files()).containsExactly("1.1/b");
    assertThat(sandbox.read("out/1.1/b")).isEqualTo("whole");
  }

  @Test
  void boundsWhatIsUnpacked() throws IOException {
    sandbox.job("1.1", file("big", "b".repeat(5000)), report());

    Run run = extract("--max-report-bytes", "4999");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.problems())
        .contains("unpacks to 5000 bytes, the bound is 4999; raise it with --max-report-bytes");
    assertThat(files()).containsExactly("1.1/a.info");
  }

  @Test
  void isIncompleteWhenThereIsNothingAtAll() throws IOException {
    sandbox.log("1.1", List.of());

    Run run = extract();

    assertThat(run.status()).isEqualTo(4);
    assertThat(run.problems())
        .isEqualTo(
            """
            error: there is no whole file in any log that was read; emit some in the jobs (sh logcov-emit.sh coverage.xml) [files-missing]
            warning: job 1.1: has no file in its log; say that it has none to give with --no-coverage-job '1.1' [files-missing]
            """);
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void warnsOfAJobThatGaveNothing() {
    sandbox.job("1.1", report()).log("1.2", List.of());

    assertThat(extract().problems()).startsWith("warning: job 1.2: has no file in its log;");
    assertThat(extract("--no-coverage-job", "1.2").problems()).isEmpty();
  }

  @Test
  void writesTheFilesOfAFailedJobAndFails() throws IOException {
    sandbox
        .job("8112.1", report())
        .job("8112.2", report())
        .build(job("8112.1", "passed", false), job("8112.2", "failed", false));

    assertThat(extract().status()).isEqualTo(7);
    assertThat(files()).containsExactly("8112.1/a.info", "8112.2/a.info");
    assertThat(extract("--optional-job", "8112.2").status()).isZero();
  }

  @Test
  void canBeRunAgain() throws IOException {
    sandbox.job("1.1", report(), file("b/c", "1")).job("1.2", report());
    extract();
    Files.delete(directory.resolve("out/1.1/a.info"));
    sandbox.file("out/total.info", "made of the others");

    Run again = extract();

    assertThat(again.status()).isZero();
    assertThat(files()).containsExactly("1.1/a.info", "1.1/b/c", "1.2/a.info", "total.info");
  }

  @Test
  void doesNotMixOldFilesWithNewOnes() throws IOException {
    sandbox
        .job("1.1", report())
        .file("out/1.0/a.info", "of another build")
        .file("out/1.1/a.info", "of another run")
        .file("out/1.1/z.info", "of another run");

    Run run = extract();

    assertThat(run)
        .isEqualTo(
            new Run(
                2,
                "",
                """
                logcov extract: --to: out holds what is not of these logs, or differs: 1.0,
                  1.1/a.info, 1.1/z.info; nothing was written: name an empty folder, or replace
                  what is in the way with --force
                """));
    assertThat(sandbox.read("out/1.1/a.info")).isEqualTo("of another run");
    assertThat(files()).containsExactly("1.0/a.info", "1.1/a.info", "1.1/z.info");
  }

  @Test
  void replacesWhatIsInTheWayWhenForced() throws IOException {
    sandbox
        .job("1.1", report())
        .file("out/1.1/a.info", "of another run")
        .file("out/1.1/z.info", "of another run");

    Run run = extract("--force");

    assertThat(run.status()).isZero();
    assertThat(run.problems())
        .isEqualTo(
            "warning: --to: out holds what is not of these logs, or differs: 1.1/a.info,"
                + " 1.1/z.info; what was in the way is replaced, the rest is still there"
                + " [folder-occupied]\n");
    assertThat(sandbox.read("out/1.1/a.info")).isEqualTo(lcov("a.py", 1, 1));
    assertThat(files()).containsExactly("1.1/a.info", "1.1/z.info");
  }

  @Test
  void followsNoLinkOutOfTheFolder() throws IOException {
    sandbox.job("1.1", report(), file("b", "new")).file("elsewhere/a.info", "precious");
    Files.createDirectories(directory.resolve("out"));
    Files.createSymbolicLink(directory.resolve("out/1.1"), directory.resolve("elsewhere"));

    assertThat(extract().status()).isEqualTo(2);
    assertThat(extract("--force").status()).isZero();

    assertThat(sandbox.read("elsewhere/a.info")).isEqualTo("precious");
    assertThat(directory.resolve("elsewhere/b")).doesNotExist();
    assertThat(sandbox.read("out/1.1/b")).isEqualTo("new");
  }

  /** Where the file system takes both names for one, the second file gets another. */
  @Test
  void losesNoFileWhoseNameDiffersByCaseAlone() throws IOException {
    sandbox.job("1.1", file("A.xml", "upper"), file("a.xml", "lower"), file("a.XML", "mixed"));

    assertThat(extract().status()).isZero();

    List<String> contents = new ArrayList<>();
    for (String name : files()) {
      contents.add(sandbox.read("out/" + name));
    }
    assertThat(contents).containsExactlyInAnyOrder("upper", "lower", "mixed");
  }

  @Test
  void replacesALinkAndNotWhatItLeadsTo() throws IOException {
    sandbox.job("1.1", report()).file("precious", "precious").file("out/1.1/x", "");
    Files.delete(directory.resolve("out/1.1/x"));
    Files.createSymbolicLink(directory.resolve("out/1.1/a.info"), directory.resolve("precious"));

    assertThat(extract().status()).isEqualTo(2);
    assertThat(extract("--force").status()).isZero();

    assertThat(sandbox.read("precious")).isEqualTo("precious");
    assertThat(sandbox.read("out/1.1/a.info")).isEqualTo(lcov("a.py", 1, 1));
  }

  @Test
  void removesNoFolderThatIsInTheWay() throws IOException {
    sandbox.job("1.1", report()).file("out/1.1/a.info/keep", "kept");

    Run run = extract("--force");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.problems()).contains("a.info is a folder; remove it; ", "[files-unwritable]");
    assertThat(files()).containsExactly("1.1/a.info/keep");
  }

  @Test
  void takesALinkToAFolderAsTheFolder() throws IOException {
    sandbox.job("1.1", report());
    Files.createDirectory(directory.resolve("real"));
    Files.createSymbolicLink(directory.resolve("out"), directory.resolve("real"));

    assertThat(extract().status()).isZero();
    assertThat(sandbox.read("real/1.1/a.info")).isEqualTo(lcov("a.py", 1, 1));
  }

  @Test
  void saysWhyAFolderCannotBeWritten() {
    sandbox.job("1.1", report()).file("out", "a file");

    Run run = extract();

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                error: --to: out cannot be written: it is no folder; name a folder that can be
                  [files-unwritable]

                extracted: 0 files of 0 jobs, 0 bytes, to out/ (1 error above)
                """,
                """
                error: --to: out cannot be written: it is no folder; name a folder that can be
                  [files-unwritable]
                """));
  }

  @Test
  void needsAFolder() {
    sandbox.job("1.1", report());

    assertThat(sandbox.run("extract", "--logs", "logs").problems())
        .isEqualTo(
            """
            logcov extract: Missing required option: '--to=DIR'
            See logcov extract --help.
            """);
    assertThat(sandbox.run("extract", "--logs", "logs", "--to", "").status()).isEqualTo(2);
  }

  @Test
  void isTheSameWhicheverLogIsReadFirst() throws IOException {
    for (int i = 0; i < 40; i++) {
      sandbox.job("1." + i, file("a", "one" + i), file("a", "two" + i));
    }
    Run first = extract();

    for (int i = 0; i < 5; i++) {
      assertThat(extract()).isEqualTo(first);
    }
    assertThat(sandbox.read("out/1.17/a~2")).isEqualTo("two17");
  }

  @Test
  void leavesNothingBehindWhenTheChoiceOfJobsIsWrong() {
    sandbox.job("1.1", report());

    assertThat(extract("--job", "7").status()).isEqualTo(2);
    assertThat(directory.resolve("out")).doesNotExist();
  }
}
