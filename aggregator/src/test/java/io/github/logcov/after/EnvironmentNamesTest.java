package io.github.logcov.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "py36                        | py36",
        "py36,py37 , lint            | py36 py37 lint",
        "py36;py37                   | py36 py37",
        "py36,;py37,;;lint # it      | py36 py37 lint",
        "py{36,37}                   | py36 py37",
        "py{ 36, 37 }-cov            | py36-cov py37-cov",
        "py{36,37}-django{18,19}     | py36-django18 py36-django19 py37-django18 py37-django19",
        "py{27,;36}                  | py27 py36",
        "py{27;36;}                  | py27 py36",
        "{py{36,37},pypy3}-x         | py36-x py37-x pypy3-x",
        "{a,{b,c{1,2}}}              | a b c1 c2",
        "py{,36}                     | py py36",
        "py36,py36                   | py36 py36",
        "{,}                         | ``",
        ",,;#                        | ``",
      })
  void expandsLists(String text, String names) throws MalformedToxIniException {
    assertThat(String.join(" ", EnvironmentNames.of(text.replace(';', '\n').lines().toList())))
        .isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "py{36,37         | expected a \"}\" for every \"{\", but found \"py{36,37\"",
        "py36},py37       | expected a \"{\" for every \"}\", but found \"py36},py37\"",
        "}                | expected a \"{\" for every \"}\", but found \"}\"",
      })
  void refusesBracesThatDoNotMatch(String text, String message) {
    assertThatThrownBy(() -> EnvironmentNames.of(text.lines().toList())).hasMessage(message);
  }

  @Test
  void isBounded() {
    List<String> many = List.of("{0,1,2,3,4,5,6,7,8,9}".repeat(5));
    List<String> deep = List.of("{".repeat(30_000));

    assertThatThrownBy(() -> EnvironmentNames.of(many))
        .hasMessageStartingWith("expected at most 10000 names, but found \"{0,1,2,");
    assertThatThrownBy(() -> EnvironmentNames.of(deep))
        .hasMessageStartingWith("expected braces at most 20 deep, but found \"{{{");
  }
}
