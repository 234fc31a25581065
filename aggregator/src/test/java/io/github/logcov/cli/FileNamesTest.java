package io.github.logcov.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.extract.UnsafePathException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "con",
        "aux.xml",
        "Nul.tar.gz",
        "COM1",
        "lpt9.info",
        "com\u00b9",
        "CON .x",
        "CONOUT$",
        "a.",
        "a ",
        "a:b",
        "a?",
        "a*.xml",
        "\"a\"",
        "a|b",
        "a<b"
      })
  void refusesOnWindowsAloneWhatIsNoFileThere(String name) {
    assertThatThrownBy(() -> FileNames.check(name, true))
        .isInstanceOf(UnsafePathException.class)
        .hasMessage(
            "expected names that Windows takes, but one is \"%s\"; extract on another system",
            name);
    assertThatCode(() -> FileNames.check(name, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONS", "console.xml", "COM", "COM10", ".coverage", "a b.xml", "xcon.x"})
  void takesWhatOnlyLooksAlike(String name) {
    assertThatCode(() -> FileNames.check(name, true)).doesNotThrowAnyException();
  }
}
