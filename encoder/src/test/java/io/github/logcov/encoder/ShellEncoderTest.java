package io.github.logcov.encoder;

import static io.github.logcov.encoder.JarFrames.header;
import static io.github.logcov.encoder.JarFrames.printed;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logcov.frame.FrameHeader;
import io.github.logcov.frame.FrameWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shell's frames are the jar's, byte for byte, when the compressed bytes are the same. */
class ShellEncoderTest {
  private static final String GZIP = "gzip -n -9";
  private static final String BZIP2 = "bzip2 -9";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void writesTheLinesOfTheJarForAnySize(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    // 57 to 59 bytes that do not compress are 80 to 82 in gzip, around the end of a line; 22,700
    // are two blocks.
    List<Integer> sizes = List.of(0, 1, 56, 57, 58, 59, 60, 1_273, 1_274, 20_700, 20_800, 300_000);
    List<String> args = new ArrayList<>(List.of("--codec", "gzip"));
    List<FrameWriter> frames = new ArrayList<>();
    for (int size : sizes) {
      byte[] content = new byte[size];
      new Random(size).nextBytes(content);
      String name = size + ".bin";
      room.file(name, content);
      args.add(name);
      byte[] encoded = room.evaluate(GZIP + " <\"$1\"", name);
      frames.add(new FrameWriter(header(name, content, "gzip", encoded).build(), encoded));
    }

    Shell.Output output = room.run(Map.of(), args.toArray(String[]::new));

    assertThat(output.status()).as(output.err()).isZero();
    assertThat(output.text()).isEqualTo(printed(frames));
  }

  @ParameterizedTest
  @EnumSource
  void writesTheLinesOfTheJarForAnyName(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    Map<String, String> names =
        new LinkedHashMap<>(); // name -> as printf makes it, since Java's own names need a locale
    names.put("with blanks  and 100%.info", "with blanks  and 100%%.info");
    names.put("quo'te\"s and \\ back.exec", "quo\\047te\\042s and \\134 back.exec");
    names.put("-dash.xml", "-dash.xml");
    names.put("ümläut.out", "\\303\\274ml\\303\\244ut.out");
    names.put("tab\there, \u0001\u007fand\nthere.info", "tab\\there, \\001\\177and\\nthere.info");
    names.put("jacoco [1] $HOME `x` &.xml", "jacoco [1] $HOME `x` &.xml");
    List<FrameWriter> frames = new ArrayList<>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      byte[] encoded =
          room.evaluate(
              "f=$(printf -- \"$1\"); printf ok >\"$f\"; " + GZIP + " <\"$f\"", name.getValue());
      FrameHeader.Builder header = header(name.getKey(), "ok".getBytes(UTF_8), "gzip", encoded);
      frames.add(new FrameWriter(header.build(), encoded));
    }
    room.file("../names", (String.join("\n", names.values()) + "\n").getBytes(US_ASCII));

    byte[] printed =
        room.evaluate(
            "set -- --; while IFS= read -r f; do set -- \"$@\" \"$(printf -- \"$f\")\"; done <../names; . "
                + Shell.SCRIPT);

    assertThat(new String(printed, US_ASCII)).isEqualTo(printed(frames));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatTheJobSays(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    byte[] content = "<coverage/>".repeat(30).getBytes(UTF_8);
    room.file("module/coverage.xml", content);
    String root = room.work().toString();
    Map<String, String> environment =
        Map.of(
            "TRAVIS_BUILD_DIR", root,
            "TRAVIS_BUILD_ID", "266001",
            "TRAVIS_JOB_ID", "266002",
            "TRAVIS_JOB_NUMBER", "8112.10",
            "TRAVIS_JOB_NAME", "50% \\n of\n\"all\"\t& =",
            "TRAVIS_COMMIT", "",
            "LOGCOV_SALT", "000000063");
    byte[] encoded = room.evaluate(BZIP2 + " <module/coverage.xml");
    FrameHeader.Builder header = header("module/coverage.xml", content, "bzip2", encoded);
    header.carried(true).salt(31).parity(64).flags(List.of("py 3.12", "a=b%", "--x"));
    header.buildId("266001").jobId("266002").jobNumber("8112.10").buildDir(root);
    header.jobName("50% \\n of\n\"all\"\t& =");

    Shell.Output output =
        room.run(
            environment,
            "module/coverage.xml",
            "--flag",
            "py 3.12",
            "--carry",
            "--flag=a=b%",
            "--codec=bzip2",
            "--parity",
            "064",
            "--flag",
            "--x");

    assertThat(output.status()).as(output.err()).isZero();
    assertThat(output.text()).isEqualTo(printed(List.of(new FrameWriter(header.build(), encoded))));
  }

