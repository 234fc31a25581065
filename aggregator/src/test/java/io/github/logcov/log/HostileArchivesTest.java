package io.github.logcov.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An archive that is small and would be large is refused before it is; at its bounds it is read.
 */
class HostileArchivesTest {
  private static final int SIZE = 5_000_000;

  @TempDir private Path folder;

  @Test
  void readsNoListOfMillionsOfFiles() throws Exception {
    // What the archive says of their number is not believed.
    byte[] header = new byte[47];
    Arrays.fill(header, (byte) 0);
    System.arraycopy(new byte[] {'P', 'K', 1, 2}, 0, header, 0, 4);
    header[28] = 1;
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    zip.writeBytes(new byte[] {'P', 'K', 3, 4});
    for (int i = 0; i <= 100_000; i++) {
      zip.writeBytes(header);
    }
    zip.writeBytes(new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 1, 0, 1, 0});
    Path path = file("many.zip", zip.toByteArray());

    assertThatThrownBy(() -> numbers(path, SavedLogLimits.DEFAULT))
        .hasMessage(
            path + " may have 100000 files, but has more; leave only the logs of one build in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zip", "tar"})
  void readsAsManyFilesAsAllowed(String kind) throws Exception {
    Map<String, String> three = Map.of("1.log", "", "2.log", "", "3.log", "");
    Path path = file("x", kind.equals("zip") ? Archives.zip(three) : Archives.tar(three));

    assertThat(numbers(path, new SavedLogLimits(3, 10, 10))).containsExactly("1", "2", "3");
    assertThatThrownBy(() -> numbers(path, new SavedLogLimits(2, 10, 10)))
        .hasMessage(
            path + " may have 2 files, but has more; leave only the logs of one build in it");
  }

  @Test
  void boundsWhatAZipSaysOfItsFiles() throws Exception {
    Path path = file("a.zip", Archives.zip(Map.of("1.log", "one", "2.log", "two")));
    int both = 2 * (46 + "1.log".length());

    assertThatCode(() -> ZipHeaders.check(path, "a.zip", SavedLogLimits.DEFAULT, both))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> ZipHeaders.check(path, "a.zip", SavedLogLimits.DEFAULT, both - 1))
        .hasMessage(
            "a.zip: the list of its files may take 101 bytes, but takes more; unpack the archive"
                + " and name the directory");
  }

  /** Headers are found across the borders of what is read at a time. */
  @Test
  void findsHeadersWhereverTheyStand() throws Exception {
    SavedLogLimits none = new SavedLogLimits(0, 10, 10);
    byte[] header = new byte[46];
    System.arraycopy(new byte[] {'P', 'K', 1, 2}, 0, header, 0, 4);
    for (int before : new int[] {0, 1, 65_489, 65_490, 65_491, 65_500, 65_533, 65_536, 200_000}) {
      byte[] content = Arrays.copyOf(new byte[before], before + header.length);
      System.arraycopy(header, 0, content, before, header.length);
      Path path = file("b.zip", content);

      assertThatThrownBy(() -> ZipHeaders.check(path, "b.zip", none))
          .as("%d", before)
          .hasMessageContaining("may have 0 files");
    }
  }

  @Test
  void boundsTheHeadersOfAnEntryInATar() throws Exception {
    // Two blocks of 512 bytes and, in whole blocks, "1047552 comment=...\n".
    int text = (1 << 20) - 1024 - "1047552 comment=\n".length();
    Path longest = file("longest.tar", tarWithComment(text));
    Path longer = file("longer.tar", tarWithComment(text + 1));

    assertThat(numbers(longest, SavedLogLimits.DEFAULT)).containsExactly("1", "2");
    assertThatThrownBy(() -> numbers(longer, SavedLogLimits.DEFAULT))
        .hasMessage(
            longer
                + " cannot be read: the headers of one entry may take 1048576 bytes, but take more;"
                + " pack the logs anew");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz"})
  void doesNotUnpackAHeaderThatIsABomb(String codec) throws Exception {
    Path bomb = file("bomb.tar", Archives.pack(codec, tarWithComment(SIZE)));

    assertThat(Files.size(bomb)).isLessThan(100_000);
    assertThatThrownBy(() -> numbers(bomb, SavedLogLimits.DEFAULT))
        .hasMessageContaining("may take 1048576 bytes, but take more");
  }

  /** The log of a job may be of any size, so it is never held. */
  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz"})
  void streamsALogThatIsABomb(String codec) throws Exception {
    Path bomb = file("1.log", Archives.pack(codec, new byte[SIZE]));

    try (SavedLogs saved = open(bomb, SavedLogLimits.DEFAULT);
        InputStream log = saved.logs().get(0).log().orElseThrow().open()) {
      assertThat(log.transferTo(OutputStream.nullOutputStream())).isEqualTo(SIZE);
    }
  }

  /** A hole takes no room in the archive, and would on disk. */
  @Test
  void boundsTheHolesOfATar() throws Exception {
    byte[] header = Arrays.copyOf(Archives.tar(Map.of("1.log", "x")), 2048);
    header[156] = 'S'; // GNU: sparse
    put(header, 257, "ustar  \0");
    put(header, 386, "77777777776\0" + "00000000001\0"); // after this hole there is one byte
    put(header, 483, "77777777777\0"); // its size with holes
    check(header);
    Path path = file("holes.tar", header);

    assertThatThrownBy(() -> numbers(path, new SavedLogLimits(10, 1_000_000, 10)))
        .hasMessage(
            path
                + ": the logs may take 1000000 bytes, but take more; unpack the archive and name"
                + " the directory");
  }

  /** zstd: there is no library for it; xz: it would take the memory that the archive asks for. */
  @ParameterizedTest
  @ValueSource(ints = {20, 93, 95, 96, 4711})
  void refusesMethodsThatAreNotBounded(int method) throws Exception {
    byte[] zip = Archives.zip(Map.of("1.log", "one"));
    int header = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    for (int at : new int[] {8, header + 10}) {
      zip[at] = (byte) method;
      zip[at + 1] = (byte) (method >> 8);
    }
    Path path = file("a.zip", zip);

    assertThatThrownBy(() -> numbers(path, SavedLogLimits.DEFAULT))
        .hasMessage(
            path
                + " > 1.log cannot be read: "
                + path
                + " > 1.log is packed with method "
                + method
                + "; unpack the archive and name the directory");
  }

  private static byte[] tarWithComment(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      for (String name : List.of("1.log", "2.log")) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.addPaxHeader("comment", "x".repeat(length));
        entry.setSize(3);
        tar.putArchiveEntry(entry);
        tar.write("one".getBytes(StandardCharsets.US_ASCII));
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private static void check(byte[] header) {
    put(header, 148, "        ");
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += header[i] & 0xff;
    }
    put(header, 148, "%06o\0 ".formatted(sum));
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static SavedLogs open(Path path, SavedLogLimits limits) throws LogSourceException {
    return SavedLogs.open(List.of(path), InputStream.nullInputStream(), limits);
  }

  private static List<String> numbers(Path path, SavedLogLimits limits) throws Exception {
    try (SavedLogs saved = open(path, limits)) {
      return saved.logs().stream().map(log -> log.job().number()).toList();
    }
  }
}
