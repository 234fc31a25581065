package io.github.logcov.after;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.logcov.fixtures.NeedsTool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IniFileTest {
  /** Sections, keys and the lines of values that say something, one a line. */
  private static final String PYTHON =
      """
      import configparser, sys
      ini = configparser.RawConfigParser(default_section=None)
      ini.optionxform = str
      try:
          ini.read_string(sys.stdin.buffer.read().decode('utf-8-sig'))
          for section in ini.sections():
              print('[%s]' % section)
              for key, value in ini.items(section):
                  print('%s|%s' % (key, '|'.join(l for l in value.split('\\n') if l.strip())))
      except configparser.Error:
          print('malformed')
      """;

  static List<String> oddTexts() {
    return List.of(
        "[a]\nk = v\n",
        "\uFEFF[a]\r\nk=v\r\n  w\r\n",
        "# c\n; c\n[a] # x\nk: v = w\nl = x : y # no comment\n",
        "[a]\nk =\n  1\n\n  2\n# c\n  # c\n  3\n[b]\n",
        "[a]\n  k = 1\n  l = 2\n    3\n",
        "[a]\nk = 1\n [b]\n",
        "[a]\n  [b]\n  k =\n",
        "[a:b]\nK = 1\nk = 2\n",
        "k = 1\n",
        "[a]\nword\n",
        "[a]\n= 1\n",
        "[a]\nk = 1\nk = 2\n",
        "[a]\n[a]\n",
        "[]\nk = 1\n",
        "[a]]\nk=\n",
        "[a]\nk = \u00e9\n\tl = 1\n",
        "");
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  @NeedsTool("python3")
  void readsWhatPythonReads(String text) throws Exception {
    Process python = new ProcessBuilder("python3", "-X", "utf8", "-c", PYTHON).start();
    try (var in = python.getOutputStream()) {
      in.write(text.getBytes(UTF_8));
    }
    String expected = new String(python.getInputStream().readAllBytes(), UTF_8);

    assertThat(python.waitFor()).isZero();
    assertThat(shown(text)).isEqualTo(expected);
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    try {
      IniFile.read(text, "tox.ini")
          .forEach(
              (section, values) -> {
                shown.append('[').append(section).append("]\n");
                values.forEach(
                    (key, value) ->
                        shown
                            .append(key)
                            .append('|')
                            .append(String.join("|", value.texts()))
                            .append('\n'));
              });
      return shown.toString();
    } catch (MalformedToxIniException e) {
      return "malformed\n";
    }
  }

  /** Where configparser would take the comment into the name, and tox 3 does not. */
  @Test
  void endsTheNameOfASectionBeforeAComment() throws MalformedToxIniException {
    assertThat(IniFile.read("[a] # [b]\n", "tox.ini")).isEqualTo(Map.of("a", Map.of()));
  }

  @Test
  void knowsTheLineOfEverything() throws MalformedToxIniException {
    String text = "\n[a]\nk = 1\n\n# c\n  2\nl:\n  3\n";

    assertThat(IniFile.read(text, "tox.ini"))
        .isEqualTo(
            Map.of(
                "a",
                Map.of(
                    "k", new IniValue(3, List.of(new IniLine(3, "1"), new IniLine(6, "2"))),
                    "l", new IniValue(7, List.of(new IniLine(8, "3"))))));
  }

  static List<Arguments> malformedTexts() {
    return List.of(
        arguments(
            "k = 1\n", "tox.ini:1: expected a section such as [tox] first, but found \"k = 1\""),
        arguments(
            "[a]\nwo\u001brd\n",
            "tox.ini:2: expected \"key = value\", a [section] or an indented line that goes on with"
                + " a value, but found \"wo?rd\""),
        arguments(
            "[a]\nk = 1\n\nk: 2\n",
            "tox.ini:4: expected each key of [a] once, but \"k\" comes again"),
        arguments("[a]\n[b]\n[a]\n", "tox.ini:3: expected each section once, but [a] comes again"),
        arguments(
            "#".repeat(IniFile.MAX_CHARS + 1),
            "tox.ini: expected at most 1048576 characters, but there are 1048577; is it the right"
                + " file?"));
  }

  @ParameterizedTest
  @MethodSource("malformedTexts")
  void namesTheLineThatIsMalformed(String text, String message) {
    assertThatThrownBy(() -> IniFile.read(text, "tox.ini"))
        .isInstanceOf(MalformedToxIniException.class)
        .hasMessage(message);
  }
}
