package io.github.logcov.log.travis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token tells itself to nobody but the API. */
class TokenTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\r\n"})
  void isNoneWhenItIsBlank(String value) {
    assertThat(Token.of(value)).isEmpty();
  }

  @Test
  void losesTheBlanksAroundIt() {
    assertThat(Token.of(" abc\n").orElseThrow().authorization()).isEqualTo("token abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sec ret", "sec\nret", "sec\u0000ret", "s\u00e9cret", "sec\u007fret"})
  void isRefusedWithoutBeingQuoted(String value) {
    assertThatThrownBy(() -> Token.of(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TRAVIS_TOKEN must be letters, digits and signs of ASCII, without blanks in it, but has"
                + " another character; copy it anew from the settings of your Travis account");
  }

  @Test
  void doesNotShowItself() {
    assertThat(Token.of("secret")).hasToString("Optional[[token]]");
  }

  @Test
  void isTakenOutOfTextsBeforeTheyAreCut() {
    Shown shown = new Shown(Token.of("secret"));

    assertThat(shown.text("a sec\u200bret, " + "x".repeat(186) + "secret"))
        .isEqualTo("a [token], " + "x".repeat(186) + "...");
  }
}
