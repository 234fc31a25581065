package io.github.logcov.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON that says the same, and nothing to a terminal or a CI. */
class LegibleJsonTest {

  @ParameterizedTest
  @CsvSource({
    "'{\"a\": [1, null]}', '{\"a\": [1, null]}'",
    "caf\u00e9 \u65e5\u672c \ud83d\ude00, caf\u00e9 \u65e5\u672c \ud83d\ude00",
    "a\u007fb\u009bc, a\\u007fb\\u009bc",
    "\u202egnp, \\u202egnp",
    "a\ufeff\u2028b, a\\ufeff\\u2028b",
    "\udb40\udc41, \\udb40\\udc41",
    "::error::, :\\u003aerror:\\u003a",
    ":::, :\\u003a\\u003a",
    "##vso[ ##teamcity[, #\\u0023vso[ #\\u0023teamcity[",
    "travis_fold:start:x, travis_fold\\u003astart:x",
    "ttravis_time:, ttravis_time\\u003a",
    "~lc1, ~l\\u00631",
    "~~lc1 l:c#, ~~l\\u00631 l:c#"
  })
  void escapesWhatSteers(String text, String expected) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (LegibleJson json = new LegibleJson(out)) {
        json.write(bytes, 0, cut);
        for (int i = cut; i < bytes.length; i++) {
          json.write(bytes[i]);
        }
      }
      assertThat(out.toString(UTF_8)).isEqualTo(expected);
    }
  }

  @Test
  void findsALookalikeBehindAnotherOne() {
    Lookalike lookalike = new Lookalike();

    String found =
        ":::travis_fold:~lc##"
            .chars()
            .mapToObj(c -> lookalike.completes(c) ? "x" : ".")
            .reduce("", String::concat);

    assertThat(found).isEqualTo(".xx...........x..x.x");
  }
}
