package io.github.logcov.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "412.1            | 412.1          | true",
        "412.1            | 412.10         | false",
        "412.?            | 412.1          | true",
        "412.?            | 412.10         | false",
        "412.*            | 412.10         | true",
        "412.*            | 412.           | true",
        "*                | a/b c          | true",
        "py*              | py3/linux      | true",
        "PY*              | py3            | false",
        "*3*linux*        | py 3.8 linux   | true",
        "[ab]c            | bc             | true",
        "[ab]c            | cc             | false",
        "[!ab]c           | cc             | true",
        "[^ab]c           | ac             | false",
        "[a-c]            | b              | true",
        "[a-c]            | d              | false",
        "[]a]             | ]              | true",
        "[!]a]            | ]              | false",
        "[a-]             | -              | true",
        "[c-a]            | b              | false",
        "[*]              | *              | true",
        "[*]              | a              | false",
        "test [3.8]       | test [3.8]     | true",
        "test [3.8]       | test 8         | true",
        "[open            | [open          | true",
        "[!               | [!             | true",
        "?                | 😅             | true",
        "[😀-😿]         | 😅             | true",
      })
  void matchesNamesWhole(String pattern, String text, boolean expected) {
    assertThat(Glob.ofName(pattern).matches(text)).isEqualTo(expected);
  }

  @Test
  void staysWithinAPartOfAPath() {
    assertThat(Glob.ofPathPart("a*").matches("ab")).isTrue();
    assertThat(Glob.ofPathPart("a*").matches("a/b")).isFalse();
    assertThat(Glob.ofPathPart("a[!b]c").matches("a/c")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.py             | a.py              | true",
        "*.py             | src/x/a.py        | true",
        "*.py             | a.pyc             | false",
        "*.py             | x.py/a.c          | false",
        "node_modules     | a/node_modules/b/c.js | true",
        "node_modules     | node_modules2/c.js | false",
        "node_modules     | my_node_modules/c.js | false",
        "tests/           | tests/a.py        | true",
        "tests/           | x/tests/y/a.py    | true",
        "tests/           | tests             | false",
        "/tests/          | x/tests/a.py      | false",
        "/tests/          | tests/a.py        | true",
        "test*/           | x/tests2/a.py     | true",
        "src/**           | src/a.py          | true",
        "src/**           | src/a/b.py        | true",
        "src/**           | src               | false",
        "src/**           | x/src/a.py        | false",
        "src/*            | src/a.py          | true",
        "src/*            | src/a/b.py        | false",
        "src/gen          | src/gen/a/b.py    | true",
        "src/gen          | src/gen           | true",
        "src/gen          | src/generated.py  | false",
        "/setup.py        | setup.py          | true",
        "/setup.py        | src/setup.py      | false",
        "./src/a.py       | src/a.py          | true",
        "src\\gen\\*.c    | src/gen/a.c       | true",
        "src//a.py        | src/a.py          | true",
        "**/a.py          | a.py              | true",
        "**/a.py          | x/y/a.py          | true",
        "**/a.py          | x/ba.py           | false",
        "src/**/a.py      | src/a.py          | true",
        "src/**/a.py      | src/x/y/a.py      | true",
        "src/**/a.py      | src/xa.py         | false",
        "src/**/x/**/a.py | src/b/x/a.py      | true",
        "**               | anything/at.all   | true",
        "a**b             | a/x/b             | true",
        "pages/[id].tsx   | pages/[id].tsx    | true",
        "pages/[id].tsx   | pages/i.tsx       | true",
        "/usr/            | /usr/include/x.h  | true",
      })
  void matchesPathsAsGitignoreDoes(String pattern, String path, boolean expected) {
    assertThat(PathGlob.of(pattern).matches(path)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "./", "//", ".", "\\"})
  void refusesPathsThatNameNothing(String pattern) {
    assertThatThrownBy(() -> PathGlob.of(pattern))
        .hasMessage(
            "a path pattern must name a file or a folder, but was \""
                + pattern
                + "\"; for everything use **");
  }

  @Test
  void refusesEmptyAndEndlessPatterns() {
    assertThatThrownBy(() -> Glob.ofName(""))
        .hasMessage("a pattern must have at least one character, but was empty");
    assertThatThrownBy(() -> PathGlob.of("a".repeat(4097)))
        .hasMessage("a pattern may have 4096 characters, but this has 4097");
  }

  @Test
  @Timeout(20)
  void neverBacktracks() {
    String hostile = "*a".repeat(500) + "b";

    boolean matches = Glob.ofName(hostile).matches("a".repeat(4000));

    assertThat(matches).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void agreesWithRegularExpressions(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String pattern = word(random, "ab/*?", 1 + random.nextInt(7));
      String text = word(random, "ab/", random.nextInt(8));
      boolean expected =
          Pattern.matches(pattern.replace("*", "[ab/]*").replace("?", "[ab/]"), text);

      assertThat(Glob.ofName(pattern).matches(text))
          .as("%s against %s", pattern, text)
          .isEqualTo(expected);
    }
  }

  private static String word(Random random, String alphabet, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
