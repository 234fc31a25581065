package io.github.logcov.encoder;

import static io.github.logcov.encoder.JarFrames.header;
import static io.github.logcov.encoder.JarFrames.printed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.fixtures.NeedsTool;
import io.github.logcov.frame.FrameWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell encoder's arguments, the files it finds, and what it says. */
class ShellEncoderUsageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --wat                     | unknown option --wat; see --help
          --carry=1                 | unknown option --carry; see --help
          -x                        | unknown option -x; see --help
          --flag                    | --flag needs a value, but there was none
          --flag=                   | --flag needs a value, but there was none
          --codec=zip               | --codec knows auto, gzip, bzip2 and xz, but was "zip"
          --parity=65               | --parity needs a whole number from 1 to 64, but was "65"
          --parity=0                | --parity needs a whole number from 1 to 64, but was "0"
          --parity=-1               | --parity needs a whole number from 1 to 64, but was "-1"
          --max-bytes=1e6           | --max-bytes needs a whole number from 1 to 999999999999999, but was "1e6"
          --max-bytes=9999999999999999999999 | --max-bytes needs a whole number from 1 to 999999999999999, but was "9999999999999999999999"
          no.xml                    | no.xml: no such file in @; did the tests write their report?
          -                         | -: no such file in @; did the tests write their report?
          *.wat                     | *.wat: no file matches this pattern in @; did the tests write their report?
          **/*.wat                  | **/*.wat: no file matches this pattern in @; did the tests write their report?
          a**                       | a**: ** must stand between slashes, as in "**/coverage.xml"
          .                         | .: expected a report file, found a directory; name the file in it, or a pattern such as "./*.xml"
          /dev/null                 | /dev/null: expected a report, found something that is no regular file
          ``                        | expected the name of a file, but it was empty
          """)
  void refusesAndPrintsNothing(String arg, String message) throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder);
    room.file("coverage.xml");

    Shell.Output output = room.run(Map.of(), "coverage.xml", arg);

    assertThat(output.status()).isEqualTo(2);
    assertThat(output.text()).isEmpty();
    assertThat(output.err().lines().filter(line -> !line.endsWith("in the log")))
        .containsExactly("logcov-emit: " + message.replace("@", room.work().toString()));
  }

  @ParameterizedTest
  @CsvSource({"x", "-1", "1.0", "1234567890", "' 1'"})
  void refusesSaltThatIsNoWholeNumber(String salt) throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder);
    room.file("coverage.xml");

    Shell.Output output = room.run(Map.of("LOGCOV_SALT", salt), "coverage.xml");

    assertThat(output.status()).isEqualTo(2);
    assertThat(output.text()).isEmpty();
    assertThat(output.err())
        .isEqualTo(
            "logcov-emit: LOGCOV_SALT needs a whole number from 0 to 999999999, but was \""
                + salt
                + "\"\n");
  }

  @ParameterizedTest
  @EnumSource
  void refusesOneByteOverTheBudgetOfTheWholeCall(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("a.info");
    room.file("b.info");
    long size = room.run(Map.of(), "a.info", "b.info").text().replace("\n", "\r\n").length();
    long each = (size - 2) / 2;

    Shell.Output fits = room.run(Map.of(), "--max-bytes", "" + size, "a.info", "b.info");
    Shell.Output over = room.run(Map.of(), "--max-bytes", "" + (size - 1), "a.info", "b.info");

    assertThat(fits.status()).isZero();
    assertThat(over.status()).isEqualTo(2);
    assertThat(over.text()).isEmpty();
    assertThat(over.err())
        .endsWith(
            "logcov-emit: expected at most %d bytes for the log (--max-bytes), found %d (a.info %d, b.info %d); "
                    .formatted(size - 1, size, each, each)
                + "nothing was printed: send fewer or smaller reports (Travis ends a job at about 4 MB of log)\n");
  }

  @ParameterizedTest
  @EnumSource
  void findsTheBestOfEachToolHereAndOneDirectoryDown(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("coverage.json");
    room.file("coverage.xml");
    room.file("coverage/lcov.info");
    room.file("coverage/coverage-final.json");
    room.file("coverage/clover.xml");
    room.file("net/coverage.opencover.xml");
    room.file("php/build/logs/clover.xml");
    room.file("a module/target/jacoco.exec");
    room.file("a module/target/site/jacoco/jacoco.xml");
    room.file("b/target/jacoco.exec");
    room.file("b/cover.out");
    room.file("gem/coverage/.resultset.json");
    room.file("gem/coverage/coverage.json");
    room.file(".hidden/coverage.xml");
    room.file("b/c/coverage.xml");

    Shell.Output output = room.run(Map.of());

    assertThat(names(output))
        .containsExactly(
            "coverage.xml",
            "coverage/lcov.info",
            "a module/target/site/jacoco/jacoco.xml",
            "b/target/jacoco.exec",
            "b/cover.out",
            "gem/coverage/coverage.json",
            "net/coverage.opencover.xml",
            "php/build/logs/clover.xml");
    assertThat(output.err().lines().filter(line -> line.contains("left out")))
        .containsExactly(
            "logcov-emit: coverage.json: left out, coverage.xml tells the same; name it to send it too",
            "logcov-emit: coverage/coverage-final.json: left out, coverage/lcov.info tells the same; name it to send it too",
            "logcov-emit: coverage/clover.xml: left out, coverage/lcov.info tells the same; name it to send it too",
            "logcov-emit: a module/target/jacoco.exec: left out, "
                + "a module/target/site/jacoco/jacoco.xml tells the same; name it to send it too",
            "logcov-emit: gem/coverage/.resultset.json: left out, gem/coverage/coverage.json tells the same; name it to"
                + " send it too");
  }

  @ParameterizedTest
  @EnumSource
  void saysTheSameAsTheJarInTheSameOrder(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    assertThat(words(room, "jar")).isEqualTo(words(room, "shell"));
    assertThat(words(room, "shell")).contains("looked for coverage.xml, coverage.json, lcov.info");

    room.file("b/.coverage.host.12.x");
    room.file("b/.coverage.host.1.x");
    assertThat(words(room, "jar")).isEqualTo(words(room, "shell"));
    room.file(".coverage");
    assertThat(words(room, "jar")).isEqualTo(words(room, "shell"));

    for (String[] family : UsualFiles.families()) {
      for (String name : family) {
        for (String module : List.of("", "a/", "a-b/", "a b/", "build/", "target/")) {
          room.file(module + name);
        }
      }
    }
    room.file("py/.coverage");
    String words = words(room, "shell");
    assertThat(words(room, "jar")).isEqualTo(words);
    assertThat(words).contains("py/.coverage: left out", "a-b/gcovr.json: # bytes");
    assertThat(words(room, "jar", "--max-bytes=100"))
        .isEqualTo(words(room, "shell", "--max-bytes=100"));
  }

  /** What an encoder says, but for its name and for sizes, which differ with the compressor. */
  private static String words(Shell.Room room, String encoder, String... args) throws Exception {
    String[] all = Stream.concat(Stream.of("--codec=gzip"), Stream.of(args)).toArray(String[]::new);
    String err =
        encoder.equals("jar")
            ? Emitted.run(room.work(), Map.of(), all).err.replaceAll("(?m)^emit: ", "")
            : room.run(Map.of(), all).err().replaceAll("(?m)^logcov-emit: ", "");
    return err.replaceAll("[0-9]+ bytes.*", "# bytes").replaceAll("[0-9]+([,;)])", "#$1");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatToDoWithADataFileOfCoveragePy(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("sub/.coverage.host.1");

    Shell.Output output = room.run(Map.of());

    assertThat(output.status()).isEqualTo(2);
    assertThat(output.text()).isEmpty();
    assertThat(output.err())
        .isEqualTo(
            "logcov-emit: no report found in "
                + room.work()
                + " and one directory down; sub/.coverage.host.1 is there, a data file of coverage.py, which lists no"
                + " statements; run coverage combine and coverage xml first, or name it to send it as it is\n");
    room.file(".coverage");
    room.file("lcov.info");
    assertThat(room.run(Map.of()).err())
        .startsWith(
            "logcov-emit: .coverage: left out, a data file of coverage.py, which lists no statements; run coverage xml"
                + " first, or name it to send it as it is\n");
  }

  @ParameterizedTest
  @EnumSource
  void expandsPatternsAndSendsNoFileTwice(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("a b/[1].xml");
    room.file("a b/2.xml");
    room.file("a b/c/2.xml");
    room.file("a b/.d/2.xml");
    room.file("a b/e.xml/no");
    room.file("a b/f[x]*/2.xml");
    room.file("literal*.xml");
    room.file(".h/2.xml");
    room.file(".h/i/.j/2.xml");
    room.file(".h/i/k/2.xml");

    Shell.Output output =
        room.run(
            Map.of(),
            "a b/[1].xml",
            "a ?/*.xml",
            "literal*.xml",
            "a b/c/../2.xml",
            "*/**/2.xml",
            room.work() + "/**/2.xml",
            ".h/**/2.xml",
            "**/**/[12].xml");

    assertThat(output.status()).as(output.err()).isZero();
    assertThat(names(output))
        .containsExactly(
            "a b/[1].xml",
            "a b/2.xml",
            "literal*.xml",
            "a b/c/2.xml",
            "a b/f[x]*/2.xml",
            ".h/2.xml",
            ".h/i/k/2.xml");
  }

  @ParameterizedTest
  @EnumSource
  void namesPathsAsTheRootOfTheWorkTreeSeesThem(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file(".git", new byte[0]);
    byte[] content = room.file("sub/coverage.xml").toString().getBytes(UTF_8);
    room.file("sub/coverage.xml", content);
    byte[] encoded = room.evaluate("gzip -n -9 <sub/coverage.xml");
    String root = room.work().toString();

    byte[] out = room.evaluate("cd sub && . " + Shell.SCRIPT);

    FrameWriter frame =
        new FrameWriter(
            header("sub/coverage.xml", content, "gzip", encoded)
                .format("cobertura")
                .buildDir(root)
                .build(),
            encoded);
    assertThat(new String(out, UTF_8)).isEqualTo(printed(List.of(frame)));
  }

  @ParameterizedTest
  @EnumSource
  void errexitDoesNotEndItSilently(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    room.file("a/coverage.xml");
    Map<String, String> environment = Map.of("TRAVIS_BUILD_DIR", "/no/such/directory");
    List<String> strict = List.of("-e");

    Shell.Output named = room.start(environment, room.emit(strict, List.of("a/coverage.xml")));
    Shell.Output found = room.start(environment, room.emit(strict, List.of()));
    Shell.Output pattern = room.start(environment, room.emit(strict, List.of("**/*.xml")));
    Shell.Output flags =
        room.start(
            environment, room.emit(strict, List.of("--flag", "x".repeat(60_000), "**/*.xml")));

    assertThat(named.status()).as(named.err()).isZero();
    assertThat(named.text()).isEqualTo(room.run(environment, "a/coverage.xml").text());
    assertThat(found.text()).isEqualTo(named.text());
    assertThat(pattern.text()).isEqualTo(named.text());
    assertThat(flags.status()).isEqualTo(2);
    assertThat(flags.err())
        .isEqualTo("logcov-emit: the header is longer than 511 lines; give fewer flags\n");
  }

  @ParameterizedTest
  @EnumSource
  void printsFilesInTheOrderOfTheJar(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    for (String module : List.of("a", "a-b", "a0", "B", "a/c")) {
      room.file(module + "/coverage.xml");
      room.file(module + "/b.xml");
    }
    List<String> modules =
        List.of("B/coverage.xml", "a-b/coverage.xml", "a/coverage.xml", "a0/coverage.xml");
    List<String> globbed =
        List.of(
            "B/b.xml",
            "B/coverage.xml",
            "a-b/b.xml",
            "a-b/coverage.xml",
            "a/b.xml",
            "a/c/b.xml",
            "a/c/coverage.xml",
            "a/coverage.xml",
            "a0/b.xml",
            "a0/coverage.xml");

    assertThat(names(room.run(Map.of()))).isEqualTo(modules);
    assertThat(names(room.run(Map.of(), "**/*.xml"))).isEqualTo(globbed);
    assertThat(jarNames(room.work())).isEqualTo(modules);
    assertThat(jarNames(room.work(), "**/*.xml")).isEqualTo(globbed);
  }

  private static List<String> jarNames(Path directory, String... args) {
    return Emitted.run(directory, Map.of(), args)
        .err
        .lines()
        .map(line -> line.replaceAll("emit: (.*): \\d+ bytes, .*", "$1"))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void itsWordsCommandNoTerminal(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);

    Shell.Output output =
        room.run(Map.of(), "a\u001b(1m\u009b2m\u200b\u200f\u202e\u2066\u2069\ufeff\u00e4\n.xml");

    assertThat(new String(output.err().getBytes(ISO_8859_1), UTF_8))
        .isEqualTo(
            "logcov-emit: a?(1m?2m??????\u00e4?.xml: no such file in "
                + room.work()
                + "; did the tests write their report?\n");
  }

  @Test
  void helpHasNoLineOfMoreThan80Columns() throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder);

    String help = room.run(Map.of(), "--help").text() + EmitHelp.text("java -jar logcov-emit.jar");

    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void packsWithXzWhereItIsThere() throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder).with("xz");
    room.file("cover.out");

    Shell.Output output = room.run(Map.of(), "cover.out");

    assertThat(output.err()).contains(" packed with xz, ");
  }

  @ParameterizedTest
  @CsvSource({"openssl,openssl", "openssl,shasum"})
  void makesDoWithOtherTools(String base64, String sha256) throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder);
    room.without("base64", "sha256sum", "mktemp", "bzip2").with(base64).with(sha256);
    byte[] content = "content".repeat(99).getBytes(UTF_8);
    room.file("cover.out", content);
    byte[] encoded = room.evaluate("gzip -n -9 <cover.out");

    Shell.Output output = room.run(Map.of(), "cover.out");

    assertThat(output.status()).as(output.err()).isZero();
    assertThat(output.text())
        .isEqualTo(
            printed(
                List.of(
                    new FrameWriter(
                        header("cover.out", content, "gzip", encoded).build(), encoded))));
  }

  @ParameterizedTest
  @CsvSource({
    "sha256sum, 'no SHA-256 from sha256sum, shasum or openssl; is one of them installed?'",
    "awk, 'awk failed; is it installed?'",
    "bzip2, 'none of bzip2 works here: @: 1: bzip2: not found'"
  })
  void failsWithoutTheToolsItNeeds(String tool, String message) throws Exception {
    Shell.Room room = Shell.DASH_MAWK.room(folder).without(tool);
    room.file("cover.out");

    Shell.Output output = room.run(Map.of(), "--codec", "bzip2", "cover.out");

    assertThat(output.status()).isEqualTo(1);
    assertThat(output.text()).isEmpty();
    assertThat(output.err().replaceAll("\\S*/logcov-emit.sh: [0-9]+", "@: 1"))
        .endsWith("logcov-emit: " + message + "\n");
  }

  @ParameterizedTest
  @EnumSource
  void tellsHelpAndVersion(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);

    Shell.Output help = room.run(Map.of(), "--help");
    Shell.Output version = room.run(Map.of(), "--version");

    assertThat(help.status()).isZero();
    assertThat(help.text())
        .startsWith("Usage: sh logcov-emit.sh [OPTION]... [FILE|GLOB]...\n")
        .contains("--carry", "--flag", "--codec", "--parity", "--max-bytes", "LOGCOV_SALT");
    assertThat(version.text()).isEqualTo("logcov-emit " + projectVersion() + "\n");
  }

  @Test
  void namesItsVersionAndLicenceAtTheTop() throws Exception {
    String text = Files.readString(Shell.SCRIPT);

    assertThat(text)
        .startsWith(
            "#!/bin/sh\n# logcov-emit.sh "
                + projectVersion()
                + " - prints coverage reports as lines of text that survive a CI's build log.\n"
                + "# Part of logcov; SPDX-License-Identifier: Apache-2.0.\n");
  }

  @Test
  void looksForTheSameVariablesAsTheJar() throws Exception {
    List<String> lines = Files.readAllLines(Shell.SCRIPT);

    List<String> block =
        lines.subList(lines.indexOf("# exempt-begin") + 2, lines.indexOf("# exempt-end") - 1);

    assertThat(block).isEqualTo(ExemptVariables.LIST);
  }

  @Test
  @NeedsTool("shellcheck")
  void pleasesShellcheck() throws Exception {
    Process process =
        new ProcessBuilder("shellcheck", "--shell=sh", Shell.SCRIPT.toString())
            .redirectErrorStream(true)
            .start();

    String found = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(found).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  private static String projectVersion() throws Exception {
    String pom = Files.readString(Shell.SCRIPT.resolveSibling("../pom.xml"));
    Matcher version =
        Pattern.compile("<artifactId>logcov-parent</artifactId>\\s*<version>(.*)</version>")
            .matcher(pom);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  /** The files that were packed, as the words on stderr name them. */
  private static List<String> names(Shell.Output output) {
    return output
        .err()
        .lines()
        .filter(line -> line.endsWith(" in the log"))
        .map(line -> line.replaceAll("logcov-emit: (.*): \\d+ bytes, .*", "$1"))
        .toList();
  }
}
