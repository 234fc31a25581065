package io.github.logcov.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegibleTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 0x1b, 0x7f, 0x9b, 0xad, 0x61c, 0x200b, 0x202e, 0x2028, 0x2029, 0xd83d})
  void refusesWhatCannotBeSeenOrSteers(int character) {
    assertThat(Legible.is(character)).isFalse();
    assertThat(Legible.is("a" + Character.toString(character))).isFalse();
  }

  @Test
  void takesAllOtherText() {
    assertThat(Legible.is("")).isTrue();
    assertThat(Legible.is("a b/\u00e4\u0301\u65e5\ud83d\ude00")).isTrue();
  }
}
