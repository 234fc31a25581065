package io.github.logcov.after;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logcov.after.AfterDecision.Match;
import io.github.logcov.after.AfterDecision.Misconfigured;
import io.github.logcov.after.AfterDecision.NoMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AfterRulesTest {
  private static final Match MATCH = new Match(List.of());

  /** {@code environment}: {@code NAME=value}, separated by blanks. */
  private static AfterDecision decide(String text, String environment)
      throws MalformedToxIniException {
    Map<String, String> variables = new HashMap<>();
    for (String pair : environment.isEmpty() ? new String[0] : environment.split(" ")) {
      variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return AfterRules.read(text, "tox.ini").decide(variables);
  }

  private static AfterDecision list(String envlist, String environment)
      throws MalformedToxIniException {
    return decide("[travis:after]\nenvlist = " + envlist, environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "py36                 | TOXENV=py36",
        "py36                 | TOXENV=py35,py36",
        "py36,py37            | TOXENV=py{35,36,37}",
        "py{36,37}-django     | TOXENV=py37-django,lint,py36-django",
        "py36                 | TRAVIS_PYTHON_VERSION=3.6",
        "py36                 | TRAVIS_PYTHON_VERSION=3.6.15",
        "py36                 | TOXENV= TRAVIS_PYTHON_VERSION=3.6",
        "py310                | TRAVIS_PYTHON_VERSION=3.10",
        "py313                | TRAVIS_PYTHON_VERSION=3.13-dev",
        "pypy                 | TRAVIS_PYTHON_VERSION=pypy",
        "pypy3                | TRAVIS_PYTHON_VERSION=pypy3",
        "pypy3                | TRAVIS_PYTHON_VERSION=pypy3.9-7.3.9",
        "pypy39               | TRAVIS_PYTHON_VERSION=pypy3.9-7.3.9",
        "pypy                 | TRAVIS_PYTHON_VERSION=pypy2.7-7.3.1",
        "py36                 | TOXENV=py36 TRAVIS_PYTHON_VERSION=3.5",
      })
  void matchesWhenAllEnvironmentsRun(String envlist, String environment)
      throws MalformedToxIniException {
    assertThat(list(envlist, environment)).isEqualTo(MATCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "py36           | TOXENV=py35                | py36 | py35",
        "py36,py37      | TOXENV=py36                | py37 | py36",
        "py36           | TOXENV=py360,lint          | py36 | py360, lint",
        "py36           | TRAVIS_PYTHON_VERSION=3.5  | py36 | py35",
        "py31           | TRAVIS_PYTHON_VERSION=3.10 | py31 | py310",
        "py36           | TOXENV=py35 TRAVIS_PYTHON_VERSION=3.6 | py36 | py35",
      })
  void doesNotMatchWhenOneDoesNotRun(
      String envlist, String environment, String missing, String running)
      throws MalformedToxIniException {
    assertThat(list(envlist, environment))
        .isEqualTo(
            new NoMatch(
                "tox.ini:2: envlist has \"" + missing + "\", and this job runs \"" + running + "\"",
                List.of()));
  }

  @Test
  void readsTheOldNameOfTheListWithAWord() throws MalformedToxIniException {
    List<String> notes = List.of("tox.ini:2: the key toxenv is deprecated in favor of envlist");

    assertThat(decide("[travis:after]\ntoxenv = py36", "TOXENV=py36")).isEqualTo(new Match(notes));
    assertThat(decide("[travis:after]\ntoxenv = py35\nenvlist = py36", "TOXENV=py36"))
        .isEqualTo(new Match(notes));
    assertThat(decide("[travis:after]\ntoxenv = py36", "TOXENV=py35"))
        .isEqualTo(
            new NoMatch("tox.ini:2: envlist has \"py36\", and this job runs \"py35\"", notes));
  }

  private static final String CONDITIONS =
      """
      [travis:after]
      travis =
          os: linux
          python: 3.6
      env =
          DJANGO: 1.11
          URL: http://x:80
      """;

  @Test
  void comparesTextsToTheLetter() throws MalformedToxIniException {
    String met = "TRAVIS_OS_NAME=linux TRAVIS_PYTHON_VERSION=3.6 DJANGO=1.11 URL=http://x:80";

    assertThat(decide(CONDITIONS, met)).isEqualTo(MATCH);
    assertThat(decide(CONDITIONS, met.replace("3.6", "3.6.1")))
        .isEqualTo(
            new NoMatch(
                "tox.ini:4: TRAVIS_PYTHON_VERSION must be \"3.6\", and is \"3.6.1\"", List.of()));
    assertThat(decide(CONDITIONS, met.replace("linux", "Linux")))
        .isEqualTo(
            new NoMatch(
                "tox.ini:3: TRAVIS_OS_NAME must be \"linux\", and is \"Linux\"", List.of()));
  }

  @Test
  void doesNotShowWhatOtherVariablesAre() throws MalformedToxIniException {
    String travis = "TRAVIS_OS_NAME=linux TRAVIS_PYTHON_VERSION=3.6 ";

    assertThat(decide(CONDITIONS, travis + "DJANGO=s3cret URL=http://x:80"))
        .isEqualTo(
            new NoMatch("tox.ini:6: DJANGO must be \"1.11\", and is something else", List.of()));
    assertThat(decide(CONDITIONS, travis + "URL=http://x:80"))
        .isEqualTo(new NoMatch("tox.ini:6: DJANGO must be \"1.11\", and is not set", List.of()));
  }

  @Test
  void takesTheLastOfTwoLinesOfOneName() throws MalformedToxIniException {
    assertThat(decide("[travis:after]\nenv = A: 1\n  A: 2", "A=2")).isEqualTo(MATCH);
  }

  @Test
  void passesOverWhatItDoesNotKnowWithAWord() throws MalformedToxIniException {
    String text =
        "[travis:after]\nenv_list = py36\ntravis =\n  dist: xenial\n  os: linux # it is\n";

    assertThat(decide(text, "TRAVIS_OS_NAME=linux"))
        .isEqualTo(
            new NoMatch(
                "tox.ini:5: TRAVIS_OS_NAME must be \"linux # it is\", and is \"linux\"",
                List.of(
                    "tox.ini:2: \"env_list\" is passed over; [travis:after] has envlist, travis and"
                        + " env",
                    "tox.ini:4: the factor \"dist\" is passed over; known are os, language and"
                        + " python",
                    "tox.ini:5: what stands behind \"#\" is no comment but part of the value")));
  }

  @Test
  void matchesWhenNothingIsAskedFor() throws MalformedToxIniException {
    assertThat(decide("[travis:after]\ntravis =\n", "")).isEqualTo(MATCH);
    assertThat(decide("[travis:after]\nenvlist =\n", ""))
        .isEqualTo(
            new Match(List.of("tox.ini:2: envlist names no environment, so it asks for nothing")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Declared environments that have all parts of what the version gives.
        "3.6    |       | py36-django18,py36-django19 |",
        // What [travis] python says instead, declared or not.
        "3.7    |       | docs,py37-django18          |",
        "3.8    |       | py38                        |",
        "pypy3  |       | pypy3                       |",
        // Two factors: products, and only declared ones.
        "3.6    | 1.8   | py36-django18               |",
        "3.7    | 1.8   | py37-django18               |",
      })
  void runsWhatToxTravisWouldRun(String version, String django, String running)
      throws MalformedToxIniException {
    String text =
        """
        [tox]
        envlist = py{36,37}-django{18,19}
        [testenv:docs]
        [travis]
        python =
            3.7: py37-django18, docs
        [travis:env]
        DJANGO =
            1.8: django18
        [travis:after]
        envlist =\s"""
            + running;
    String environment =
        "TRAVIS_PYTHON_VERSION=" + version + (django == null ? "" : " DJANGO=" + django);

    assertThat(decide(text, environment)).isEqualTo(MATCH);
    assertThat(decide(text + ",nothing", environment))
        .isInstanceOfSatisfying(
            NoMatch.class,
            no ->
                assertThat(no.reason())
                    .startsWith("tox.ini:11: envlist has \"nothing\", and this job runs "));
  }

  @Test
  void runsNothingWhenTwoFactorsMatchNoDeclaredEnvironment() throws MalformedToxIniException {
    String text =
        "[travis:env]\nD = 1: django\n[travis:after]\nenvlist = py36-django\n[tox]\nenvlist = a\n";

    assertThat(decide(text, "TRAVIS_PYTHON_VERSION=3.6 D=1"))
        .isEqualTo(
            new NoMatch(
                "tox.ini:4: envlist has \"py36-django\", and this job runs no environment that is"
                    + " declared",
                List.of()));
  }

  @Test
  void readsTheOldSectionOfTheMapping() throws MalformedToxIniException {
    String text = "[tox:travis]\n3.6 = py36, lint\n[travis:after]\nenvlist = lint\n";

    assertThat(decide(text, "TRAVIS_PYTHON_VERSION=3.6")).isEqualTo(MATCH);
  }

  @Test
  void knowsAllDeclaredEnvironments() throws MalformedToxIniException {
    String text =
        "[tox]\nenv_list = py{36,37}\n[testenv:lint]\n[travis:after]\nenvlist = lint,py37\n";

    assertThat(decide(text, "TOXENV=ALL")).isEqualTo(MATCH);
  }

  @Test
  void followsReferences() throws MalformedToxIniException {
    String text =
        """
        [base]
        new =
            py37
            py{38,39}
        [travis:after]
        envlist = {[base]new}-cov, {env:EXTRA:lint}, {env:PY}
        """;

    assertThat(decide(text, "TOXENV=py{37,38,39}-cov,lint,py27 PY=py27")).isEqualTo(MATCH);
    assertThat(decide(text, "TOXENV=py{37,38}-cov,lint,py27 PY=py27"))
        .isInstanceOf(NoMatch.class)
        .extracting(no -> ((NoMatch) no).reason())
        .asString()
        .startsWith("tox.ini:6: envlist has \"py39-cov\", ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{env:NO} | expected the environment variable NO for \"{env:NO}\", but it is not set",
        "{[no]x}  | expected a key \"x\" in [no] for \"{[no]x}\", but there is none",
        "{posargs:x} | expected {[section]key} or {env:NAME}, which is what logcov knows of tox's"
            + " references, but found \"{posargs:x}\"; write the environments out",
        "{[travis:after]envlist} | expected at most 1000 references, 10 deep, but"
            + " \"{[travis:after]envlist}\" is beyond that; do they go in a circle?",
        "py{36    | expected a \"}\" for every \"{\", but found \"py{36\"",
      })
  void saysWhichReferenceItCannotFollow(String envlist, String message)
      throws MalformedToxIniException {
    assertThat(list(envlist, "TOXENV=py36"))
        .isEqualTo(new Misconfigured("tox.ini:2: " + message, List.of()));
  }

  @Test
  void endsReferencesThatMultiply() throws MalformedToxIniException {
    StringBuilder text = new StringBuilder("[s]\nk9 = a\n");
    for (int i = 0; i < 9; i++) {
      text.append("k%d = %s\n".formatted(i, "{[s]k%d}".formatted(i + 1).repeat(9)));
    }

    assertThat(decide(text + "[travis:after]\nenvlist = {[s]k0}\n", "TOXENV=py36"))
        .isInstanceOf(Misconfigured.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[tox]\nenvlist = py36\n"})
  void needsTheSection(String text) throws MalformedToxIniException {
    assertThat(decide(text, "TOXENV=py36"))
        .isEqualTo(
            new Misconfigured(
                "tox.ini: expected a section [travis:after] that says which job waits, but there is"
                    + " none",
                List.of()));
  }

  @Test
  void needsSomethingInTheSection() throws MalformedToxIniException {
    assertThat(decide("[travis:after]\n[tox]\n", "TOXENV=py36"))
        .isEqualTo(
            new Misconfigured(
                "tox.ini: expected a section [travis:after] that says which job waits, but it is"
                    + " empty",
                List.of()));
  }

  @Test
  void needsSomethingToCompareTheListWith() throws MalformedToxIniException {
    assertThat(list("py36", "TRAVIS_OS_NAME=linux"))
        .isEqualTo(
            new Misconfigured(
                "tox.ini:2: expected TOXENV or TRAVIS_PYTHON_VERSION to compare envlist with, but"
                    + " neither is set; set TOXENV to the tox environments of this job",
                List.of()));
    assertThat(list("py36", "TRAVIS_PYTHON_VERSION=nightly"))
        .isEqualTo(
            new Misconfigured(
                "TRAVIS_PYTHON_VERSION: expected a version such as 3.12 or pypy3.9-7.3, but found"
                    + " \"nightly\", which does not tell the tox environments of this job; set"
                    + " TOXENV, or name them in [travis] python",
                List.of()));
  }

  @Test
  void namesALineWithoutAColon() throws MalformedToxIniException {
    assertThat(decide("[travis:after]\nenv =\n  A: 1\n  B = 2\n", "A=0"))
        .isEqualTo(
            new Misconfigured(
                "tox.ini:4: expected \"NAME: value\", but found \"B = 2\"", List.of()));
  }

  @Test
  void refusesAFileThatIsNoToxIni() {
    assertThatThrownBy(() -> AfterRules.read("language: python\n", "tox.ini"))
        .isInstanceOf(MalformedToxIniException.class)
        .hasMessage(
            "tox.ini:1: expected a section such as [tox] first, but found \"language: python\"");
  }

  @Test
  void doesNotCareForPullRequests() throws MalformedToxIniException {
    assertThat(list("py36", "TOXENV=py36 TRAVIS_PULL_REQUEST=12")).isEqualTo(MATCH);
  }
}
