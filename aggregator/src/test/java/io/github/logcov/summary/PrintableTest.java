package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "C:\\x", "größe: 1 # 2", "日本語", "😀", "a:b#c", "%s"})
  void leavesHarmlessTextAsItIs(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @Test
  void escapesWhatSteersATerminal() {
    assertThat(Printable.of("a\u001b[2J\r\n\t\u0000\u007f\u009b"))
        .isEqualTo("a\\u{1B}[2J\\u{D}\\u{A}\\u{9}\\u{0}\\u{7F}\\u{9B}");
  }

  @Test
  void escapesWhatChangesTheDirectionOrCannotBeSeen() {
    assertThat(Printable.of("\u202e\u2066\u200f\u061c\u200b\ufeff\u2028\u2029"))
        .isEqualTo("\\u{202E}\\u{2066}\\u{200F}\\u{61C}\\u{200B}\\u{FEFF}\\u{2028}\\u{2029}");
    assertThat(Printable.of("\udb40\udc41")).as("a tag").isEqualTo("\\u{E0041}");
  }

  @Test
  void escapesHalfACharacter() {
    assertThat(Printable.of("\ud83d")).isEqualTo("\\u{D83D}");
  }

  @Test
  void breaksWhatACiTakesForACommand() {
    assertThat(Printable.of("::set-env")).isEqualTo(":\\u{3A}set-env");
    assertThat(Printable.of("##vso[x]")).isEqualTo("#\\u{23}vso[x]");
    assertThat(Printable.of("::::")).doesNotContain("::");
    assertThat(Printable.of("###")).doesNotContain("##");
  }

  @Test
  void cutsLongTexts() {
    assertThat(Printable.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Printable.cut("abcdefg", 6)).isEqualTo("abc...");
    assertThat(Printable.cut("\u001b".repeat(1000), 20)).hasSize(20).endsWith("...");
    assertThat(Printable.cut("x".repeat(1_000_000), 5)).isEqualTo("xx...");
  }

  @Test
  void breaksParagraphsAtBlanks() {
    assertThat(Printable.paragraph("one two three fourfivesix", 9))
        .containsExactly("one two", "  three", "  fourfivesix");
    assertThat(Printable.paragraph("one", 9)).containsExactly("one");
    assertThat(Printable.paragraph("a\nb", 9)).containsExactly("a\\u{A}b");
  }
}
