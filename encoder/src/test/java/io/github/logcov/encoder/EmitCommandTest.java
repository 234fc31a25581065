package io.github.logcov.encoder;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.frame.FrameHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmitCommandTest {
  private Path dir;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void enter(@TempDir Path temporary) throws IOException {
    dir = temporary.toRealPath();
  }

  @Test
  void printsANamedFileWithAllThatTheJobTells() throws IOException {
    write("build/coverage.xml", "<coverage/>");
    environment.put("TRAVIS_BUILD_DIR", dir.toString());
    environment.put("TRAVIS_BUILD_ID", "66");
    environment.put("TRAVIS_JOB_ID", "77");
    environment.put("TRAVIS_JOB_NUMBER", "8.1");
    environment.put("TRAVIS_JOB_NAME", "");
    environment.put("TRAVIS_COMMIT", "c0ffee");

    Emitted emitted = emit("--flag", "unit", "--flag=py 3", "build/coverage.xml", "--parity=4");

    assertThat(emitted.status).isZero();
    assertThat(emitted.files()).isEqualTo(Map.of("build/coverage.xml", "<coverage/>"));
    FrameHeader header = emitted.headers().get(0);
    assertThat(header.format()).contains("cobertura");
    assertThat(header.carried()).isFalse();
    assertThat(header.codec()).isEqualTo("xz");
    assertThat(header.decodedBytes()).isEqualTo(11);
    assertThat(header.parity()).isEqualTo(4);
    assertThat(header.flags()).containsExactly("unit", "py 3");
    assertThat(header.buildId()).contains("66");
    assertThat(header.jobId()).contains("77");
    assertThat(header.jobNumber()).contains("8.1");
    assertThat(header.jobName()).isEmpty();
    assertThat(header.commit()).contains("c0ffee");
    assertThat(header.buildDir()).contains(dir.toString());
    assertThat(new String(emitted.out, US_ASCII)).matches("\\n(~lc1[A-Za-z0-9+/]+~\\n)+");
    assertThat(emitted.err)
        .isEqualTo(
            "emit: build/coverage.xml: 11 bytes, "
                + header.encodedBytes()
                + " packed with xz, "
                + (emitted.out.length - 1 + lines(emitted) - 1)
                + " in the log\n");
  }

  private static int lines(Emitted emitted) {
    return (int) new String(emitted.out, US_ASCII).chars().filter(c -> c == '\n').count();
  }

  @Test
  void printsLineEndsOnlyBehindRecordsAndOneBeforeAll() throws IOException {
    write("a.info", "TN:\n");
    write("b.info", "TN:b\n");

    Emitted emitted = emit("a.info", "b.info");

    assertThat(new String(emitted.out, US_ASCII))
        .startsWith("\n~")
        .doesNotContain("\n\n")
        .endsWith("~\n");
    assertThat(emitted.files()).isEqualTo(Map.of("a.info", "TN:\n", "b.info", "TN:b\n"));
  }

  @Test
  void pathsAreRelativeToTheGitRootWithoutTravis() throws IOException {
    Files.createDirectories(dir.resolve("repo/.git"));
    write("repo/sub/coverage.xml", "x");
    write("outside.info", "y");

    Emitted emitted =
        Emitted.run(dir.resolve("repo/sub"), environment, "coverage.xml", "../../outside.info");

    assertThat(emitted.files()).isEqualTo(Map.of("sub/coverage.xml", "x", "outside.info", "y"));
    assertThat(emitted.headers().get(0).buildDir()).contains(dir.resolve("repo").toString());
  }

  @Test
  void aBuildDirectoryThatIsNotThereGivesBaseNames() throws IOException {
    write("sub/coverage.xml", "x");
    environment.put("TRAVIS_BUILD_DIR", "/nowhere/at/all");

    Emitted emitted = emit("sub/coverage.xml");

    assertThat(emitted.files()).containsOnlyKeys("coverage.xml");
    assertThat(emitted.headers().get(0).buildDir()).contains("/nowhere/at/all");
  }

  @Test
  void carriedFilesHaveNoFormat() throws IOException {
    write(".coverage.xml", "x");

    FrameHeader header = emit("--carry", ".coverage.xml").headers().get(0);

    assertThat(header.carried()).isTrue();
    assertThat(header.format()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "bzip2", "xz"})
  void usesTheCodecThatWasAskedFor(String codec) throws IOException {
    write("coverage.xml", "x".repeat(100_000));

    Emitted emitted = emit("--codec", codec, "coverage.xml");

    assertThat(emitted.headers().get(0).codec()).isEqualTo(codec);
    assertThat(emitted.files()).isEqualTo(Map.of("coverage.xml", "x".repeat(100_000)));
  }

  @Test
  void expandsPatternsThatTheShellLeftAlone() throws IOException {
    write("a/coverage.xml", "1");
    write("a/b/coverage.xml", "2");
    write("a/.hidden/coverage.xml", "3");
    write("coverage.xml", "4");
    write("cover[1].info", "5");
    Files.createDirectories(dir.resolve("dir/coverage.xml"));

    environment.put("TRAVIS_BUILD_DIR", dir.toString());
    assertThat(emit("**/coverage.xml").files())
        .containsOnlyKeys("coverage.xml", "a/coverage.xml", "a/b/coverage.xml");
    assertThat(emit("a/**/coverage.xml").files())
        .containsOnlyKeys("a/coverage.xml", "a/b/coverage.xml");
    assertThat(emit("*/cov*.x?l").files()).containsOnlyKeys("a/coverage.xml");
    assertThat(emit(dir + "/[!b]/coverage.xml").files()).containsOnlyKeys("a/coverage.xml");
    assertThat(emit("cover[1].info").files()).containsOnlyKeys("cover[1].info");
    assertThat(emit("a/.h*/coverage.xml").files()).containsOnlyKeys("a/.hidden/coverage.xml");
  }

  @Test
  void aFileNamedTwiceIsPrintedOnce() throws IOException {
    write("a/coverage.xml", "1");

    Emitted emitted =
        emit("a/coverage.xml", "a/../a/coverage.xml", "./a/*.xml", dir + "/a/coverage.xml");

    assertThat(emitted.frames()).hasSize(1);
  }

  @Test
  void takesTheBestOfTheUsualFilesAndNamesTheOthers() throws IOException {
    environment.put("TRAVIS_BUILD_DIR", dir.toString());
    write("coverage.xml", "x");
    write("coverage.json", "j");
    write("module/target/jacoco.exec", "e");
    write("module/target/site/jacoco/jacoco.xml", "m");
    write("other/cover.out", "g");
    write("a/b/lcov.info", "too deep");
    write(".tox/lcov.info", "hidden");

    Emitted emitted = emit();

    assertThat(emitted.files())
        .isEqualTo(
            Map.of(
                "coverage.xml",
                "x",
                "module/target/site/jacoco/jacoco.xml",
                "m",
                "other/cover.out",
                "g"));
    assertThat(emitted.err)
        .startsWith(
            "emit: coverage.json: left out, coverage.xml tells the same; name it to send it too\n"
                + "emit: module/target/jacoco.exec: left out, module/target/site/jacoco/jacoco.xml"
                + " tells the same; name it to send it too\n");
  }

  @Test
  void takesWhatLiesInCoverageForThatOfThisDirectoryAndNotOfAModule() throws IOException {
    environment.put("TRAVIS_BUILD_DIR", dir.toString());
    write("coverage/clover.xml", "c");
    write("coverage/lcov.info", "l");
    write("php/build/logs/clover.xml", "p");
    write("net/coverage.opencover.xml", "n");
    write("go/coverage.out", "g");

    Emitted emitted = emit();

    assertThat(emitted.files())
        .isEqualTo(
            Map.of(
                "coverage/lcov.info",
                "l",
                "php/build/logs/clover.xml",
                "p",
                "net/coverage.opencover.xml",
                "n",
                "go/coverage.out",
                "g"));
    assertThat(emitted.err)
        .startsWith(
            "emit: coverage/clover.xml: left out, coverage/lcov.info tells the same; name it to"
                + " send it too\n")
        .containsOnlyOnce("left out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gone.xml | emit: gone.xml: no such file in DIR; did the tests write their report?",
        "*.gone | emit: *.gone: no file matches this pattern in DIR; did the tests write their"
            + " report?",
        "sub | emit: sub: expected a report file, found a directory; name the file in it, or a"
            + " pattern such as \"sub/*.xml\"",
        "a**b | emit: a**b: ** must stand between slashes, as in \"**/coverage.xml\"",
        "--parity=0 | emit: --parity needs a whole number from 1 to 64, but was \"0\"",
        "--parity=65 | emit: --parity needs a whole number from 1 to 64, but was \"65\"",
        "--parity=x | emit: --parity needs a whole number from 1 to 64, but was \"x\"",
        "--max-bytes=-1 | emit: --max-bytes needs a whole number from 1 to 999999999999999, but was"
            + " \"-1\"",
        "--codec=zip | emit: --codec knows auto, gzip, bzip2 and xz, but was \"zip\"",
        "--flag= | emit: --flag needs a value, but there was none",
        "--flag | emit: --flag needs a value, but there was none",
        "--what | emit: unknown option --what; see --help",
        "-x | emit: unknown option -x; see --help",
        "- | emit: -: no such file in DIR; did the tests write their report?",
      })
  void refusesAndPrintsNothing(String arg, String message) throws IOException {
    write("coverage.xml", "x");
    Files.createDirectories(dir.resolve("sub"));

    Emitted emitted = emit("coverage.xml", arg);

    assertThat(emitted.err).isEqualTo(message.replace("DIR", dir.toString()) + "\n");
    assertThat(emitted.status).isEqualTo(2);
    assertThat(emitted.out).isEmpty();
  }

  @Test
  void saysWhatItLookedForWhenThereIsNothing() {
    Emitted emitted = emit();

    assertThat(emitted.status).isEqualTo(2);
    assertThat(emitted.out).isEmpty();
    assertThat(emitted.err)
        .isEqualTo(
            "emit: no report found in "
                + dir
                + " and one directory down; looked for coverage.xml, coverage.json, lcov.info,"
                + " coverage.info, coverage/lcov.info, coverage-final.json,"
                + " coverage/coverage-final.json, coverage/clover.xml,"
                + " coverage/cobertura-coverage.xml, target/site/jacoco/jacoco.xml,"
                + " build/reports/jacoco/test/jacocoTestReport.xml,"
                + " build/reports/kover/report.xml, target/jacoco.exec, build/jacoco/test.exec,"
                + " target/site/jacoco-it/jacoco.xml, target/jacoco-it.exec, cover.out,"
                + " coverage.out, c.out, clover.xml, build/logs/clover.xml,"
                + " target/site/clover/clover.xml, coverage.opencover.xml,"
                + " coverage.cobertura.xml, coverage/coverage.xml, coverage/coverage.json,"
                + " coverage/.resultset.json, gcovr.json, cobertura.xml,"
                + " target/site/cobertura/coverage.xml; name the file\n");
  }

  @Test
  void refusesWhatIsOverTheBudgetWithTheSizes() throws IOException {
    write("a.info", "x");
    write("b.info", "y");
    long size = bytesInLog(emit("a.info", "b.info"));

    Emitted fits = emit("a.info", "b.info", "--max-bytes=" + size);
    Emitted refused = emit("a.info", "b.info", "--max-bytes", String.valueOf(size - 1));

    assertThat(fits.status).isZero();
    assertThat(refused.status).isEqualTo(2);
    assertThat(refused.out).isEmpty();
    assertThat(refused.err)
        .matches(
            "emit: expected at most "
                + (size - 1)
                + " bytes for the log \\(--max-bytes\\), found "
                + size
                + " \\(a.info \\d+, b.info \\d+\\); nothing was printed: send fewer or smaller"
                + " reports \\(Travis ends a job at about 4 MB of log\\)\n");
  }

  /** What a log with CR LF line ends takes. */
  private static long bytesInLog(Emitted emitted) {
    return (long) emitted.out.length + lines(emitted);
  }

  @Test
  void optionsEndAtTwoDashes() throws IOException {
    write("--carry", "x");

    Emitted emitted = emit("--", "--carry");

    assertThat(emitted.files()).containsOnlyKeys("--carry");
    assertThat(emitted.headers().get(0).carried()).isFalse();
  }

  @Test
  void anEmptyFileIsCarriedLikeAnyOther() throws IOException {
    write("coverage.xml", "");

    assertThat(emit("coverage.xml").files()).isEqualTo(Map.of("coverage.xml", ""));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", "39,7", "999999999,31", "007,7"})
  void takesTheSaltOfTheEnvironment(String given, int salt) throws IOException {
    write("coverage.xml", "x");
    environment.put("LOGCOV_SALT", given);

    assertThat(emit("coverage.xml").headers().get(0).salt()).isEqualTo(salt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "1000000000", " 1"})
  void refusesASaltThatIsNoNumber(String given) throws IOException {
    write("coverage.xml", "x");
    environment.put("LOGCOV_SALT", given);

    Emitted emitted = emit("coverage.xml");

    assertThat(emitted.status).isEqualTo(2);
    assertThat(emitted.err)
        .isEqualTo(
            "emit: LOGCOV_SALT needs a whole number from 0 to 999999999, but was \""
                + given
                + "\"\n");
  }

  @Test
  void avoidsTheValuesThatACiCouldMask() throws IOException {
    write("coverage.xml", "x");
    Emitted plain = emit("coverage.xml");
    List<String> lines = new String(plain.out, US_ASCII).lines().toList();
    environment.put("MY_SECRET", "\"" + lines.get(2).substring(40, 48) + "\"");

    Emitted salted = emit("coverage.xml");

    assertThat(plain.headers().get(0).salt()).isZero();
    assertThat(salted.headers().get(0).salt()).isEqualTo(1);
    assertThat(new String(salted.out, US_ASCII)).doesNotContain(lines.get(2).substring(40, 48));
    assertThat(salted.files()).isEqualTo(plain.files());
  }

  @Test
  void printsTheBestOfEightAndSaysSo() throws IOException {
    write("coverage.xml", "x");
    environment.put("MY_SECRET", "~lc");

    Emitted emitted = emit("coverage.xml");

    assertThat(emitted.status).isZero();
    assertThat(emitted.headers().get(0).salt()).isZero();
    assertThat(emitted.err)
        .endsWith(
            "emit: coverage.xml: the value of an environment variable occurs in the lines, and the"
                + " CI may mask it there. Parity may not heal that; a longer value would be hit"
                + " less often.\n");
  }

  @Test
  void showsHelpAndVersionOnStandardOutput() {
    Emitted help = emit("--help");
    Emitted version = emit("gone.xml", "--version");

    assertThat(help.status).isZero();
    assertThat(new String(help.out, UTF_8))
        .startsWith("Usage: emit [OPTION]... [FILE|GLOB]...\n")
        .contains(
            "--carry", "--flag NAME", "--codec NAME", "--parity N", "--max-bytes N", "LOGCOV_SALT");
    assertThat(help.err).isEmpty();
    assertThat(version.status).isZero();
    assertThat(new String(version.out, UTF_8)).matches("emit \\S+\n");
  }

  @Test
  void namesNeverCommandATerminal() {
    Emitted emitted = emit("a\u001b[31m\u202eb\n##vso[x]");

    assertThat(emitted.err)
        .isEqualTo(
            "emit: a?[31m?b?##vso[x]: no such file in DIR; did the tests write their report?\n"
                .replace("no such file", "no file matches this pattern")
                .replace("DIR", dir.toString()));
  }

  private Emitted emit(String... args) {
    return Emitted.run(dir, environment, args);
  }

  private void write(String name, String content) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content.getBytes(UTF_8));
  }
}
