package io.github.logcov.summary.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTextTest {
  @Test
  void nothingEndsTheElementOrBeginsAComment() {
    assertThat(ScriptText.of("\"</script><!--&\""))
        .isEqualTo("\"\\u003c/script>\\u003c!--\\u0026\"");
  }

  @Test
  void writesByNumberWhatNobodySees() {
    assertThat(ScriptText.of("\"a\u202e\u2028\u007f\"")).isEqualTo("\"a\\u202e\\u2028\\u007f\"");
  }

  @Test
  void keepsWholeCharactersAndEscapesHalves() {
    assertThat(ScriptText.of("\"\ud83d\ude00 \ud83d \ude00\""))
        .isEqualTo("\"\ud83d\ude00 \\ud83d \\ude00\"");
  }

  @Test
  void writesAnInvisibleCharacterBeyondTheFirst65536ByItsHalves() {
    // U+E0001, a language tag, is of the kind "format".
    assertThat(ScriptText.of("\"\udb40\udc01\"")).isEqualTo("\"\\udb40\\udc01\"");
  }
}
