package io.github.logcov.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void quotesAndEscapes() {
    assertThat(Excerpt.of("a \"b\" \\ \t\r\n é 😀"))
        .isEqualTo("\"a \\\"b\\\" \\\\ \\t\\r\\n é 😀\"");
    assertThat(Excerpt.of("\u001b[31m\u0085\u202e\u2028\u200b\ud800"))
        .isEqualTo("\"\\u{1b}[31m\\u{85}\\u{202e}\\u{2028}\\u{200b}\\u{d800}\"");
  }

  @Test
  void cutsAfterEightyCharacters() {
    assertThat(Excerpt.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
    assertThat(Excerpt.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "...\"");
    assertThat(Excerpt.of("\n".repeat(81))).isEqualTo("\"" + "\\n".repeat(40) + "...\"");
  }

  @Test
  void takesBytesThatAreNoText() {
    byte[] bytes = "caf\u00e9!".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Excerpt.of(bytes, 1, bytes.length)).isEqualTo("\"af\ufffd!\"");
    assertThat(Excerpt.of(new byte[2000], 0, 2000)).hasSizeLessThan(90);
  }

  @Test
  void aSayingOfAParserIsOneLegibleLineOfAtMost300Characters() {
    assertThat(Excerpt.saying("found \u202e\n \ue000\u001b"))
        .isEqualTo("found \\u{202e} \ue000\\u{1b}");
    assertThat(Excerpt.saying("x".repeat(301))).isEqualTo("x".repeat(300) + "...");
    assertThat(Excerpt.saying("x".repeat(300))).isEqualTo("x".repeat(300));
  }
}
