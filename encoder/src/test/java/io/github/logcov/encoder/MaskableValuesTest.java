package io.github.logcov.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskableValuesTest {
  @Test
  void takesWhatCanOccurInAFrame() {
    assertThat(
            MaskableValues.of(
                Map.of(
                    "A",
                    "abc",
                    "B",
                    "ab",
                    "C",
                    "a-bc",
                    "D",
                    "x".repeat(128),
                    "E",
                    "y".repeat(129),
                    "F",
                    "A+/~9",
                    "G",
                    "",
                    "H",
                    "äöü",
                    "I",
                    "true",
                    "J",
                    "\"false\"")))
        .containsExactly("A+/~9", "abc", "x".repeat(128));
  }

  @Test
  void takesValuesLineByLineWithoutQuotesAndBackslashes() {
    assertThat(
            MaskableValues.of(Map.of("A", "-----BEGIN KEY-----\r\nline1\r\n'li\\ne\"2'\nx\ny z\n")))
        .containsExactly("line1", "line2");
  }

  @ParameterizedTest
  @CsvSource({
    "CI,true",
    "CIX,false",
    "PATH,true",
    "TRAVIS,true",
    "TRAVIS_BRANCH,true",
    "TRAVIS_TOKEN,false",
    "GITHUB_SHA,true",
    "GITHUB_TOKEN,false",
    "CI_JOB_ID,true",
    "CI_DEPLOY_PASSWORD,false",
    "CI_REGISTRY_KEY,false",
    "npm_config_cache,true",
    "npm_config__auth,false",
    "SSH_AUTH_SOCK,true",
    "LC_ALL,true",
    "LOGCOV_SALT,true",
    "SECRET,false",
    "path,false",
    "PYTHON,true",
  })
  void passesOverWhatEverybodyHas(String name, boolean exempt) {
    assertThat(ExemptVariables.contains(name)).isEqualTo(exempt);
    assertThat(MaskableValues.of(Map.of(name, "value")).isEmpty()).isEqualTo(exempt);
  }
}