  @ParameterizedTest
  @EnumSource
  void writesTheLinesOfTheJarForAnyParityAndSalt(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    byte[] content = new byte[12_000];
    new Random(7).nextBytes(content);
    room.file("cover.out", content);
    byte[] encoded = room.evaluate(GZIP + " <cover.out");
    for (int parity : List.of(1, 9, 37, 64)) {
      FrameHeader.Builder header = header("cover.out", content, "gzip", encoded);
      header.parity(parity).salt(parity % 32);

      Shell.Output output =
          room.run(
              Map.of("LOGCOV_SALT", "" + parity),
              "--codec=gzip",
              "--parity=" + parity,
              "cover.out");

      assertThat(output.text())
          .isEqualTo(printed(List.of(new FrameWriter(header.build(), encoded))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void choosesTheSaltOfTheJar(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    byte[] content = new byte[3_000];
    new Random(3).nextBytes(content);
    room.file("lcov.info", content);
    byte[] encoded = room.evaluate(GZIP + " <lcov.info");
    FrameHeader plain = header("lcov.info", content, "gzip", encoded).build();
    List<List<String>> lines = new ArrayList<>();
    for (int salt = 0; salt < 8; salt++) {
      lines.add(
          printed(List.of(new FrameWriter(plain.withSalt(salt), encoded)))
              .lines()
              .skip(1)
              .toList());
    }
    for (int seed = 0; seed < 6; seed++) {
      Map<String, String> environment = environment(new Random(seed), lines);
      FrameHeader chosen = SaltChoice.of(environment).choose(plain, encoded).header();

      Shell.Output output = room.run(environment, "--codec=gzip", "lcov.info");

      assertThat(output.text())
          .as("seed %s, salt %s, %s", seed, chosen.salt(), environment)
          .isEqualTo(printed(List.of(new FrameWriter(chosen, encoded))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void printsTheLeastHarmedOfEightAndSaysSo(Shell shell) throws Exception {
    Shell.Room room = shell.room(folder);
    byte[] content = new byte[3_000];
    new Random(4).nextBytes(content);
    room.file("lcov.info", content);
    byte[] encoded = room.evaluate(GZIP + " <lcov.info");
    FrameHeader plain = header("lcov.info", content, "gzip", encoded).build();
    Map<String, String> environment = new LinkedHashMap<>();
    for (int salt = 0; salt < 8; salt++) {
      List<String> records =
          printed(List.of(new FrameWriter(plain.withSalt(salt), encoded))).lines().skip(1).toList();
      environment.put("ONE_" + salt, records.get(5).substring(20, 32));
      if (salt != 5) {
        environment.put("TWO_" + salt, records.get(6).substring(20, 32));
      }
    }

    Shell.Output output = room.run(environment, "--codec=gzip", "lcov.info");

    assertThat(output.text())
        .isEqualTo(printed(List.of(new FrameWriter(plain.withSalt(5), encoded))));
    assertThat(output.err())
        .endsWith(
            "logcov-emit: lcov.info: the value of an environment variable occurs in the lines, "
                + "and the CI may mask it there. Parity can heal that.\n");
  }

  /**
   * Up to nine variables with pieces of what the first salts would print, dressed up so that some
   * do not count.
   */
  private static Map<String, String> environment(Random random, List<List<String>> lines) {
    List<String> names =
        List.of(
            "A",
            "PASSWORD",
            "LC_ALLOWED",
            "TRAVIS_X",
            "TRAVIS_X_TOKEN",
            "CI_NAME",
            "ci_name",
            "NPM_AUTH",
            "npm_config_Token",
            "HOME",
            "record",
            "ENVIRON");
    Map<String, String> environment = new LinkedHashMap<>();
    for (int i = 0; i < 9; i++) {
      List<String> salted = lines.get(Math.min(i, 7));
      String record = salted.get(random.nextInt(salted.size()));
      int size = List.of(2, 3, 5, 12, 128, 129).get(random.nextInt(6));
      int at = random.nextInt(Math.max(1, record.length() - size));
      String value = record.substring(at, Math.min(record.length(), at + size));
      value = size == 129 ? "x" + record : value;
      String half = value.substring(0, 1);
      switch (random.nextInt(6)) {
        case 0 -> value = "'" + half + "\"" + value.substring(1) + "'";
        case 1 -> value = "first line\r\n" + half + "\\" + value.substring(1) + "\r\n\nlast";
        case 2 -> value = value + " ";
        case 3 -> value = "true\n" + value + "\n";
        default -> {}
      }
      environment.put(names.get(random.nextInt(names.size())), value);
    }
    return environment;
  }
}
