package io.github.logcov.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "src/a.py            | src/a.py",
        "./src//a.py         | src/a.py",
        "src/./a.py          | src/a.py",
        "src/x/../a.py       | src/a.py",
        "src\\x\\a.py        | src/x/a.py",
        "../a.py             | ../a.py",
        "x/../../a.py        | ../a.py",
        "../../x/../a.py     | ../../a.py",
        "/usr//include/x.h   | /usr/include/x.h",
        "/../x.h             | /x.h",
        "c:\\src\\a.py       | C:/src/a.py",
        "C:/../a.py          | C:/a.py",
        "./C:/a.py           | C:/a.py",
        "a:b.py              | a:b.py",
        "\\\\?\\C:\\src\\a.c | C:/src/a.c",
        "\\\\host\\share\\a.c | /host/share/a.c",
        "file:///home/a.js   | /home/a.js",
        "file:///C:/a.js     | C:/a.js",
        "''                  | ''",
        "./                  | ''",
      })
  void normalises(String written, String expected) {
    assertThat(RawPath.of(written)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001b[31m", "a\nb"})
  void keepsControlCharacters(String written) {
    assertThat(RawPath.of(written)).hasToString(written);
  }

  /** A folder may have the name of a drive, and what lies in it would be read from there. */
  @ParameterizedTest
  @CsvSource({"/b/s:/x/a.c, S:/x/a.c", "/b/s:, s:", "/b/s:x/a.c, s:x/a.c", "/b/../s:/x, x"})
  void isOnADriveWhereItWouldReadSo(String path, String expected) {
    RawPath below = RawPath.of(path).from(1);

    assertThat(below).hasToString(expected).isEqualTo(RawPath.of(expected));
    assertThat(below.inside()).isEqualTo(!expected.startsWith("S:/"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void normalisesOnceAndForAll(long seed) {
    List<String> pieces =
        List.of("/", "/", "\\", ".", "..", "a", "bc", "C:", "?", "file:", "//", "\0", " ");
    Random random = new Random(seed);
    for (int i = 0; i < 5000; i++) {
      StringBuilder written = new StringBuilder();
      for (int n = random.nextInt(10); n >= 0; n--) {
        written.append(pieces.get(random.nextInt(pieces.size())));
      }

      RawPath once = RawPath.of(written.toString());

      assertThat(RawPath.of(once.toString())).as("seed %d: %s", seed, written).isEqualTo(once);
    }
  }
}
