package io.github.logcov.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lines of sources on a terminal. */
class SourceLineTest {
  @Test
  void expandsTabsToTheNextFourthColumn() {
    assertThat(SourceLine.of("\tif x:\ty", 80)).isEqualTo("    if x:   y");
    assertThat(SourceLine.of("abcd\te", 80)).isEqualTo("abcd    e");
  }

  @Test
  void cutsWhatDoesNotFit() {
    assertThat(SourceLine.of("x".repeat(20), 20)).isEqualTo("x".repeat(20));
    assertThat(SourceLine.of("x".repeat(21), 20)).isEqualTo("x".repeat(17) + "...");
    assertThat(SourceLine.of("x".repeat(5_000_000), 20)).isEqualTo("x".repeat(17) + "...");
    assertThat(SourceLine.of("x   ", 1)).isEqualTo("x");
  }

  @Test
  void cutsNoCharacterInTwo() {
    for (int width = 0; width < 30; width++) {
      String cut = SourceLine.of("a\ud83d\ude00".repeat(20), width);

      assertThat(cut.length()).isLessThanOrEqualTo(width);
      assertThat(cut.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
  }

  @Test
  void letsNothingSteerTheTerminal() {
    assertThat(SourceLine.of("\u001b[2J \u202e ::error:: \u009b", 80))
        .isEqualTo("\\u{1B}[2J \\u{202E} :\\u{3A}error:\\u{3A} \\u{9B}");
  }
}
