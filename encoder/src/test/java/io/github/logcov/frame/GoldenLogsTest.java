package io.github.logcov.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Logs that fix the grammar: a change that alters one of them is a new version.
 *
 * <p>The encoded bytes are fixtures too, since compressors differ between versions. {@code
 * -Dlogcov.update=true} writes the logs anew.
 */
class GoldenLogsTest {
  private static final Path FOLDER = FixtureFolder.of("frames");

  /** One golden log: its name and the header that makes it. */
  static final class Golden {
    private final String name;
    private final Codec codec;
    private final FrameHeader.Builder header = FrameHeader.builder().path("coverage.xml");

    Golden(String name, Codec codec, int salt, int parity) {
      this.name = name;
      this.codec = codec;
      header.codec(codec.label()).salt(salt).parity(parity);
    }

    FrameHeader header() throws IOException {
      byte[] decoded = Files.readAllBytes(FOLDER.resolve("coverage.xml"));
      String sha256 = Sha256.hex(Sha256.digest(decoded), 32);
      return header.payload(encoded(), decoded.length, sha256).build();
    }

    byte[] encoded() throws IOException {
      return Files.readAllBytes(FOLDER.resolve("coverage.xml." + codec.label()));
    }

    Path log() {
      return FOLDER.resolve(name + ".log");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Golden> goldens() {
    List<Golden> goldens = new ArrayList<>();
    for (Codec codec : Codec.values()) {
      for (int salt : new int[] {0, 7}) {
        Golden golden = new Golden(codec.label() + "-salt-" + salt, codec, salt, 16);
        golden.header.format("cobertura").buildId("250101").jobId("250103").jobNumber("8112.2");
        golden.header.commit("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
        golden.header.buildDir("/home/travis/build/example/project");
        goldens.add(golden);
      }
    }
    goldens.add(new Golden("gzip-bare-parity-1", Codec.GZIP, 0, 1));
    Golden every = new Golden("gzip-every-field-parity-64", Codec.GZIP, 31, 64);
    every
        .header
        .path("sub dir/größe 100%\t.xml")
        .carried(true)
        .flags(Arrays.asList("unit", "py 3.12"));
    every.header.buildId("1").jobId("2").jobNumber("1.1").jobName("tests = \"all\"").commit("0");
    every.header.buildDir("C:/Users/travis/build");
    goldens.add(every);
    return goldens;
  }

  @BeforeAll
  static void updateOnDemand() throws IOException {
    if (Boolean.getBoolean("logcov.update")) {
      for (Golden golden : goldens()) {
        Files.write(golden.log(), written(golden));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theWriterWritesIt(Golden golden) throws IOException {
    assertThat(written(golden)).isEqualTo(Files.readAllBytes(golden.log()));
  }

  private static byte[] written(Golden golden) throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.write('\n');
    new FrameWriter(golden.header(), golden.encoded())
        .write(
            (ascii, length) -> {
              log.write(ascii, 0, length);
              log.write('\n');
            });
    return log.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theReaderReadsIt(Golden golden) throws IOException {
    byte[] log = Files.readAllBytes(golden.log());

    List<Frame> frames = Samples.read(log).frames();

    assertThat(frames).hasSize(1);
    Frame frame = frames.get(0);
    assertThat(frame.damage()).isEmpty();
    assertThat(frame.header()).contains(golden.header());
    try (InputStream decoded =
        golden.codec.decompress(new ByteArrayInputStream(Samples.encoded(frame)))) {
      assertThat(decoded.readAllBytes())
          .isEqualTo(Files.readAllBytes(FOLDER.resolve("coverage.xml")));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void holdsNothingThatScannersAndCisLookFor(Golden golden) throws IOException {
    String log = Files.readString(golden.log(), StandardCharsets.US_ASCII);

    assertThat(log)
        .doesNotContain("-----BEGIN", "::", "##[", "##vso[", "'", "\"", "`", "=", ":", "\u001b")
        .doesNotContainIgnoringCase("secret")
        .doesNotContainIgnoringCase("token")
        .doesNotContainIgnoringCase("password")
        .doesNotMatch("(?si).*\\bkey\\b.*");
  }

  @Test
  void everyLogInTheFolderIsAGolden() throws IOException {
    Set<String> expected = new HashSet<>();
    goldens().forEach(golden -> expected.add(golden + ".log"));
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log"))
          .forEach(found::add);
    }

    assertThat(found).isEqualTo(expected);
  }
}
