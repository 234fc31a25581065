package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*,abc,true",
    "a*,abc,true",
    "*c,abc,true",
    "a*c,abc,true",
    "a*d,abc,false",
    "a?c,abc,true",
    "a?,a,false",
    "[ab]x,bx,true",
    "[ab]x,cx,false",
    "[!ab]x,cx,true",
    "[^ab]x,ax,false",
    "[a-c]x,bx,true",
    "[a-c]x,dx,false",
    "[a-],-,true",
    "[]],],true",
    "[a,[a,true",
    "*.*.*,a.b.c,true",
    "*.*.*,a.b,false",
    "abc,abc,true",
    "abc,abcd,false",
    "*a*a*a*a*a*a*a*a*a*a*b,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,false",
  })
  void matchesNamesAsAShellDoes(String pattern, String name, boolean matches) {
    assertThat(Glob.matches(pattern, 0, name, 0)).isEqualTo(matches);
  }
}
